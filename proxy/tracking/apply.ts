import type { OrderStatus } from '../contract/order.ts';
import { isFinished, mayMove } from '../orders/transitions.ts';
import type { SeenStatus } from '../provider/mapping.ts';
import type { OrderPatch, OrderRow } from '../store/orders.ts';

/** One version to be written: the state to go to and what else changes with it. */
export interface Step {
  readonly status: OrderStatus;
  readonly patch: OrderPatch;
}

/** A payment made in the last second is settled a little later; only then is our own clock believed. */
const EXPIRY_GRACE_MS = 120_000;

/**
 * What a look means for an order: the versions to write, oldest first; none when nothing changed.
 * An order that went two states ahead between two looks takes both steps, so that its buyer and its
 * record see each of them. Words nobody knows change nothing.
 */
export function stepsFor(order: OrderRow, seen: SeenStatus, now: number): Step[] {
  if (order.status === 'awaiting_payment' || order.status === 'expired') return fromUnpaid(order, seen, now);
  if (order.status === 'processing') return delivered(seen);
  if (order.status === 'succeeded' && order.note === null && seen.delivery === 'success' && seen.note) {
    return [{ status: 'succeeded', patch: { note: seen.note } }];
  }
  return [];
}

/** Whether the step is allowed by the transition table; a late serial number stays in its state. */
export function isAllowed(order: Pick<OrderRow, 'status'>, step: Step): boolean {
  return mayMove(order.status, step.status) || (order.status === step.status && isFinished(step.status));
}

function fromUnpaid(order: OrderRow, seen: SeenStatus, now: number): Step[] {
  const late = order.status === 'expired' || isPast(order, now - EXPIRY_GRACE_MS);
  if (seen.payment === 'settlement' || seen.delivery === 'success' || seen.delivery === 'partial') {
    const reason = order.status === 'expired' ? ('paid_late' as const) : null;
    return [{ status: 'processing', patch: { payment_status: 'settlement', reason } }, ...delivered(seen)];
  }
  if (order.status === 'expired') return [];
  const cancelled = seen.payment === 'expired' || (seen.delivery === 'failed' && seen.payment === 'pending');
  if (cancelled || (late && seen.payment !== 'unknown' && seen.delivery !== 'unknown')) {
    return [{ status: 'expired', patch: { payment_status: 'expired' } }];
  }
  // The provider speaks of no payment at all: an end before the QR's time is a delivery that failed.
  if (seen.delivery === 'failed' && seen.payment === null) {
    return [
      { status: 'processing', patch: { payment_status: 'settlement' } },
      { status: 'failed', patch: { reason: 'payment_unclear' } },
    ];
  }
  return [];
}

function delivered(seen: SeenStatus): Step[] {
  if (seen.delivery === 'success') return [{ status: 'succeeded', patch: { note: seen.note } }];
  if (seen.delivery === 'failed') {
    return [{ status: 'failed', patch: seen.note === null ? {} : { provider_text: seen.note } }];
  }
  return [];
}

function isPast(order: OrderRow, time: number): boolean {
  return order.expires_at !== null && order.expires_at <= time;
}
