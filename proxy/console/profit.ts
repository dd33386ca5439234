import type { ConsoleEarnings, ConsoleProfit } from '../contract/console-profit.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { EarningsStore, Sums } from '../store/earnings.ts';

const DAY_MS = 24 * 60 * 60_000;
/** WIB, UTC+7 all year: the provider's day, which its dashboard shows as well. */
const ZONE_MS = 7 * 60 * 60_000;
const MOST_DAYS = 366;
const NOTHING: ConsoleEarnings = { orders: 0, sales: 0, profit: 0 };

/** What the shop earns. */
export class ProfitReport {
  readonly #earnings: EarningsStore;
  readonly #providerUrl: string;

  /** @param providerUrl the provider's API; its dashboard is at the same host. */
  constructor(earnings: EarningsStore, providerUrl: string) {
    this.#earnings = earnings;
    this.#providerUrl = providerUrl;
  }

  /** @throws ProblemError `invalid_input` for a span that ends before it begins, or of more than a year. */
  async between(from: string, to: string): Promise<ConsoleProfit> {
    const first = dayOf(Date.parse(`${from}T00:00:00+07:00`));
    const last = dayOf(Date.parse(`${to}T00:00:00+07:00`));
    if (last < first || last - first >= MOST_DAYS)
      throw new ProblemError('invalid_input', { fields: { to: 'invalid' } });
    const span = [first * DAY_MS - ZONE_MS, (last + 1) * DAY_MS - ZONE_MS] as const;
    const [earned, failed, pending] = await Promise.all([
      this.#earnings.byDay('succeeded', ...span),
      this.#earnings.byDay('failed', ...span),
      this.#earnings.of('processing'),
    ]);
    const byDay = new Map<number, ConsoleEarnings>();
    const byCategory = new Map<string, ConsoleEarnings>();
    for (const row of earned) {
      byDay.set(row.day, plus(byDay.get(row.day), row));
      byCategory.set(row.category, plus(byCategory.get(row.category), row));
    }
    return {
      total: earned.reduce(plus, NOTHING),
      days: Array.from({ length: last - first + 1 }, (_, index) => ({
        day: new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
        ...(byDay.get(first + index) ?? NOTHING),
      })),
      categories: [...byCategory]
        .map(([category, sums]) => ({ category, ...sums }))
        .sort((a, b) => b.profit - a.profit),
      pending,
      failed: failed.reduce(plus, NOTHING),
      withdrawAt: new URL(this.#providerUrl).origin,
    };
  }

  /** What was earned on the provider's present day. */
  async today(now: number = Date.now()): Promise<ConsoleEarnings> {
    const today = new Date(now + ZONE_MS).toISOString().slice(0, 10);
    return (await this.between(today, today)).total;
  }
}

function dayOf(epochMs: number): number {
  return Math.floor((epochMs + ZONE_MS) / DAY_MS);
}

function plus(sum: ConsoleEarnings | undefined, more: Sums): ConsoleEarnings {
  const { orders, sales, profit } = sum ?? NOTHING;
  return { orders: orders + more.orders, sales: sales + more.sales, profit: profit + more.profit };
}
