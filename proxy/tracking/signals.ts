/** Signals for one order that are listened to: one every 5 s, and a few more after a quiet time. */
const EVERY_MS = 5_000;
const BURST = 4;

/** Lets through as many of one order's signals as no buyer needs more of (generic cell rate algorithm). */
export class SignalGate {
  /** When the next signal would come if all had come evenly; epoch ms. */
  #evenly = 0;

  /** Whether a signal that comes now is listened to. */
  allows(now: number): boolean {
    if (this.#evenly - now > BURST * EVERY_MS) return false;
    this.#evenly = Math.max(this.#evenly, now) + EVERY_MS;
    return true;
  }
}
