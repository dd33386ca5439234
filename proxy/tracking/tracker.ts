import { ProviderBusy } from '../provider/errors.ts';
import type { OrderBrief } from '../store/orders.ts';
import { SYSTEM_CLOCK, type TrackerClock } from './clock.ts';
import type { Hazards, Histogram } from './hazard.ts';
import { alertOf, isNotFound, type LookParts, lookAt } from './look.ts';
import {
  classOf,
  isFollowUp,
  isOver,
  LAST_LOOK_MS,
  type LookClass,
  stageOf,
  type Tracked,
  trackedOf,
  unseenSeconds,
  worthOf,
} from './policy.ts';
import { SignalGate } from './signals.ts';

/** What tracking needs from the rest of the house. */
export interface TrackerParts extends Omit<LookParts, 'now'> {
  /** Nothing is looked at while there is no API key to look with. */
  readonly canLook: () => boolean;
  readonly hazards: Hazards;
  /** Keeps what was learnt. */
  readonly keep: (histograms: ReadonlyArray<readonly [string, Histogram]>) => Promise<void>;
  readonly isWatched: (orderId: string) => boolean;
  /**
   * Told of every look that was answered, and, when it found a change, how long ago that can have been at
   * most (seconds since the look before), since nobody knows it exactly.
   */
  readonly onLook?: (kind: LookClass, changedAtMostAgo: number | null) => void;
  readonly onTrouble: (error: unknown, order: { code: string }) => void;
  readonly clock?: TrackerClock;
}

interface Entry {
  tracked: Tracked;
  readonly code: string;
  looking: boolean;
  /** Looks in a row at which the provider did not know the order. */
  missed: number;
  readonly signals: SignalGate;
}

/** Looks under way at once; more only queue up at a silent provider. */
const MOST_AT_ONCE = 8;
/** How often the loop wakes when no look is worth it yet, and when all looks it may have are under way. */
const IDLE_MS = 250;
const BUSY_MS = 50;
const DAY_S = 86_400;

/** Looks at orders the provider may have news of, always at the one where a look is worth most. */
export class Tracker {
  readonly #parts: TrackerParts;
  readonly #clock: TrackerClock;
  readonly #entries = new Map<string, Entry>();
  readonly #looks = new Set<Promise<void>>();
  #wake = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #stopped = true;
  #restUntil = 0;

  constructor(parts: TrackerParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? SYSTEM_CLOCK;
  }

  /** Takes up every order from before a restart that may still have news, and begins to look. */
  async start(): Promise<void> {
    const since = this.#clock.now() - LAST_LOOK_MS;
    const open = await this.#parts.orders.briefsWithStatus(['awaiting_payment', 'processing']);
    const ended = await this.#parts.orders.briefsWithStatus(['expired', 'succeeded', 'failed'], since);
    for (const order of [...open, ...ended]) this.follow(order, 0);
    this.#stopped = false;
    this.#running = this.#run();
  }

