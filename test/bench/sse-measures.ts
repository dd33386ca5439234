import { median, percentile } from './figures.ts';
import { type Stage, sleep } from './sse-stage.ts';
import type { Made } from './stream-server.ts';

const WARM_UP = 300;
const BROADCASTS = 15;
const UNCOUNTED = 3;

/** Whole numbers from `first` on, so many. */
export function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_none, index) => first + index);
}

/**
 * Opens so many streams, each of an order of its own, and leaves them open.
 * @returns bytes for each of them, and how long all took to open.
 */
export async function memoryAStream(
  stage: Stage,
  count: number,
): Promise<{ rss: number; heap: number; openMs: number }> {
  // What is loaded and compiled with the first streams is not theirs.
  await stage.open(numbers(1, WARM_UP));
  await stage.closeStreams();
  const before = await stage.memory();
  const began = Date.now();
  await stage.open(numbers(1, count));
  const openMs = Date.now() - began;
  const after = await stage.memory();
  await stage.arrivals();
  return { rss: (after.rss - before.rss) / count, heap: (after.heap - before.heap) / count, openMs };
}

/** From when each version was made to its arrival, ms; one value for each arrival. */
export function delaysOf(
  made: readonly Made[],
  arrivals: readonly { order: number; version: number; at: number }[],
): number[] {
  const madeAt = new Map(made.map((one) => [`${one.order} ${one.version}`, one.madeAt]));
  return arrivals.flatMap(({ order, version, at }) => {
    const from = madeAt.get(`${order} ${version}`);
    return from === undefined ? [] : [at - from];
  });
}

/**
 * Changes order 0, which all open streams watch, again and again.
 * @returns the median of the rounds' p99 delay, ms.
 * @throws Error when an event did not arrive.
 */
export async function broadcasts(stage: Stage, readers: number): Promise<number> {
  await stage.arrivals();
  const p99s: number[] = [];
  for (let round = 0; round < BROADCASTS; round++) {
    const made = await stage.change(0);
    const delays: number[] = [];
    for (let wait = 0; delays.length < readers && wait < 50; wait++) {
      await sleep(200);
      delays.push(...delaysOf([made], await stage.arrivals()));
    }
    if (delays.length !== readers) throw new Error(`${delays.length} of ${readers} heard of a change`);
    if (round >= UNCOUNTED) p99s.push(percentile(delays, 0.99));
  }
  return median(p99s);
}
