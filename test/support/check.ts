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

/** A check that could not be made here; the detail says what it needs. */
export function skipped(name: string, detail: string): Check {
  return { name, outcome: 'skipped', detail };
}