  /** Stops looking; resolves when the looks under way are over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake.abort();
    await this.#running;
    await Promise.all(this.#looks);
  }

  /**
   * Takes up an order, or lets go of one of which no more news can come.
   * @param lookedAt epoch ms of the last look; an order just changed counts as looked at just then.
   */
  follow(order: OrderBrief, lookedAt: number = order.updated_at): void {
    const tracked = trackedOf(order, lookedAt);
    if (order.provider_id === null || isOver(tracked, this.#clock.now())) {
      this.#entries.delete(order.id);
      return;
    }
    const entry = this.#entries.get(order.id);
    if (!entry) {
      const { code } = order;
      this.#entries.set(order.id, { tracked, code, looking: false, missed: 0, signals: new SignalGate() });
      return;
    }
    const { asked, watchedAt } = entry.tracked;
    entry.tracked = { ...tracked, asked, watchedAt };
  }

  /**
   * A buyer's signal that something may have happened: he says he has paid. His order is looked at next,
   * once. Signals that come too thick are not listened to, so that nobody can burn the budget with them.
   */
  lookSoon(orderId: string): void {
    const entry = this.#entries.get(orderId);
    if (!entry?.signals.allows(this.#clock.now())) return;
    entry.tracked = { ...entry.tracked, asked: true };
    // The loop may be resting for the pace, which does not hold for a buyer's signal.
    this.#restUntil = 0;
    this.#wake.abort();
  }

  /**
   * A buyer has his order open again: back from his wallet app, most likely. The first time says nothing
   * (he has just ordered), and neither does everybody's return after a restart.
   */
  reopened(orderId: string): void {
    if ((this.#entries.get(orderId)?.tracked.watchedAt ?? 0) > 0) this.lookSoon(orderId);
  }

  /** How many orders are kept in mind. */
  get size(): number {
    return this.#entries.size;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const now = this.#clock.now();
      const free = this.#parts.canLook() && now >= this.#restUntil && this.#looks.size < MOST_AT_ONCE;
      const next = free ? this.#mostWorth(now) : null;
      // The budget decides before the next order is chosen, so that it is chosen with the newest knowledge.
      if (next) await this.#begin(...next);
      else await this.#rest(Math.max(this.#restUntil - now, free ? this.#idleMs : BUSY_MS));
    }
  }

  async #rest(ms: number): Promise<void> {
    if (!this.#wake.signal.aborted) await this.#clock.sleep(ms, this.#wake.signal);
    if (this.#wake.signal.aborted) this.#wake = new AbortController();
  }

  /** A shop with nothing to do looks through its thousands of ended orders less often. */
  get #idleMs(): number {
    return Math.max(IDLE_MS, this.#entries.size / 10);
  }

  /** Begins a look; resolves when its request has gone out, or has come to nothing. */
  #begin(id: string, entry: Entry): Promise<void> {
    entry.looking = true;
    return new Promise((sent) => {
      const look = this.#look(id, entry, sent).finally(() => {
        entry.looking = false;
        this.#looks.delete(look);
        sent();
      });
      this.#looks.add(look);
    });
  }

  #mostWorth(now: number): [string, Entry] | null {
    let best: [string, Entry] | null = null;
    let most = 0;
    for (const [id, entry] of this.#entries) {
      if (entry.looking) continue;
      if (isOver(entry.tracked, now)) {
        this.#letGo(id, entry.tracked);
        continue;
      }
      if (this.#parts.isWatched(id)) entry.tracked = { ...entry.tracked, watchedAt: now };
      const worth = worthOf(this.#present(entry, now), now, this.#parts.hazards);
      if (worth > most) {
        best = [id, entry];
        most = worth;
      }
    }
    return best;
  }

  /** No more news can come. That a late payment did not come is news, too: most do not. */
  #letGo(id: string, { status, group }: Tracked): void {
    this.#entries.delete(id);
    if (status !== 'expired') return;
    const learnt = this.#parts.hazards.observe('expired', group, DAY_S, false);
    this.#parts.keep(learnt).catch((error: unknown) => this.#parts.onTrouble(error, { code: '' }));
  }

  #present(entry: Entry, now: number): Tracked {
    const { tracked } = entry;
    return tracked.watchedAt === now ? { ...tracked, watchedAt: Number.POSITIVE_INFINITY } : tracked;
  }

  async #look(id: string, entry: Entry, onSend: () => void): Promise<void> {
    const { orders } = this.#parts;
    const now = this.#clock.now();
    const before = this.#present(entry, now);
    entry.tracked = { ...entry.tracked, asked: false };
    try {
      const order = await orders.find(id);
      if (!order) {
        this.#entries.delete(id);
        return;
      }
      const parts = { ...this.#parts, now: this.#clock.now };
      const kind = classOf(before, now);
      const looked = await lookAt(parts, order, kind, before.doubtful, onSend);
      const isChanged = looked.order.status !== order.status;
      this.#parts.onLook?.(kind, isChanged ? unseenSeconds(before, now) : null);
      entry.missed = 0;
      if (isFollowUp(before, now) && !looked.doubtful) {
        await orders.countFollowUp(id, looked.order.follow_ups + 1);
        looked.order.follow_ups += 1;
      }
      this.follow(looked.order, this.#clock.now());
      entry.tracked = { ...entry.tracked, doubtful: looked.doubtful };
      if (isChanged) await this.#learn(before, now, looked.order.status !== 'expired');
    } catch (error) {
      await this.#missed(entry, before, error);
    }
  }

  /** A stage has ended somewhere between the last look and this one; halfway is the best guess. */
  async #learn(before: Tracked, now: number, changed: boolean): Promise<void> {
    const stage = stageOf(before, now);
    if (!stage) return;
    const age = (now - before.changedAt) / 1000 - unseenSeconds(before, now) / 2;
    await this.#parts.keep(this.#parts.hazards.observe(stage, before.group, Math.max(0, age), changed));
  }

  async #missed(entry: Entry, before: Tracked, error: unknown): Promise<void> {
    if (error instanceof ProviderBusy) {
      // Nothing was asked: the order stays as overdue, and as asked for, as it was.
      entry.tracked = { ...entry.tracked, asked: before.asked || entry.tracked.asked };
      this.#restUntil = this.#clock.now() + Math.min(error.retryAfterMs, 5_000);
      return;
    }
    entry.missed = isNotFound(error) ? entry.missed + 1 : 0;
    entry.tracked = { ...entry.tracked, lookedAt: this.#clock.now() };
    this.#parts.onTrouble(error, entry);
    const alert = alertOf(error, entry.code, entry.missed);
    if (alert)
      await this.#parts.alert(alert).catch((failed: unknown) => this.#parts.onTrouble(failed, entry));
  }
}
