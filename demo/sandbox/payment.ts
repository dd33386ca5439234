import { newToken } from './ids.ts';
import { qrisPayload } from './qris.ts';
import { Refusal } from './refusal.ts';

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

/** A payment nobody has made yet. `reference` is what the buyer's wallet shows. */
export function openPayment(amount: number, reference: string, expiresAt: number): Payment {
  return { token: newToken(), payload: qrisPayload(amount, reference), amount, expiresAt, paidAt: null };
}

/** Where a payment stands at `now`. At the very moment of expiry it is expired. */
export function paymentStateAt(payment: Payment, now: number): PaymentStatus {
  if (payment.paidAt !== null) return 'settlement';
  return now >= payment.expiresAt ? 'expired' : 'pending';
}

/** Marks the payment as made; a second time changes nothing. @throws Refusal when it has expired */
export function settlePayment(payment: Payment, now: number): void {
  const status = paymentStateAt(payment, now);
  if (status === 'expired') throw new Refusal('QR sudah kedaluwarsa.');
  if (status === 'pending') payment.paidAt = now;
}
