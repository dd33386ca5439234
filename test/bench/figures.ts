/** The value below which this share (0 to 1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle one of several rounds, so that one disturbed round does not count. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** One line of the result: what was measured, what came out, what was wanted. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly goal?: string;
  /** Left out where there is no goal. */
  readonly reached?: boolean;
}

/** Prints the figures under each other, with the goal beside each. */
export function printTable(title: string, figures: readonly Figure[]): void {
  const width = (pick: (figure: Figure) => string) => Math.max(...figures.map((one) => pick(one).length));
  const what = width((one) => one.what);
  const value = width((one) => one.value);
  const goal = width((one) => one.goal ?? '');
  console.log(`\n${title}\n`);
  for (const one of figures) {
    const verdict = one.reached === undefined ? '' : one.reached ? 'reached' : 'MISSED';
    console.log(
      `  ${one.what.padEnd(what)}  ${one.value.padStart(value)}  ${(one.goal ?? '').padEnd(goal)}  ${verdict}`.trimEnd(),
    );
  }
  console.log();
}
