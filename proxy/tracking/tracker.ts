import { ProviderBusy } from '../provider/errors.ts';
import type { OrderRow } from '../store/orders.ts';
import { alertOf, type LookParts, lookAt } from './look.ts';
import { dueAt, isFollowUp, overdue, requestClassOf, type Tracked, trackedOf } from './schedule.ts';

/** What tracking needs from the rest of the house. */
export interface TrackerParts extends Omit<LookParts, 'provider'> {
  /** Null while no API key is set: then nothing is looked at. */
  readonly provider: LookParts['provider'] | null;
  readonly isWatched: (orderId: string) => boolean;
  readonly onTrouble: (error: unknown, order: { code: string }) => void;
}

interface Entry {
  tracked: Tracked;
  readonly code: string;
  looking: boolean;
  /** Looks in a row that the provider did not answer. */
  missed: number;
}

/** Between two looks, so that they spread over the minute instead of leaving part of it silent. */
const PACE_MS = 1_100;
/** Looks under way at once; more only queue up at a provider that has stopped answering. */
const MOST_AT_ONCE = 8;
/** How long the loop sleeps at most when nothing is due. */
const LONGEST_SLEEP_MS = 1_000;
/** How long the loop rests after the budget said no. */
const LONGEST_REST_MS = 5_000;
/** The last look after the end comes a day after it; what is older cannot be due. */
const TAKEN_UP_FOR_MS = 25 * 3_600_000;

/** Looks at orders the provider may have news of, the most overdue first. */
export class Tracker {
  readonly #parts: TrackerParts;
  readonly #entries = new Map<string, Entry>();
  readonly #looks = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #restUntil = 0;
  #stopped = true;

  constructor(parts: TrackerParts) {
    this.#parts = parts;
  }

  /** Takes up every order from before a restart that may still have news, and begins to look. */
  async start(): Promise<void> {
    const since = Date.now() - TAKEN_UP_FOR_MS;
    const open = await this.#parts.orders.withStatus(['awaiting_payment', 'processing']);
    const ended = await this.#parts.orders.withStatus(['expired', 'succeeded', 'failed'], since);
    for (const order of [...open, ...ended]) this.follow(order, 0);
    this.#stopped = false;
    this.#schedule(0);
  }

  /** Stops looking; resolves when the looks under way are over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#looks);
  }

  /**
   * Takes up an order, or lets go of one of which no more news can come.
   * @param lookedAt epoch ms of the last look; an order just changed counts as looked at just then.
   */
  follow(order: OrderRow, lookedAt: number = order.updated_at): void {
    const tracked = trackedOf(order, lookedAt);
    if (order.provider_id === null || dueAt(tracked, Date.now()) === Number.POSITIVE_INFINITY) {
      this.#entries.delete(order.id);
      return;
    }
    const entry = this.#entries.get(order.id);
    if (entry) entry.tracked = { ...tracked, asked: entry.tracked.asked };
    else this.#entries.set(order.id, { tracked, code: order.code, looking: false, missed: 0 });
  }

  /** The buyer says he has paid: this order is looked at next. */
  lookSoon(orderId: string): void {
    const entry = this.#entries.get(orderId);
    if (!entry) return;
    entry.tracked = { ...entry.tracked, asked: true };
    this.#schedule(0);
  }

  #schedule(afterMs: number): void {
    if (this.#stopped || !this.#parts.provider) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), Math.max(afterMs, this.#restUntil - Date.now())).unref();
  }

  #tick(): void {
    const now = Date.now();
    const full = this.#looks.size >= MOST_AT_ONCE;
    const next = full ? null : this.#mostOverdue(now);
    if (!next) {
      this.#schedule(full ? PACE_MS : this.#untilNextDue(now));
      return;
    }
    const [id, entry] = next;
    entry.looking = true;
    const look = this.#look(id, entry).finally(() => {
      entry.looking = false;
      this.#looks.delete(look);
    });
    this.#looks.add(look);
    this.#restUntil = Math.max(this.#restUntil, now + PACE_MS);
    this.#schedule(PACE_MS);
  }

  #mostOverdue(now: number): [string, Entry] | null {
    let best: [string, Entry] | null = null;
    let most = 1;
    for (const [id, entry] of this.#entries) {
      if (entry.looking) continue;
      const score = overdue(this.#present(id, entry), now);
      if (score >= most) {
        best = [id, entry];
        most = score;
      }
    }
    return best;
  }

  #untilNextDue(now: number): number {
    let soonest = now + LONGEST_SLEEP_MS;
    for (const [id, entry] of this.#entries) {
      if (!entry.looking) soonest = Math.min(soonest, dueAt(this.#present(id, entry), now));
    }
    return Math.max(20, soonest - now);
  }

  #present(id: string, entry: Entry): Tracked {
    return { ...entry.tracked, watched: this.#parts.isWatched(id) };
  }

  async #look(id: string, entry: Entry): Promise<void> {
    const { orders, provider } = this.#parts;
    const before = this.#present(id, entry);
    entry.tracked = { ...entry.tracked, asked: false };
    try {
      const order = await orders.find(id);
      if (!order || !provider) {
        this.#entries.delete(id);
        return;
      }
      const kind = requestClassOf(before, Date.now());
      const looked = await lookAt({ ...this.#parts, provider }, order, kind, before.doubtful);
      entry.missed = 0;
      if (isFollowUp(before, Date.now()) && !looked.doubtful) {
        await orders.countFollowUp(id, looked.order.follow_ups + 1);
        looked.order.follow_ups += 1;
      }
      this.follow(looked.order, Date.now());
      entry.tracked = { ...entry.tracked, doubtful: looked.doubtful };
    } catch (error) {
      await this.#missed(entry, before, error);
    }
  }

  async #missed(entry: Entry, before: Tracked, error: unknown): Promise<void> {
    if (error instanceof ProviderBusy) {
      // Nothing was asked: the order stays as overdue, and as asked for, as it was.
      entry.tracked = { ...entry.tracked, asked: before.asked || entry.tracked.asked };
      this.#restUntil = Date.now() + Math.min(error.retryAfterMs, LONGEST_REST_MS);
      return;
    }
    entry.missed += 1;
    entry.tracked = { ...entry.tracked, lookedAt: Date.now() };
    this.#parts.onTrouble(error, entry);
    const alert = alertOf(error, entry.code, entry.missed);
    if (alert)
      await this.#parts.alert(alert).catch((failed: unknown) => this.#parts.onTrouble(failed, entry));
  }
}
