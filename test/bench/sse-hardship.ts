import { type Figure, median, percentile } from './figures.ts';
import { delaysOf } from './sse-measures.ts';
import { Stage, sleep } from './sse-stage.ts';

const MUTE = 100;
/**
 * Before anything piles up in the proxy the kernel takes 3 to 4 MB for each reader that does not read: 20
 * events a second of 16 kB, 20 times as long as in life, fill that in ten seconds.
 */
const PADDING = 16_000;
const FLOOD_PER_S = 20;
const FLOOD_LONGEST = 1_000;
const ROUNDS = 3;
const RATE = { perSecond: 100, seconds: 15 };
const BUSY = 1_000;
const BREAK_WITHIN_S = 12;

/** How the others fare beside 100 readers of one order who never read, and beside 100 who do. */
export async function stuckReaders(orders: readonly number[]): Promise<Figure[]> {
  const stage = await Stage.start('ours', orders.length + 1);
  try {
    await stage.open(orders);
    await stage.arrivals();
    const p99s = { reading: [] as number[], stuck: [] as number[] };
    for (let round = 1; round <= ROUNDS; round++) {
      p99s.reading.push(await othersBeside(stage, orders, { reads: true, dropped: 0 }));
      p99s.stuck.push(await othersBeside(stage, orders, { reads: false, dropped: MUTE * round }));
    }
    const { dropped = 0, open = 0 } = await stage.counts();
    const ratio = median(p99s.stuck) / median(p99s.reading);
    return [
      {
        what: `ours: others' p99 beside ${MUTE} readers that never read, and that do`,
        value: `${median(p99s.stuck).toFixed(1)} ms / ${median(p99s.reading).toFixed(1)} = ${ratio.toFixed(2)}x`,
        goal: '<= 1.2x',
        reached: ratio <= 1.2,
      },
      {
        what: 'ours: of those readers dropped, others still there',
        value: `${dropped} of ${MUTE * ROUNDS}, ${open} of ${orders.length}`,
        goal: 'all',
        reached: dropped === MUTE * ROUNDS && open === orders.length,
      },
    ];
  } finally {
    await stage.stop();
  }
}

async function othersBeside(
  stage: Stage,
  orders: readonly number[],
  { reads, dropped }: { reads: boolean; dropped: number },
): Promise<number> {
  await stage.openMute(MUTE, reads);
  await sleep(1_000);
  const over = { yet: false };
  const flood = (async () => {
    for (let change = 0; change < FLOOD_LONGEST; change++) {
      await stage.change(0, PADDING);
      await sleep(1_000 / FLOOD_PER_S);
      if (over.yet && ((await stage.counts()).dropped ?? 0) >= dropped) return;
    }
  })();
  const made = await stage.changes({ ...RATE, first: 1, count: orders.length });
  over.yet = true;
  await flood;
  await stage.closeMute();
  await sleep(500);
  return percentile(delaysOf(made, await stage.arrivals()), 0.99);
}

/** Breaks every connection once while orders change, and compares what each reader saw with what there was. */
export async function brokenConnections(orders: readonly number[]): Promise<Figure[]> {
  const stage = await Stage.start('ours', orders.length + 1);
  try {
    await stage.open(orders);
    const [made] = await Promise.all([
      // More changes than readers break away for: most orders change while theirs is gone or just back.
      stage.changes({ perSecond: 200, seconds: BREAK_WITHIN_S + 1, first: 1, count: BUSY }),
      stage.reconnect(BREAK_WITHIN_S),
    ]);
    await sleep(1_000);
    const newest = new Map<number, number>();
    for (const { order, version } of made) newest.set(order, Math.max(version, newest.get(order) ?? 0));
    const seen = await stage.versions();
    const behind = [...newest].filter(([order, version]) => seen.get(order) !== version).length;
    const { lost, repeated, ended } = await stage.faults();
    return [
      {
        what: `ours: ${orders.length} forced reconnects, ${made.length} changes: lost, repeated`,
        value: `${lost + behind}, ${repeated}`,
        goal: '0, 0',
        reached: lost + behind + repeated + ended === 0,
      },
    ];
  } finally {
    await stage.stop();
  }
}
