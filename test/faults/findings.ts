import { KILL_POINTS, type KillPoint } from './kill-points.ts';

/** What may never happen. `untold`: no answer, a dishonest one, or one that changed. */
export type Wrong = 'lost' | 'doubled' | 'stuck' | 'untold';

/** What happened at one kill point. */
interface PointCounts {
  cycles: number;
  /** The point was reached, and the proxy killed there. */
  reached: number;
  buyers: number;
  acknowledgedBefore: number;
  acknowledgedAfter: number;
  unconfirmed: number;
}

/** Counts of a whole run, and everything that went wrong in it. */
export class Findings {
  /** Starts that were themselves killed. */
  interruptedStarts = 0;
  readonly #points = new Map(KILL_POINTS.map((point) => [point.label, none()]));
  readonly #wrong: Record<Wrong, Set<string>> = {
    lost: new Set(),
    doubled: new Set(),
    stuck: new Set(),
    untold: new Set(),
  };

  /** Adds to what happened at a point. */
  count(point: KillPoint, more: Partial<PointCounts>): void {
    const counts = this.#points.get(point.label) ?? none();
    for (const [name, number] of Object.entries(more) as [keyof PointCounts, number][])
      counts[name] += number;
    this.#points.set(point.label, counts);
  }

  /** Notes something that may never happen, once for each `subject`, and says so at once. */
  note(kind: Wrong, subject: string, detail: string): void {
    if (this.#wrong[kind].has(subject)) return;
    this.#wrong[kind].add(subject);
    console.error(`  ${kind.toUpperCase()} ${subject}: ${detail}`);
  }

  /** How many orders or buyers this happened to. */
  wrong(kind: Wrong): number {
    return this.#wrong[kind].size;
  }

  /** Whether nothing at all went wrong. */
  get isClean(): boolean {
    return Object.values(this.#wrong).every((subjects) => subjects.size === 0);
  }

  /** The sum over all points. */
  total(): PointCounts {
    const sum = none();
    for (const counts of this.#points.values())
      for (const name of Object.keys(sum) as (keyof PointCounts)[]) sum[name] += counts[name];
    return sum;
  }

  /** One row for each point, and the totals. */
  table(): string {
    const rows = [...this.#points, ['all points', this.total()] as const].map(([label, counts]) => [
      label,
      ...Object.values(counts).map(String),
    ]);
    const heads = ['killed', 'cycles', 'reached', 'buyers', '201 before', '201 after', 'unconfirmed'];
    return [heads, ...rows]
      .map(([label = '', ...cells]) => `  ${label.padEnd(30)}${cells.map((c) => c.padStart(12)).join('')}`)
      .join('\n');
  }
}

function none(): PointCounts {
  return {
    cycles: 0,
    reached: 0,
    buyers: 0,
    acknowledgedBefore: 0,
    acknowledgedAfter: 0,
    unconfirmed: 0,
  };
}
