import { ProviderBusy } from '../provider/errors.ts';
import type { SeenStatus } from '../provider/mapping.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';
import { isAllowed, stepsFor } from './apply.ts';
import { dueAt, isOpen, overdue, type Tracked } from './schedule.ts';

/** What tracking needs from the rest of the house. */
export interface TrackerParts {
  readonly orders: OrderStore;
  /** Null while no API key is set. */
  readonly provider: {
    orderStatus(providerId: string, kind: 'watched' | 'routine'): Promise<SeenStatus>;
  } | null;
  readonly isWatched: (orderId: string) => boolean;
  readonly onChange: (order: OrderRow) => void;
  readonly onTrouble: (error: unknown, order: { code: string }) => void;
}

interface Entry {
  readonly id: string;
  status: OrderRow['status'];
  changedAt: number;
  lookedAt: number;
  asked: boolean;
  looking: boolean;
}

/** Between two looks, so that they spread over the minute instead of leaving part of it silent. */
const PACE_MS = 1_100;
/** Looks under way at once; more only queue up at a provider that has stopped answering. */
const MOST_AT_ONCE = 8;
/** How long the loop sleeps at most when nothing is due. */
const LONGEST_SLEEP_MS = 1_000;

/** Looks at open orders, the most overdue first, and writes down what it sees. */
export class Tracker {
  readonly #parts: TrackerParts;
  readonly #entries = new Map<string, Entry>();
  #timer: NodeJS.Timeout | undefined;
  #pausedUntil = 0;
  #looks = new Set<Promise<void>>();
  #stopped = true;

  constructor(parts: TrackerParts) {
    this.#parts = parts;
  }

  /** Takes up every order that is still open, from before a restart too, and begins to look. */
  async start(): Promise<void> {
    const since = Date.now() - 24 * 3_600_000;
    const open = await this.#parts.orders.withStatus(['awaiting_payment', 'processing']);
    const late = await this.#parts.orders.withStatus(['expired', 'succeeded'], since);
    for (const order of [...open, ...late]) this.follow(order);
    this.#stopped = false;
    this.#schedule(0);
  }

  /** Stops looking; resolves when the looks under way are over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#looks);
  }

  /** Takes up an order, or lets go of one that is over. */
  follow(order: OrderRow): void {
    if (order.provider_id === null || !isOpen(order, Date.now())) {
      this.#entries.delete(order.id);
      return;
    }
    const entry = this.#entries.get(order.id);
    if (entry) {
      entry.status = order.status;
      entry.changedAt = order.updated_at;
      return;
    }
    this.#entries.set(order.id, {
      id: order.id,
      status: order.status,
      changedAt: order.updated_at,
      // A QR has just been drawn: nobody has paid it this instant.
      lookedAt: order.status === 'awaiting_payment' ? order.updated_at : 0,
      asked: false,
      looking: false,
    });
  }

  /** The buyer says he has paid: this order is looked at next. */
  lookSoon(orderId: string): void {
    const entry = this.#entries.get(orderId);
    if (!entry) return;
    entry.asked = true;
    this.#schedule(0);
  }

  #schedule(afterMs: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const wait = Math.max(afterMs, this.#pausedUntil - Date.now());
    this.#timer = setTimeout(() => this.#tick(), wait).unref();
  }

  #tick(): void {
    const now = Date.now();
    const full = this.#looks.size >= MOST_AT_ONCE;
    const next = full ? null : this.#mostOverdue(now);
    if (!next) {
      this.#schedule(full ? PACE_MS : this.#untilNextDue(now));
      return;
    }
    next.looking = true;
    next.asked = false;
    const look = this.#look(next).finally(() => {
      next.looking = false;
      next.lookedAt = Date.now();
      this.#looks.delete(look);
    });
    this.#looks.add(look);
    this.#pausedUntil = Math.max(this.#pausedUntil, now + PACE_MS);
    this.#schedule(PACE_MS);
  }

  #mostOverdue(now: number): Entry | null {
    let best: Entry | null = null;
    let most = 1;
    for (const entry of this.#entries.values()) {
      if (entry.looking) continue;
      const score = overdue(this.#tracked(entry), now);
      if (score >= most) {
        best = entry;
        most = score;
      }
    }
    return best;
  }

  #untilNextDue(now: number): number {
    let soonest = now + LONGEST_SLEEP_MS;
    for (const entry of this.#entries.values()) {
      if (!entry.looking) soonest = Math.min(soonest, dueAt(this.#tracked(entry), now));
    }
    return Math.max(20, soonest - now);
  }

  #tracked(entry: Entry): Tracked {
    return { ...entry, watched: this.#parts.isWatched(entry.id) };
  }

  async #look(entry: Entry): Promise<void> {
    let code = '';
    try {
      const order = await this.#parts.orders.find(entry.id);
      if (!order || order.provider_id === null || !this.#parts.provider || !isOpen(order, Date.now())) {
        this.#entries.delete(entry.id);
        return;
      }
      code = order.code;
      const kind = this.#parts.isWatched(order.id) ? 'watched' : 'routine';
      await this.#apply(order, await this.#parts.provider.orderStatus(order.provider_id, kind));
    } catch (error) {
      if (error instanceof ProviderBusy) {
        this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + Math.min(error.retryAfterMs, 5_000));
      } else {
        this.#parts.onTrouble(error, { code });
      }
    }
  }

  async #apply(seenAt: OrderRow, seen: SeenStatus): Promise<void> {
    let order = seenAt;
    for (const step of stepsFor(order, seen, Date.now())) {
      if (!isAllowed(order, step)) return;
      const moved = await this.#parts.orders.change(
        order.id,
        order.version,
        step.status,
        step.patch,
        Date.now(),
      );
      // Somebody else was quicker; the next look starts from what is there now.
      if (!moved) return;
      order = moved;
      this.follow(order);
      this.#parts.onChange(order);
    }
  }
}
