import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestBudget, type RequestClass } from '../../../../proxy/provider/budget.ts';
import { ProviderBusy, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { type OpenStore, openStore } from '../../../../proxy/store/open.ts';
import { StoredSlots } from '../../../../proxy/store/slots.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

const TIMEOUT_MS = 15_000;
const MINUTE_MS = 60_000;

/** One request of the simulation. Times in ms from its start. */
interface Wanted {
  readonly at: number;
  readonly kind: RequestClass;
  /** How long it travels to the provider, and back; above the time-out the answer is never seen. */
  readonly out: number;
  readonly back: number;
}

let dir: string;
let database: OpenStore;
let names = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zul-budget-'));
  database = await openStore({ kind: 'sqlite', file: join(dir, 'slots.db') });
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true });
});

/** Several processes on one key, each of which may die at any time, as the provider sees them. */
async function simulate(
  limit: number,
  wanted: readonly Wanted[],
  restarts: readonly number[],
  lengthMs: number,
) {
  const clock = new VirtualClock();
  const start = clock.now();
  const name = `run-${names++}`;
  const arrivals: number[] = [];
  const creates = { asked: 0, served: 0, longestWait: 0 };
  const process = async () => {
    const slots = new StoredSlots(database.store, name, limit);
    await slots.prepare();
    return new RequestBudget(slots, limit, TIMEOUT_MS, clock);
  };
  let budget = await process();
  let generation = 0;

  const request = async ({ kind, out, back }: Wanted) => {
    const mine = generation;
    const asked = clock.now();
    if (kind === 'create') creates.asked += 1;
    await budget
      .run(kind, kind === 'create' ? 5_000 : 0, async () => {
        if (kind === 'create') creates.longestWait = Math.max(creates.longestWait, clock.now() - asked);
        const sent = clock.now();
        await clock.sleep(Math.min(out, TIMEOUT_MS));
        if (out <= TIMEOUT_MS) arrivals.push(clock.now());
        await clock.sleep(Math.min(back, sent + TIMEOUT_MS - clock.now()));
        // A process that has died meanwhile gives nothing back.
        if (mine !== generation) await new Promise(() => undefined);
        if (clock.now() - sent >= TIMEOUT_MS) throw new ProviderUncertain('time-out');
        if (kind === 'create') creates.served += 1;
      })
      .catch((error: unknown) => {
        if (!(error instanceof ProviderBusy || error instanceof ProviderUncertain)) throw error;
      });
  };

  const actors = [
    ...wanted.map(async (one) => {
      await clock.sleep(one.at);
      await request(one);
    }),
    ...restarts.map(async (at) => {
      await clock.sleep(at);
      generation += 1;
      budget = await process();
    }),
  ];
  void actors;
  await clock.runUntil(start + lengthMs);
  return { arrivals: arrivals.sort((a, b) => a - b), creates };
}

/** The most arrivals in any rolling minute. */
function mostInAMinute(arrivals: readonly number[]): number {
  let first = 0;
  let most = 0;
  arrivals.forEach((at, index) => {
    while ((arrivals[first] ?? at) <= at - MINUTE_MS) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

const requestsOver = (lengthMs: number, most: number) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: lengthMs }),
      kind: fc.constantFrom<RequestClass>('create', 'console', 'signal', 'routine', 'spare'),
      out: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20_000 })),
      back: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20_000 })),
    }),
    { minLength: most / 2, maxLength: most },
  );

describe('the request budget', () => {
  it('never lets more than the limit arrive in any rolling minute, whatever the delays and restarts', async () => {
    // One run may see nothing arrive (a single slot, and its request lost); all of them together may not.
    let arrived = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        requestsOver(180_000, 120),
        fc.array(fc.integer({ min: 0, max: 180_000 }), { maxLength: 4 }),
        async (limit, wanted, restarts) => {
          const { arrivals } = await simulate(limit, wanted, restarts, 240_000);
          expect(mostInAMinute(arrivals)).toBeLessThanOrEqual(limit);
          arrived += arrivals.length;
        },
      ),
      { numRuns: 25 },
    );
    expect(arrived).toBeGreaterThan(100);
  });

  it('lets every create through at once under a flood of checks', async () => {
    const flood = Array.from({ length: 1_500 }, (_, index) => ({
      at: index * 200,
      kind: (['signal', 'routine', 'spare'] as const)[index % 3] ?? 'routine',
      out: 100,
      back: 100,
    }));
    // Ten creates a minute, as a busy shop has them; nine slots of sixty are kept for them.
    const orders = Array.from({ length: 40 }, (_, index) => ({
      at: index * 6_500 + 3,
      kind: 'create' as const,
      out: 100,
      back: 100,
    }));
    const { arrivals, creates } = await simulate(60, [...flood, ...orders], [], 320_000);
    expect(creates).toMatchObject({ asked: 40, served: 40 });
    expect(creates.longestWait).toBeLessThanOrEqual(2_000);
    expect(mostInAMinute(arrivals)).toBeLessThanOrEqual(60);
    // The limit is used, not only kept: what is left over from the reserve goes to checks.
    expect(arrivals.length).toBeGreaterThan(60 * 4);
  });
});
