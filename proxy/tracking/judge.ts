import type { OrderStatus } from '../contract/order.ts';
import { mayMove } from '../orders/transitions.ts';
import type { SeenStatus } from '../provider/mapping.ts';
import type { Alert } from '../store/alerts.ts';
import type { OrderPatch, OrderRow } from '../store/orders.ts';

/** One version to be written: the state to go to and what else changes with it. */
export interface Step {
  readonly status: OrderStatus;
  readonly patch: OrderPatch;
}

/** What a look means for an order. */
export interface Verdict {
  /** Versions to write, oldest first; none when nothing changed. */
  readonly steps: readonly Step[];
  /** The provider says it failed, and it must say so twice: siblings have been seen to err for one answer. */
  readonly doubtful: boolean;
  readonly alerts: readonly Alert[];
}

/** A payment made in the last second is settled a little later; only then is our own clock believed. */
const EXPIRY_GRACE_MS = 120_000;

const NOTHING: Verdict = { steps: [], doubtful: false, alerts: [] };

/**
 * Judges a look. An order that went two states ahead between two looks takes both steps, so that its
 * buyer and its record see each of them. Words nobody knows change nothing and are told to the reseller.
 * @param failedBefore the look before this one said "failed" too.
 */
export function judge(order: OrderRow, seen: SeenStatus, now: number, failedBefore: boolean): Verdict {
  if (seen.delivery === 'unknown' || seen.payment === 'unknown') {
    return { ...NOTHING, alerts: [{ kind: 'unknown_status', subject: seen.raw, detail: order.code }] };
  }
  switch (order.status) {
    case 'awaiting_payment':
      return whileUnpaid(order, seen, now, failedBefore);
    case 'expired':
      return isPaid(seen) ? paid(order, seen, 'paid_late', failedBefore) : NOTHING;
    case 'processing':
      return delivery(order, seen, failedBefore);
    case 'succeeded':
    case 'failed':
      return afterTheEnd(order, seen, failedBefore);
    default:
      return NOTHING;
  }
}

/** Whether the step is allowed by the transition table; a late serial number stays in its state. */
export function isAllowed(order: Pick<OrderRow, 'status'>, step: Step): boolean {
  const isLateNote = order.status === 'succeeded' && step.status === 'succeeded';
  return isLateNote || mayMove(order.status, step.status);
}

function whileUnpaid(order: OrderRow, seen: SeenStatus, now: number, failedBefore: boolean): Verdict {
  if (isPaid(seen)) return paid(order, seen, null, failedBefore);
  const outOfTime = order.expires_at !== null && order.expires_at <= now - EXPIRY_GRACE_MS;
  const cancelled = seen.delivery === 'failed' && seen.payment === 'pending';
  if (seen.payment === 'expired' || cancelled || outOfTime) {
    return { ...NOTHING, steps: [{ status: 'expired', patch: { payment_status: 'expired' } }] };
  }
  // The provider speaks of no payment at all: an end before the QR's time is a delivery that failed.
  if (seen.delivery !== 'failed') return NOTHING;
  if (!failedBefore) return { ...NOTHING, doubtful: true };
  const patch = { payment_status: 'settlement', reason: 'payment_unclear' } as const;
  return {
    ...NOTHING,
    steps: [
      { status: 'processing', patch },
      { status: 'failed', patch: { provider_text: seen.note } },
    ],
  };
}

function isPaid({ payment, delivery }: SeenStatus): boolean {
  return payment === 'settlement' || delivery === 'success' || delivery === 'partial';
}

function paid(order: OrderRow, seen: SeenStatus, reason: 'paid_late' | null, failedBefore: boolean): Verdict {
  const next = delivery(order, seen, failedBefore);
  const step: Step = { status: 'processing', patch: { payment_status: 'settlement', reason } };
  return { ...next, steps: [step, ...next.steps] };
}

function delivery(order: OrderRow, seen: SeenStatus, failedBefore: boolean): Verdict {
  switch (seen.delivery) {
    case 'success':
      return { ...NOTHING, steps: [{ status: 'succeeded', patch: { note: seen.note } }] };
    case 'failed':
      if (!failedBefore) return { ...NOTHING, doubtful: true };
      return { ...NOTHING, steps: [{ status: 'failed', patch: { provider_text: seen.note } }] };
    case 'partial':
      // On a prepaid product a person must decide what was delivered.
      return {
        ...NOTHING,
        alerts: [{ kind: 'partial_delivery', subject: order.code, detail: seen.note ?? '' }],
      };
    default:
      return NOTHING;
  }
}

function afterTheEnd(order: OrderRow, seen: SeenStatus, failedBefore: boolean): Verdict {
  const now = seen.delivery === 'success' ? 'succeeded' : seen.delivery === 'failed' ? 'failed' : null;
  if (now === null) return NOTHING;
  if (now === order.status) {
    const late = now === 'succeeded' && order.note === null && seen.note !== null;
    return late ? { ...NOTHING, steps: [{ status: now, patch: { note: seen.note } }] } : NOTHING;
  }
  if (now === 'failed' && !failedBefore) return { ...NOTHING, doubtful: true };
  const patch = now === 'succeeded' ? { note: seen.note } : { note: null, provider_text: seen.note };
  return {
    steps: [{ status: now, patch }],
    doubtful: false,
    alerts: [{ kind: 'status_flip', subject: order.code, detail: `${order.status} -> ${now}` }],
  };
}
