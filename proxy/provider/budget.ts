import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderBusy, ProviderUnavailable } from './errors.ts';

/** Who wants a request, from the most urgent to the least. */
export type RequestClass = 'create' | 'console' | 'watched' | 'routine' | 'spare';

/** Where slots are kept, so that they outlive a restart and are shared by processes. Times: epoch ms. */
export interface SlotStore {
  /** Takes a slot if more than `reserve` are free at `now`; it is held until `heldUntil` at the latest. */
  take(now: number, heldUntil: number, reserve: number): Promise<number | null>;
  /** The slot may be used again from `freeAt` on. */
  giveBack(slot: number, freeAt: number): Promise<void>;
  /** When the next slot comes free for a request that leaves `reserve` to others. */
  nextFreeAt(reserve: number): Promise<number>;
  /** No slot is free before `until`. */
  freeze(until: number): Promise<void>;
}

/** Time as the budget lives it; tests bring their own. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const SYSTEM_CLOCK: Clock = { now: Date.now, sleep };

/** A rolling minute, and a little more so that two clocks' rounding cannot make it shorter. */
const WINDOW_MS = 60_050;

/** For writing the order's "sent" mark between taking a slot and sending. */
const SLACK_MS = 5_000;

/** The provider's window is a minute; staying away for five is long enough whatever went wrong. */
const LONGEST_FREEZE_MS = 300_000;

/** Share of all slots that a class leaves to those above it. */
const RESERVES: Readonly<Record<RequestClass, number>> = {
  create: 0,
  console: 0.05,
  watched: 0.15,
  routine: 0.3,
  spare: 0.6,
};

/**
 * The provider's "60 requests a minute" as slots. A slot is given back a minute after the *answer*, so
 * whatever the network's delay, no more than the limit can arrive in any minute as the provider counts.
 */
export class RequestBudget {
  readonly #slots: SlotStore;
  readonly #limit: number;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  #creates: Promise<unknown> = Promise.resolve();
  #strikes = 0;

  /**
   * @param limit requests a minute that the provider allows.
   * @param timeoutMs how long one request may take; a slot whose holder dies comes back after it.
   */
  constructor(slots: SlotStore, limit: number, timeoutMs: number, clock: Clock = SYSTEM_CLOCK) {
    this.#slots = slots;
    this.#limit = limit;
    this.#timeoutMs = timeoutMs;
    this.#clock = clock;
  }

  /**
   * Runs `send` once in a slot of its own.
   * @param waitMs how long to wait for a slot, in order of arrival.
   * @throws ProviderBusy when no slot comes free in time; then nothing was sent.
   */
  async run<T>(kind: RequestClass, waitMs: number, send: () => Promise<T>): Promise<T> {
    const deadline = this.#clock.now() + waitMs;
    const slot = await this.#inOrder(kind, () => this.#take(kind, deadline));
    let arrived = true;
    try {
      const answer = await send();
      this.#strikes = 0;
      return answer;
    } catch (error) {
      if (error instanceof ProviderBusy) await this.#stayAway(error.retryAfterMs);
      arrived = !(error instanceof ProviderUnavailable);
      throw error;
    } finally {
      await this.#slots.giveBack(slot, this.#clock.now() + (arrived ? WINDOW_MS : 0));
    }
  }

  /** Whoever is told "too many" again and again stays away longer each time. */
  async #stayAway(retryAfterMs: number): Promise<void> {
    const longer = Math.min(retryAfterMs * 2 ** this.#strikes, Math.max(retryAfterMs, LONGEST_FREEZE_MS));
    this.#strikes = Math.min(this.#strikes + 1, 10);
    await this.#slots.freeze(this.#clock.now() + longer);
  }

  /** Creates queue up behind one another, so that who came first goes first. */
  #inOrder<T>(kind: RequestClass, take: () => Promise<T>): Promise<T> {
    if (kind !== 'create') return take();
    const mine = this.#creates.then(take, take);
    this.#creates = mine.catch(() => undefined);
    return mine;
  }

  async #take(kind: RequestClass, deadline: number): Promise<number> {
    const reserve = this.#reserve(kind);
    for (;;) {
      const now = this.#clock.now();
      const slot = await this.#slots.take(now, now + this.#timeoutMs + SLACK_MS + WINDOW_MS, reserve);
      if (slot !== null) return slot;
      const freeAt = await this.#slots.nextFreeAt(reserve);
      if (freeAt > deadline) throw new ProviderBusy(Math.max(1000, freeAt - now));
      await this.#clock.sleep(Math.max(10, freeAt - now));
    }
  }

  #reserve(kind: RequestClass): number {
    return Math.min(this.#limit - 1, Math.ceil(this.#limit * RESERVES[kind]));
  }
}
