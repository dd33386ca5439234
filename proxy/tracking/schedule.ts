import type { OrderStatus } from '../contract/order.ts';
import type { OrderRow } from '../store/orders.ts';

/** What decides how soon an order is looked at again. Times: epoch ms. */
export interface Tracked {
  readonly status: OrderStatus;
  /** The order's last change, and the last look at it. */
  readonly changedAt: number;
  readonly lookedAt: number;
  /** Delivered, but without its serial number so far. */
  readonly noteMissing: boolean;
  /** How many of the looks after the end are done. */
  readonly followUps: number;
  /** A buyer looks at it now. */
  readonly watched: boolean;
  /** Asked for by the buyer ("I have paid"): goes first, once. */
  readonly asked: boolean;
  /** The last look saw a failure, which a second one must confirm. */
  readonly doubtful: boolean;
}

/** How often to look while the provider may have news: [watched, unwatched], ms. */
const INTERVALS: Partial<Record<OrderStatus, readonly [number, number]>> = {
  awaiting_payment: [2_500, 5_000],
  processing: [2_500, 5_000],
  // Paid late: most likely soon after, hardly ever after a day (upstream behaviours 23).
  expired: [30_000, 120_000],
};
const NOTE_INTERVALS = [10_000, 30_000] as const;
/** Long enough for a provider's slip to pass, short enough for a buyer who waits. */
const SECOND_LOOK_MS = 3_000;

const DAY_MS = 24 * 3_600_000;
/** Looks after the end, counted from it: statuses have been seen to flip (upstream behaviours 16). */
const FOLLOW_UPS_MS = [10 * 60_000, 3_600_000, DAY_MS] as const;
/** A look after the end that got no answer is tried again, without haste. */
const FOLLOW_UP_RETRY_MS = 60_000;
const EXPIRED_FOR_MS = DAY_MS;
const NOTE_FOR_MS = 10 * 60_000;
/** A follow-up counts as one interval overdue after this long, so that it hardly ever goes before others. */
const FOLLOW_UP_PATIENCE_MS = 600_000;

/** An order as tracking sees it, with nobody watching and nothing asked. */
export function trackedOf(order: OrderRow, lookedAt: number): Tracked {
  return {
    status: order.status,
    changedAt: order.updated_at,
    lookedAt,
    noteMissing: order.status === 'succeeded' && order.note === null,
    followUps: order.follow_ups,
    watched: false,
    asked: false,
    doubtful: false,
  };
}

/** Epoch ms at which the order is due; Infinity when the provider can have no more news of it. */
export function dueAt(order: Tracked, now: number): number {
  if (order.asked) return now;
  if (order.doubtful) return order.lookedAt + SECOND_LOOK_MS;
  const interval = intervalOf(order, now);
  if (interval !== null) return order.lookedAt + interval;
  if (!isEnded(order)) return Number.POSITIVE_INFINITY;
  const planned = order.changedAt + (FOLLOW_UPS_MS[order.followUps] ?? Number.POSITIVE_INFINITY);
  return Math.max(planned, order.lookedAt + FOLLOW_UP_RETRY_MS);
}

/** Whether a look now is one of the few that an order gets after its end. */
export function isFollowUp(order: Tracked, now: number): boolean {
  return isEnded(order) && !order.doubtful && intervalOf(order, now) === null;
}

/**
 * How overdue a look is: 1 when it is due, 2 when it has waited a whole interval longer, and so on. The
 * most overdue order goes first, so that under pressure all wait longer in proportion and none starves.
 */
export function overdue(order: Tracked, now: number): number {
  if (order.asked) return Number.POSITIVE_INFINITY;
  const late = now - dueAt(order, now);
  const patience = order.doubtful ? SECOND_LOOK_MS : (intervalOf(order, now) ?? FOLLOW_UP_PATIENCE_MS);
  return 1 + late / patience;
}

/** Whose request a look is: a waiting buyer's, routine, or only when there are requests to spare. */
export function requestClassOf(order: Tracked, now: number): 'watched' | 'routine' | 'spare' {
  if (order.asked || (order.watched && intervalOf(order, now) !== null)) return 'watched';
  return order.status === 'awaiting_payment' || order.status === 'processing' || order.doubtful
    ? 'routine'
    : 'spare';
}

function isEnded({ status }: Tracked): boolean {
  return status === 'succeeded' || status === 'failed';
}

function intervalOf(order: Tracked, now: number): number | null {
  const age = now - order.changedAt;
  const intervals =
    INTERVALS[order.status] ?? (order.noteMissing && age < NOTE_FOR_MS ? NOTE_INTERVALS : null);
  if (!intervals || (order.status === 'expired' && age > EXPIRED_FOR_MS)) return null;
  const [watched, unwatched] = intervals;
  // The longer nothing has happened, the less likely it happens in the next moment.
  return order.watched ? watched : Math.max(unwatched, age / 20);
}
