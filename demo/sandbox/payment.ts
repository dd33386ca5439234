import { newToken } from './ids.ts';
import { qrisPayload } from './qris.ts';
import { Refusal } from './refusal.ts';
import type { Twist } from './twist.ts';

/** Words of the documented payment status of dropship orders and deposits. */
export type PaymentStatus = 'pending' | 'settlement' | 'expired';

/** A payment by QRIS: whole rupiah, times in Unix milliseconds. */
export interface Payment {
  /** The unguessable part of its links. */
  readonly token: string;
  /** The text inside the QR. */
  readonly payload: string;
  readonly amount: number;
  readonly expiresAt: number;
  paidAt: number | null;
}

/**
 * A payment nobody has made yet.
 * @param asked whole rupiah, before a unique code
 * @param reference what the buyer's wallet shows
 */
export function openPayment(asked: number, reference: string, expiresAt: number, twist: Twist): Payment {
  const { uniqueCode = 0, payload = qrisPayload } = twist;
  const amount = asked + uniqueCode;
  return { token: newToken(), payload: payload(amount, reference), amount, expiresAt, paidAt: null };
}

/** Where a payment stands at `now`. At the very moment of expiry it is expired. */
export function paymentStateAt(payment: Payment, now: number): PaymentStatus {
  if (payment.paidAt !== null) return 'settlement';
  return now >= payment.expiresAt ? 'expired' : 'pending';
}

/**
 * Marks the payment as made; a second time changes nothing.
 * @param acceptsLate asked only when it has expired @throws Refusal when it has, and late is too late
 */
export function settlePayment(payment: Payment, now: number, acceptsLate: () => boolean): void {
  const status = paymentStateAt(payment, now);
  if (status === 'settlement') return;
  if (status === 'expired' && !acceptsLate()) throw new Refusal('QR sudah kedaluwarsa.');
  payment.paidAt = now;
}
