import { z } from 'zod';

/** Every state an order can be in; what each means to people stands in the README. */
export const ORDER_STATUSES = [
  'placing',
  'awaiting_payment',
  'processing',
  'succeeded',
  'failed',
  'expired',
  'rejected',
  'unconfirmed',
] as const;

/** Whole rupiah. The upper bound is QRIS's own: Rp10,000,000 a payment. */
const rupiah = z.int().nonnegative();

/** ISO 8601 with zone. */
const instant = z.iso.datetime({ offset: true });

/** Machine words that tell *why* an order is where it is; additive, so readers must tolerate new ones. */
export const ORDER_REASONS = [
  'refused',
  'service_unavailable',
  'duplicate_order',
  'price_changed',
  'bad_target',
  'not_sent',
  'no_answer',
  'paid_late',
  'payment_unclear',
  'qr_unusable',
] as const;

export const orderSchema = z.object({
  token: z.string(),
  code: z.string(),
  status: z.enum(ORDER_STATUSES),
  version: z.int().positive(),
  service: z.object({ sid: z.string(), name: z.string(), category: z.string(), categoryId: z.string() }),
  target: z.record(z.string(), z.string()),
  price: rupiah,
  payment: z
    .object({
      status: z.enum(['pending', 'settlement', 'expired']),
      /** The exact sum to pay, which may differ from `price` by the provider's unique code. */
      amount: rupiah,
      /** Address of the QR as a PNG; null once it must not be paid any more. */
      qr: z.url().nullable(),
      expiresAt: instant.nullable(),
      invoiceUrl: z.url({ protocol: /^https$/ }).nullable(),
    })
    .nullable(),
  /** On success the serial number (for PLN `token/name/tariff/power`), else null. */
  note: z.string().nullable(),
  reason: z.enum(ORDER_REASONS).nullable(),
  /** For `unconfirmed`: when a new try is sensible, because whatever was left open has lapsed by then. */
  retryAt: instant.nullable(),
  /**
   * While `processing`: how many seconds this category usually takes from paid to delivered (the median of
   * what this shop has seen lately). Null in every other state, and while too few have been seen to say.
   */
  usualSeconds: z.int().positive().nullable(),
  createdAt: instant,
  updatedAt: instant,
  timeline: z.array(z.object({ status: z.enum(ORDER_STATUSES), at: instant })),
});

/** Body of `POST /api/orders`. The target's fields are checked against the category by `targets/`. */
export const createOrderSchema = z.object({
  sid: z.string().min(1).max(64),
  ref: z.string().min(1).max(64),
  price: z.int().positive(),
  target: z.record(z.string().max(40), z.string().max(200)),
  customer: z.object({
    name: z.string().trim().min(1).max(60),
    phone: z.string().trim().min(1).max(30),
  }),
});

export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type OrderReason = (typeof ORDER_REASONS)[number];
export type Order = z.infer<typeof orderSchema>;
export type CreateOrder = z.infer<typeof createOrderSchema>;
