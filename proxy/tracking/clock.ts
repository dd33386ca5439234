import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the tracker lives it; the bench brings its own. */
export interface TrackerClock {
  /** Epoch ms. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** Real time; a wait keeps no process alive. */
export const SYSTEM_CLOCK: TrackerClock = {
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined),
};
