import { setImmediate as turn } from 'node:timers/promises';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that only passes when nothing else is left to do: hours go by in milliseconds. */
export class VirtualClock {
  #now: number;
  readonly #sleepers: Sleeper[] = [];

  /** @param start epoch ms. */
  constructor(start = 1_800_000_000_000) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ at: this.#now + Math.max(0, ms), wake });
    });

  /** As `sleep`, unless `signal` aborts first; the sleeper then runs out unheard. */
  readonly sleepUntilWoken = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const woken = () => resolve();
      signal.addEventListener('abort', woken, { once: true });
      void this.sleep(ms).then(() => {
        signal.removeEventListener('abort', woken);
        resolve();
      });
    });

  /** Lets time pass until `end` (epoch ms), waking sleepers in order; real work between them is awaited. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      // Promise chains and the database's answers need a few turns before everybody sleeps again.
      for (let i = 0; i < 4; i++) await turn();
      this.#sleepers.sort((a, b) => a.at - b.at);
      const [next] = this.#sleepers;
      if (!next || next.at > end) break;
      this.#sleepers.shift();
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
  }
}
