import { onTestFinished } from 'vitest';
import type { OrderStatus } from '../../../../proxy/contract/order.ts';
import type { SeenStatus } from '../../../../proxy/provider/mapping.ts';
import type { Alert } from '../../../../proxy/store/alerts.ts';
import { type OrderPatch, type OrderRow, OrderStore } from '../../../../proxy/store/orders.ts';
import { Hazards, type Histogram } from '../../../../proxy/tracking/hazard.ts';
import type { LookClass } from '../../../../proxy/tracking/policy.ts';
import { Tracker } from '../../../../proxy/tracking/tracker.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';
import { newOrder, tempStore } from './stored.ts';

/** One look as the provider gets it; `at` is ms since the test began. */
export interface Look {
  readonly at: number;
  readonly id: string;
  readonly kind: LookClass;
}

/** What the provider says to a look: words, an error, or nothing for as long as the promise waits. */
export type Says = Partial<SeenStatus> | Error | Promise<Partial<SeenStatus>>;

/** What a look sees, of an order nothing has happened to. */
export function saw(over: Partial<SeenStatus> = {}): SeenStatus {
  return { delivery: 'pending', payment: 'pending', note: null, raw: 'raw words', ...over };
}

/**
 * A tracker over a real SQLite store, in virtual time, at a provider that answers what `says` returns.
 * @param options.watched ids of the orders that are open on somebody's screen.
 * @param options.hasKey false for a shop without an API key.
 */
export async function trackedShop(
  says: (look: Look) => Says = () => ({}),
  options: { watched?: ReadonlySet<string>; hasKey?: boolean } = {},
) {
  const clock = new VirtualClock();
  const start = clock.now();
  const orders = new OrderStore(await tempStore());
  const log = {
    looks: [] as Look[],
    changes: [] as OrderRow[],
    alerts: [] as Alert[],
    troubles: [] as { error: unknown; code: string }[],
    kept: [] as (readonly [string, Histogram])[],
  };
  const provider = {
    orderStatus: async (providerId: string, kind: LookClass, onSend?: () => void) => {
      const look = { at: clock.now() - start, id: providerId.replace('at-provider-', ''), kind };
      log.looks.push(look);
      onSend?.();
      const said = says(look);
      if (said instanceof Error) throw said;
      return saw(await said);
    },
  };
  const tracker = new Tracker({
    orders,
    provider,
    canLook: () => options.hasKey !== false,
    hazards: new Hazards(),
    keep: async (histograms) => void log.kept.push(...histograms),
    isWatched: (id) => options.watched?.has(id) ?? false,
    onChange: (order) => {
      log.changes.push(order);
      tracker.follow(order);
    },
    alert: async (alert) => void log.alerts.push(alert),
    onTrouble: (error, { code }) => log.troubles.push({ error, code }),
    clock: { now: clock.now, sleep: clock.sleepUntilWoken },
  });
  const run = (ms: number) => clock.runUntil(clock.now() + ms);
  /** Stops the tracker; looks under way are given a minute to end. */
  const stop = async () => {
    const stopping = tracker.stop();
    await run(60_000);
    await stopping;
  };
  /** Stores an order the provider knows, in this state for `age` ms. */
  const stored = async (id: string, status: OrderStatus, age: number, patch: OrderPatch = {}) => {
    const at = clock.now() - age;
    const names = { id, code: `ZT-${id}`, idempotency_key: id, open_key: id };
    await orders.insert(newOrder(names), at);
    await orders.recordAnswer(id, { provider_id: `at-provider-${id}` });
    const moved = await orders.change(id, 1, status, patch, at);
    if (!moved) throw new Error('somebody else has moved the order');
    return moved;
  };
  onTestFinished(stop);
  return { tracker, orders, clock, log, run, stop, stored };
}
