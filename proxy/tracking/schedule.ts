import type { OrderRow } from '../store/orders.ts';

/** What decides how soon an order is looked at again. */
export interface Tracked {
  readonly status: OrderRow['status'];
  /** Epoch ms of the order's last change, and of the last look at it. */
  readonly changedAt: number;
  readonly lookedAt: number;
  /** A buyer looks at it now. */
  readonly watched: boolean;
  /** Asked for by the buyer ("I have paid"): goes first, once. */
  readonly asked: boolean;
}

/** States in which the provider may still have news, with how often to look: [watched, unwatched], ms. */
const INTERVALS: Partial<Record<OrderRow['status'], readonly [number, number]>> = {
  awaiting_payment: [2_500, 15_000],
  processing: [2_500, 10_000],
  // Paid late: most likely soon after, hardly ever after a day (upstream behaviours 23).
  expired: [30_000, 120_000],
  // Delivered, but the serial number has not come yet.
  succeeded: [10_000, 30_000],
};

/** How long after its last change an order in a closing state is still looked at. */
const LOOKED_AT_FOR_MS: Partial<Record<OrderRow['status'], number>> = {
  expired: 24 * 3_600_000,
  succeeded: 600_000,
};

/** Whether the provider may still have news of an order in this state. */
export function isOpen(order: Pick<OrderRow, 'status' | 'note' | 'updated_at'>, now: number): boolean {
  if (order.status === 'succeeded' && order.note !== null) return false;
  const most = LOOKED_AT_FOR_MS[order.status] ?? Number.POSITIVE_INFINITY;
  return order.status in INTERVALS && now - order.updated_at < most;
}

/**
 * How overdue a look is: 1 when its interval has passed, 2 when twice that, and so on. The most overdue
 * order is looked at first, so that under pressure all wait longer in proportion and none starves.
 */
export function overdue(order: Tracked, now: number): number {
  if (order.asked) return Number.POSITIVE_INFINITY;
  return (now - order.lookedAt) / intervalOf(order, now);
}

/** Epoch ms at which the order is due. */
export function dueAt(order: Tracked, now: number): number {
  return order.asked ? now : order.lookedAt + intervalOf(order, now);
}

function intervalOf(order: Tracked, now: number): number {
  const [watched, unwatched] = INTERVALS[order.status] ?? [60_000, 60_000];
  if (order.watched) return watched;
  // The longer nothing has happened, the less likely it happens in the next moment.
  return Math.max(unwatched, (now - order.changedAt) / 20);
}
