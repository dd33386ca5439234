import type { Clock } from './clock.ts';
import { TooManyRequests } from './refusal.ts';

const windowMs = 60_000;

/**
 * At most `limit` requests per name in any 60 seconds. Refused requests do not count, so a caller who
 * waits as told always gets through.
 */
export class SlidingWindow {
  readonly #limit: number;
  readonly #clock: Clock;
  readonly #taken = new Map<string, number[]>();

  constructor(limit: number, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Counts one request for `name`. @throws TooManyRequests when the window is full */
  take(name: string): void {
    const now = this.#clock();
    const recent = (this.#taken.get(name) ?? []).filter((at) => at > now - windowMs);
    const oldest = recent[0];
    if (recent.length >= this.#limit && oldest !== undefined) {
      throw new TooManyRequests(Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)));
    }
    recent.push(now);
    this.#taken.set(name, recent);
  }
}
