import { z } from 'zod';
import { ORDER_STATUSES, type OrderReason, type OrderStatus } from './order.ts';

/** How the reseller has dealt with an order that came to no certain or no good end. */
const ORDER_RESOLUTIONS = ['not_paid', 'delivered', 'refunded', 'other'] as const;

/** A day of the provider's calendar (WIB), `2026-11-25`. */
const day = z.iso.date();

/** What the list is narrowed to; `attention` are orders that a person must still decide on. */
export const consoleOrderFilterSchema = z.object({
  search: z.string().trim().max(100).optional(),
  status: z.enum([...ORDER_STATUSES, 'attention']).optional(),
  from: day.optional(),
  to: day.optional(),
});

/** The same, and where the page before ended. */
export const consoleOrderPageSchema = consoleOrderFilterSchema.extend({
  after: z
    .string()
    .regex(/^\d{1,16}\.[\w-]{1,40}$/)
    .optional(),
});

/** The reseller's own note; empty takes it away. */
export const consoleOrderNoteSchema = z.object({ note: z.string().trim().max(500) });

/** How he has dealt with it; null: not yet, after all. */
export const consoleOrderResolveSchema = z.object({ resolution: z.enum(ORDER_RESOLUTIONS).nullable() });

/** An order in the list. Money is whole rupiah, times are ISO 8601. */
export interface ConsoleOrder {
  readonly code: string;
  readonly mode: 'dropship' | 'saldo';
  readonly status: OrderStatus;
  readonly createdAt: string;
  readonly category: string;
  readonly service: string;
  readonly target: string;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly price: number;
  readonly profit: number | null;
  readonly resolution: (typeof ORDER_RESOLUTIONS)[number] | null;
}

/** A page of the list; `next` is to be given as `after`, null on the last page. */
export interface ConsoleOrderPage {
  readonly orders: readonly ConsoleOrder[];
  readonly next: string | null;
}

/** Everything that is known of one order. */
export interface ConsoleOrderDetail extends ConsoleOrder {
  /** What the provider takes of the price; null while it has not said so. */
  readonly cost: number | null;
  /** What the buyer was to pay exactly. */
  readonly amount: number | null;
  readonly note: string | null;
  readonly reason: OrderReason | null;
  readonly invoice: string | null;
  /** The provider's own words. */
  readonly providerText: string | null;
  readonly resellerNote: string | null;
  readonly resolvedAt: string | null;
  readonly timeline: readonly {
    readonly status: OrderStatus;
    readonly note: string | null;
    readonly reason: OrderReason | null;
    readonly at: string;
  }[];
}
