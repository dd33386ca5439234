import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RequestBudget } from '../../../proxy/provider/budget.ts';
import { ProviderBusy } from '../../../proxy/provider/errors.ts';
import type { SeenStatus } from '../../../proxy/provider/mapping.ts';
import { openStore } from '../../../proxy/store/open.ts';
import type { OrderRow, OrderStore } from '../../../proxy/store/orders.ts';
import { StoredSlots } from '../../../proxy/store/slots.ts';
import { Hazards } from '../../../proxy/tracking/hazard.ts';
import { Tracker } from '../../../proxy/tracking/tracker.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type Measured, measure } from './measure.ts';
import { Orders, seenAt } from './orders.ts';
import type { SimulatedOrder, Workload } from './workload.ts';

const LIMIT = 60;
const TIMEOUT_MS = 15_000;
const CREATE_WAIT_MS = 5_000;
/** There and back to the provider, each. */
const TRAVEL_MS = 75;

class AlreadyPlaced extends Error {}

/**
 * Runs a workload through the real tracker, the real policy, the real budget and its real slots in SQLite,
 * with only the clock and the provider simulated.
 */
export async function simulateTracker(workload: Workload): Promise<Measured> {
  const dir = await mkdtemp(join(tmpdir(), 'zul-bench-'));
  const { store, close } = await openStore({ kind: 'sqlite', file: join(dir, 'slots.db') });
  const clock = new VirtualClock();
  const start = clock.now();
  const slots = new StoredSlots(store, 'bench', LIMIT);
  await slots.prepare();
  const budget = new RequestBudget(slots, LIMIT, TIMEOUT_MS, clock);
  const orders = new Orders(workload, start);
  const arrivals: number[] = [];
  const createWaits: number[] = [];

  const answer = async () => {
    await clock.sleep(TRAVEL_MS);
    arrivals.push(clock.now());
  };
  const tracker = new Tracker({
    // The bench keeps its orders in memory: what is measured is which order is looked at when.
    orders: orders as unknown as OrderStore,
    provider: {
      orderStatus: (id, kind, onSend) =>
        budget.run(kind, 0, async () => {
          onSend?.();
          await answer();
          const seen: SeenStatus = seenAt(orders.simulated(id), workload, (clock.now() - start) / 1000);
          await clock.sleep(TRAVEL_MS);
          return seen;
        }),
    },
    canLook: () => true,
    hazards: new Hazards(),
    keep: async () => undefined,
    isWatched: (id) => orders.isWatched(id, (clock.now() - start) / 1000),
    onChange: (order: OrderRow) => tracker.follow(order),
    alert: async () => undefined,
    onTrouble: (error) => {
      throw error;
    },
    clock: { now: clock.now, sleep: clock.sleepUntilWoken },
  });

  const place = async (one: SimulatedOrder, index: number) => {
    await clock.sleep(one.placedAt * 1000);
    const asked = clock.now();
    try {
      if (one.waitsAlready) throw new AlreadyPlaced();
      await budget.run('create', CREATE_WAIT_MS, async () => {
        createWaits.push((clock.now() - asked) / 1000);
        await answer();
        await clock.sleep(TRAVEL_MS);
      });
    } catch (error) {
      if (error instanceof ProviderBusy) {
        // Told to come back: not placed, and the longest wait there is.
        createWaits.push(CREATE_WAIT_MS / 1000);
        return;
      }
      if (!(error instanceof AlreadyPlaced)) throw error;
    }
    tracker.follow(orders.place(index, clock.now()));
    await clock.sleep((one.paysAfter + one.returnsAfter) * 1000);
    tracker.lookSoon(String(index));
  };

  await tracker.start();
  const placing = workload.orders.map(place);
  void placing;
  await clock.runUntil(start + workload.length * 1000);
  const stopping = tracker.stop();
  await clock.runUntil(start + workload.length * 1000 + 60_000);
  await stopping;
  await close();
  await rm(dir, { recursive: true, force: true });
  return measure(
    workload,
    orders.detected(),
    arrivals.map((at) => (at - start) / 1000),
    createWaits,
  );
}
