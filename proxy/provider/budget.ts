import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { ProviderBusy, ProviderUnavailable } from './errors.ts';

/**
 * Who wants a request, from the most urgent to the least: a buyer's order, the reseller, a look a buyer has
 * asked for, one that tracking thinks worth it, one that can wait for quiet times.
 */
export type RequestClass = 'create' | 'console' | 'signal' | 'routine' | 'spare';

/** Where slots are kept, so that they outlive a restart and are shared by processes. Times: epoch ms. */
export interface SlotStore {
  /**
   * Takes a slot if more than `reserve` are free at `now`; it is held until `heldUntil` at the latest.
   * @param isSynced false: a power cut may take it back until something else is kept.
   */
  take(now: number, heldUntil: number, reserve: number, isSynced?: boolean): Promise<number | null>;
  /** The slot may be used again from `freeAt` on. */
  giveBack(slot: number, freeAt: number): Promise<void>;
  /** When the next slot comes free for a request that leaves `reserve` to others. */
  nextFreeAt(reserve: number): Promise<number>;
  /** How many slots are free at `now`. */
  countFree(now: number): Promise<number>;
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

/** For storing the order between taking a slot and sending. */
const SLACK_MS = 5_000;

/** The provider's window is a minute; staying away for five is long enough whatever went wrong. */
const LONGEST_FREEZE_MS = 300_000;

/**
 * Share of all slots that a class leaves to those above it. Little, because requests other than creates are
 * paced evenly over the minute: then a slot comes free every second, and the next create takes it.
 */
const RESERVES: Readonly<Record<RequestClass, number>> = {
  create: 0,
  console: 1 / 60,
  signal: 1 / 60,
  routine: 2 / 60,
  spare: 24 / 60,
};
/** Nobody asks for a slot again sooner, so that a full minute is no busy loop. */
const LEAST_WAIT_MS = 10;
/** However many creates there are, others are paced as if this share were left to them. */
const LEAST_SHARE = 0.1;
/**
 * How many requests other than creates may go at once after a pause. Routine looks leave the rest of the
 * larger burst to people who wait: signals are seldom held up, yet cannot use up the minute at a stroke.
 */
const BURST = 2;
const SIGNAL_BURST = 8;

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
  #tooMany = 0;
  #waiting = 0;
  /** Creates of the last minute, epoch ms, oldest first. */
  readonly #createdAt: number[] = [];
  /** Slots that are just being given back. */
  readonly #returning = new Set<Promise<unknown>>();
  /** When the next request would go if all had been spread evenly so far (generic cell rate algorithm). */
  #evenly = 0;

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
   * @param prepare runs within the slot ahead of `send`; where it fails nothing is sent, and the slot is free again.
   * @throws ProviderBusy when no slot comes free in time; then nothing was sent.
   */
  async run<T>(
    kind: RequestClass,
    waitMs: number,
    send: () => Promise<T>,
    prepare?: () => void | Promise<void>,
  ): Promise<T> {
    const deadline = this.#clock.now() + waitMs;
    const slot = await (kind === 'create'
      ? this.#inOrder(() => this.#take('create', deadline))
      : this.#take(kind, deadline));
    let arrived = false;
    try {
      await prepare?.();
      arrived = true;
      const answer = await send();
      this.#strikes = 0;
      return answer;
    } catch (error) {
      if (error instanceof ProviderBusy) await this.#stayAway(error.retryAfterMs);
      if (error instanceof ProviderUnavailable) arrived = false;
      throw error;
    } finally {
      this.#giveBack(slot, this.#clock.now() + (arrived ? WINDOW_MS : 0));
    }
  }

  /**
   * After what is made of the answer, because a buyer waits for that and nobody for this. Should it fail, or the
   * process end before, the slot comes back when its hold ends.
   */
  #giveBack(slot: number, freeAt: number): void {
    const given = turn()
      .then(() => this.#slots.giveBack(slot, freeAt))
      .catch(() => undefined)
      .finally(() => this.#returning.delete(given));
    this.#returning.add(given);
  }

  /** For the metrics: slots free now, and how often the provider said "too many" since the start. */
  async figures(): Promise<{ freeSlots: number; tooMany: number }> {
    return { freeSlots: await this.#slots.countFree(this.#clock.now()), tooMany: this.#tooMany };
  }

  /** Whoever is told "too many" again and again stays away longer each time. */
  async #stayAway(retryAfterMs: number): Promise<void> {
    this.#tooMany += 1;
    const longer = Math.min(retryAfterMs * 2 ** this.#strikes, Math.max(retryAfterMs, LONGEST_FREEZE_MS));
    this.#strikes = Math.min(this.#strikes + 1, 10);
    await this.#slots.freeze(this.#clock.now() + longer);
  }

  /** Creates queue up behind one another, so that who came first goes first; meanwhile all others hold back. */
  #inOrder<T>(take: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const mine = this.#creates.then(take, take).finally(() => {
      this.#waiting -= 1;
    });
    this.#creates = mine.catch(() => undefined);
    return mine;
  }

  async #take(kind: RequestClass, deadline: number): Promise<number> {
    for (;;) {
      const now = this.#clock.now();
      const reserve = this.#reserve(kind, now);
      const slot = this.#turnAt(kind, now) <= now ? await this.#slot(kind, now, reserve) : null;
      if (slot !== null) {
        if (kind === 'create') this.#createdAt.push(now);
        else this.#evenly = Math.max(this.#evenly, now) + this.#gap;
        return slot;
      }
      if (this.#returning.size > 0) {
        await Promise.all(this.#returning);
        continue;
      }
      const freeAt = Math.max(
        await this.#slots.nextFreeAt(reserve),
        this.#turnAt(kind, now),
        now + LEAST_WAIT_MS,
      );
      if (freeAt > deadline) throw new ProviderBusy(freeAt - now);
      await this.#clock.sleep(freeAt - now);
    }
  }

  /** A create's slot comes to the disk with its order, which is stored before anything is sent: one wait less. */
  #slot(kind: RequestClass, now: number, reserve: number): Promise<number | null> {
    return this.#slots.take(now, now + this.#timeoutMs + SLACK_MS + WINDOW_MS, reserve, kind !== 'create');
  }

  /** Epoch ms at which a request of this class may go as far as pace and precedence are concerned. */
  #turnAt(kind: RequestClass, now: number): number {
    if (kind === 'create') return now;
    if (this.#waiting > 0) return now + this.#gap;
    const burst = kind === 'signal' || kind === 'console' ? SIGNAL_BURST : BURST;
    return this.#evenly - burst * this.#gap;
  }

  /** Between two requests other than creates, spread evenly over what the creates of this minute leave. */
  get #gap(): number {
    const minuteAgo = this.#clock.now() - WINDOW_MS;
    while ((this.#createdAt[0] ?? Number.POSITIVE_INFINITY) < minuteAgo) this.#createdAt.shift();
    const left = this.#limit - 1 - this.#createdAt.length;
    return WINDOW_MS / Math.max(1, this.#limit * LEAST_SHARE, left);
  }

  /** How many slots this class leaves to those above it; signals that come in a crowd leave one more. */
  #reserve(kind: RequestClass, now: number): number {
    const isCrowd = kind === 'signal' && this.#evenly - now > 2 * BURST * this.#gap;
    return Math.min(this.#limit - 1, Math.ceil(this.#limit * RESERVES[kind]) + (isCrowd ? 1 : 0));
  }
}
