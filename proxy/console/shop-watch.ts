import type { Readiness } from '../catalog/readiness.ts';
import type { ProviderService } from '../provider/mapping.ts';
import type { Alert } from '../store/alerts.ts';
import type { ConsoleStore } from '../store/console.ts';

/** What watching needs. */
export interface ShopWatchParts {
  readonly kept: Pick<ConsoleStore, 'setting' | 'set'>;
  readonly provider: () => Readiness['provider'];
  /** Asks the provider whether it is there again. */
  readonly askAgain: () => Promise<unknown>;
  /** Whole rupiah; null while nobody can say. */
  readonly balance: () => Promise<number | null>;
  readonly alert: (alert: Alert) => Promise<void>;
  /** The trouble is over: takes its alert back. */
  readonly settle: (kind: Alert['kind'], subject: string) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

const LOOK_EVERY_MS = 60_000;
/** A provider that is away for less has hiccups, and is told of on the page alone. */
const DOWN_AFTER_MS = 3 * 60_000;
/** One of some six hundred requests that the provider allows in this time. */
const BALANCE_EVERY_MS = 10 * 60_000;
/** The usual markup is a tenth: twice that, and what was earned by a product is gone, or its price is a mistake. */
const JUMP_PERCENT = 20;
/** When everything changes at once, the first few say it. */
const MOST_JUMPS = 10;

/** Looks out for what nobody reports: a provider that stays away, a balance that runs out, costs that jump. */
export class ShopWatch {
  readonly #parts: ShopWatchParts;
  #lowBalance: number | null = null;
  #isLow = false;
  #balanceAt = 0;
  #down: { readonly since: number; isTold: boolean } | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ShopWatchParts) {
    this.#parts = parts;
  }

  /** Reads below which balance the reseller wants to be told. */
  async prepare(): Promise<void> {
    const kept = await this.#parts.kept.setting('low_balance');
    this.#lowBalance = kept === null || kept === '' ? null : Number(kept);
  }

  start(): void {
    this.#timer = setInterval(() => void this.look().catch(this.#parts.onTrouble), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Whole rupiah; null: the reseller does not want to be told. */
  get lowBalance(): number | null {
    return this.#lowBalance;
  }

  /** From now on a balance below this is told. */
  async tellBelow(rupiah: number | null): Promise<void> {
    await this.#parts.kept.set('low_balance', rupiah === null ? '' : String(rupiah), Date.now());
    this.#lowBalance = rupiah;
    this.#isLow = false;
    this.#balanceAt = 0;
    if (rupiah === null) await this.#parts.settle('balance_low', '');
    await this.look();
  }

  /** Looks once. @param now epoch ms. */
  async look(now: number = Date.now()): Promise<void> {
    await this.#lookAtProvider(now);
    if (this.#lowBalance !== null && now - this.#balanceAt >= BALANCE_EVERY_MS) {
      this.#balanceAt = now;
      await this.#lookAtBalance(this.#lowBalance);
    }
  }

  /** Compares the provider's list with the one before: one alert for each category in which a cost has jumped. */
  readonly onList = (before: readonly ProviderService[], after: readonly ProviderService[]): void => {
    const earlier = new Map(before.map((service) => [service.sid, service]));
    const jumps = new Map<string, { alert: Alert; share: number; count: number }>();
    for (const service of after) {
      const old = earlier.get(service.sid);
      if (old?.name !== service.name || old.category !== service.category) continue;
      const [from, to] = [old.costRupiah, service.costRupiah];
      const share = (Math.abs(to - from) * 100) / from;
      if (!(share >= JUMP_PERCENT)) continue;
      const other = jumps.get(service.category);
      const detail = `${service.name}: ${from} -> ${to}`;
      const alert = { kind: 'price_jump', subject: service.category, detail } as const;
      const greater = other && other.share >= share ? other : { alert, share };
      jumps.set(service.category, { ...greater, count: (other?.count ?? 0) + 1 });
    }
    const greatest = [...jumps.values()].sort((a, b) => b.share - a.share).slice(0, MOST_JUMPS);
    for (const { alert, count } of greatest) {
      const others = count > 1 ? ` (+${count - 1})` : '';
      this.#parts.alert({ ...alert, detail: alert.detail + others }).catch(this.#parts.onTrouble);
    }
  };

  async #lookAtProvider(now: number): Promise<void> {
    const state = this.#parts.provider();
    const down = this.#down;
    if (state !== 'unreachable' && state !== 'no_answer') {
      this.#down = null;
      if (down?.isTold) await this.#tellDown(`${iso(down.since)} - ${iso(now)}`);
      return;
    }
    this.#down ??= { since: now, isTold: false };
    // With no visitors nobody else would ask for a quarter of an hour.
    void this.#parts.askAgain();
    if (this.#down.isTold || now - this.#down.since < DOWN_AFTER_MS) return;
    this.#down.isTold = true;
    await this.#tellDown(iso(this.#down.since));
  }

  #tellDown(detail: string): Promise<void> {
    return this.#parts.alert({ kind: 'provider_down', subject: '', detail });
  }

  async #lookAtBalance(least: number): Promise<void> {
    const balance = await this.#parts.balance();
    if (balance === null) return;
    const wasLow = this.#isLow;
    this.#isLow = balance < least;
    if (this.#isLow && !wasLow) {
      await this.#parts.alert({ kind: 'balance_low', subject: '', detail: `${balance} < ${least}` });
    } else if (!this.#isLow) await this.#parts.settle('balance_low', '');
  }
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
