import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median, percentile, printTable } from './figures.ts';
import { brokenConnections, stuckReaders } from './sse-hardship.ts';
import { broadcasts, delaysOf, memoryAStream, numbers } from './sse-measures.ts';
import { type Kind, Stage } from './sse-stage.ts';

const ROUNDS = 3;
const MANY = 10_000;
const MOST = 18_000;
/** A targeted change a hundred times a second, for so long in each round. */
const CHANGES_PER_S = 100;
const CHANGES_S = 10;

interface Round {
  readonly rss: number;
  readonly heap: number;
  readonly openMs: number;
  readonly many: number;
  readonly most: number;
  readonly targeted: readonly number[];
  readonly commits: readonly number[];
}

/** One server, started anew: its memory, changes of single orders, and one order that everybody watches. */
async function round(kind: Kind): Promise<Round> {
  const stage = await Stage.start(kind, MANY + 1);
  try {
    const memory = await memoryAStream(stage, MANY);
    const made = await stage.changes({ perSecond: CHANGES_PER_S, seconds: CHANGES_S, first: 1, count: MANY });
    const targeted = delaysOf(made, await stage.arrivals());
    await stage.closeStreams();
    const everybody = (count: number) => stage.open(new Array<number>(count).fill(0));
    await everybody(MANY);
    const many = await broadcasts(stage, MANY);
    await everybody(MOST - MANY);
    const most = await broadcasts(stage, MOST);
    const commits = made.map(({ begunAt, madeAt }) => madeAt - begunAt);
    return { ...memory, many, most, targeted, commits };
  } finally {
    await stage.stop();
  }
}

function ratios(kind: string, ours: Figures, bare: Figures, goal?: number): Figure[] {
  const line = (what: string, pick: (figures: Figures) => number, unit: string, digits: number): Figure => {
    const ratio = pick(ours) / pick(bare);
    const value = `${pick(ours).toFixed(digits)} ${unit} / ${pick(bare).toFixed(digits)} = ${ratio.toFixed(2)}x`;
    const verdict = goal === undefined ? {} : { goal: `<= ${goal}x`, reached: ratio <= goal };
    return { what: `${kind}: ${what}`, value, ...verdict };
  };
  return [
    line('memory a stream (RSS)', (one) => one.rss, 'kB', 1),
    line('memory a stream (heap)', (one) => one.heap, 'kB', 1),
    line(`broadcast to ${MANY}, p99`, (one) => one.many, 'ms', 0),
    line(`broadcast to ${MOST}, p99`, (one) => one.most, 'ms', 0),
    line(`${MANY} streams open within`, (one) => one.openMs, 'ms', 0),
  ].map((figure, index) => (index < 4 ? figure : { what: figure.what, value: figure.value }));
}

type Figures = Pick<Round, 'rss' | 'heap' | 'openMs' | 'many' | 'most'>;

function medians(rounds: readonly Round[]): Figures {
  const of = (pick: (one: Round) => number) => median(rounds.map(pick));
  return {
    rss: of((one) => one.rss / 1024),
    heap: of((one) => one.heap / 1024),
    openMs: of((one) => one.openMs),
    many: of((one) => one.many),
    most: of((one) => one.most),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'zul-topup-bench-'));
process.env.BENCH_DIR = folder;
try {
  const rounds: Record<Kind, Round[]> = { bare: [], ours: [], 'better-sse': [] };
  // In turn, so that whatever else the machine does meets all of them.
  for (let number = 1; number <= ROUNDS; number++) {
    for (const kind of ['bare', 'ours', 'better-sse'] as const) {
      console.log(`round ${number} of ${ROUNDS}: ${kind}`);
      rounds[kind].push(await round(kind));
    }
  }
  const bare = medians(rounds.bare);
  const targeted = (kind: Kind) => median(rounds[kind].map((one) => percentile(one.targeted, 0.99)));
  const commits = rounds.ours.flatMap((one) => one.commits);
  console.log('readers that never read');
  const stuck = await stuckReaders(numbers(1, MANY));
  console.log('forced reconnects');
  const broken = await brokenConnections(numbers(1, MANY));
  printTable('Event streams, against a bare node:http server in the same run (medians of 3 rounds)', [
    ...ratios('ours', medians(rounds.ours), bare, 1.3),
    {
      what: `ours: ${CHANGES_PER_S} changes/s among ${MANY}, commit to client p99`,
      value: `${targeted('ours').toFixed(1)} ms (bare ${targeted('bare').toFixed(1)})`,
      goal: '<= 10 ms',
      reached: targeted('ours') <= 10,
    },
    {
      what: 'ours: the commit itself, p50 and p99',
      value: `${percentile(commits, 0.5).toFixed(1)} and ${percentile(commits, 0.99).toFixed(1)} ms`,
    },
    ...stuck,
    ...broken,
    ...ratios('better-sse', medians(rounds['better-sse']), bare),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
