import { z } from 'zod';

const day = z.iso.date();

/** From which day to which, both included, in the provider's calendar (WIB). */
export const consoleProfitSchema = z.object({ from: day, to: day });

/** What was sold and earned. Money is whole rupiah; an order is earned when the provider says it succeeded. */
export interface ConsoleEarnings {
  readonly orders: number;
  readonly sales: number;
  readonly profit: number;
}

/** Sales and profit of a span of days. */
export interface ConsoleProfit {
  readonly total: ConsoleEarnings;
  /** Each day of the span, oldest first, also those without a sale. */
  readonly days: readonly (ConsoleEarnings & { readonly day: string })[];
  /** The most profitable first. */
  readonly categories: readonly (ConsoleEarnings & { readonly category: string })[];
  /** Paid and not delivered yet, whenever that was. */
  readonly pending: ConsoleEarnings;
  /** Failed after payment within the span. */
  readonly failed: ConsoleEarnings;
  /** Where the profit of buyers' orders is drawn: by hand, in the provider's dashboard. */
  readonly withdrawAt: string;
}
