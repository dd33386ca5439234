import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsoleOverview } from '../contract/console.ts';
import type { OrderStatus } from '../contract/order.ts';
import { ProviderRefused } from '../provider/errors.ts';
import type { Account } from '../provider/mapping.ts';
import type { KeptAlert } from '../store/alerts.ts';

/** Where the overview looks. */
export interface OverviewParts {
  readonly provider: { account(): Promise<Account> };
  /** Whether there is an API key. */
  readonly isConnected: () => boolean;
  /** The key is kept, and cannot be opened. */
  readonly isLocked: () => boolean;
  /** The provider's last answer was that the key is wrong. */
  readonly isRefused: () => boolean;
  /** What of a new shop's setting up is done, besides its account and its first order. */
  readonly setup: () => Omit<ConsoleOverview['setup'], 'account' | 'order'>;
  readonly countByStatus: () => Promise<ReadonlyMap<OrderStatus, number>>;
  readonly today: () => Promise<ConsoleOverview['today']>;
  readonly freeRequests: () => Promise<number | null>;
  readonly alerts: () => Promise<readonly KeptAlert[]>;
}

/** The balance costs one of the minute's requests: it is asked for at most this often. */
const FRESH_MS = 30_000;
/** The shop's own figures do not wait longer for a provider that is slow; the next look has its answer. */
const PATIENCE_MS = 3_000;
const AWAY = { trouble: 'provider_away' } as const;

/** The shop at a glance. */
export class Overview {
  readonly #parts: OverviewParts;
  #account: { at: number; answer: Promise<ConsoleOverview['account']> } | null = null;

  constructor(parts: OverviewParts) {
    this.#parts = parts;
  }

  async now(): Promise<ConsoleOverview> {
    const { countByStatus, alerts, today, freeRequests } = this.#parts;
    const [account, counts, kept, earned, free] = await Promise.all([
      this.#accountNow(),
      countByStatus(),
      alerts(),
      today(),
      freeRequests(),
    ]);
    return {
      account,
      orders: Object.fromEntries(counts),
      setup: this.#setup(counts),
      today: earned,
      freeRequests: free,
      alerts: kept.map(({ kind, subject, detail, times, lastAt }) => ({
        kind,
        subject,
        detail,
        times,
        lastAt: new Date(lastAt).toISOString(),
      })),
    };
  }

  /** How far the shop has been set up. */
  async setup(): Promise<ConsoleOverview['setup']> {
    return this.#setup(await this.#parts.countByStatus());
  }

  /** The balance, whole rupiah, at most half a minute old; null while nobody can say. */
  async balance(): Promise<number | null> {
    const account = await this.#accountNow();
    return 'balance' in account ? account.balance : null;
  }

  /** What was known of the balance is no longer true; the next look asks the provider. */
  forget(): void {
    this.#account = null;
  }

  #setup(counts: ReadonlyMap<OrderStatus, number>): ConsoleOverview['setup'] {
    return { account: this.#parts.isConnected(), ...this.#parts.setup(), order: counts.size > 0 };
  }

  async #accountNow(): Promise<ConsoleOverview['account']> {
    const { isConnected, isLocked, isRefused } = this.#parts;
    if (!isConnected()) return { trouble: isLocked() ? 'key_locked' : 'no_key' };
    if (isRefused()) return { trouble: 'key_refused' };
    if (this.#account === null || Date.now() - this.#account.at > FRESH_MS) {
      this.#account = { at: Date.now(), answer: this.#askAccount() };
    }
    return Promise.race([this.#account.answer, sleep(PATIENCE_MS, AWAY, { ref: false })]);
  }

  async #askAccount(): Promise<ConsoleOverview['account']> {
    try {
      const { userId, balanceRupiah } = await this.#parts.provider.account();
      return { userId, balance: balanceRupiah };
    } catch (error) {
      const isKey = error instanceof ProviderRefused && error.reason === 'key_wrong';
      return isKey ? { trouble: 'key_refused' } : AWAY;
    }
  }
}
