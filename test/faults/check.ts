/** The outcome of one check of a run. */
export interface Check {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The figures it was decided by. */
  readonly detail: string;
}

/** A check that was decided. */
export function decided(name: string, passed: boolean, detail: string): Check {
  return { name, outcome: passed ? 'passed' : 'failed', detail };
}
