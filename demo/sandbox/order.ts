import type { Account } from './accounts.ts';
import { type Payment, type PaymentStatus, paymentStateAt } from './payment.ts';
import type { Service } from './services/service.ts';

/** Words of the documented order status. */
export type OrderStatus = 'Pending' | 'Success' | 'Error';

/** An order as it was made. Where it stands follows from these facts and the time. */
export interface OrderRecord {
  readonly id: string;
  readonly invoice: string;
  readonly account: Account;
  readonly service: Readonly<Service>;
  readonly target: string;
  readonly meterNumber: string;
  readonly customer: { readonly name: string; readonly phone: string };
  /** What the reseller is charged, in whole rupiah, fixed when the order is made. */
  readonly cost: number;
  /** What the reseller asks of his customer, before a unique code; null for saldo orders. */
  readonly sellingPrice: number | null;
  /** Null: paid from the balance when created. */
  readonly payment: Payment | null;
  readonly createdAt: number;
  readonly deliveryMs: number;
  readonly fails: boolean;
  /** What `catatan` says once delivered. */
  readonly note: string;
}

/** Where an order stands. `paymentStatus` is null for saldo orders. */
export interface OrderState {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus | null;
  readonly catatan: string;
}

/**
 * Where an order stands at `now`. An unpaid dropship order ends as `Error` with payment status `expired`:
 * the documents know three order statuses only, and "dibatalkan" (cancelled) is nearest to that one.
 */
export function orderStateAt(order: OrderRecord, now: number): OrderState {
  const paymentStatus = order.payment && paymentStateAt(order.payment, now);
  if (paymentStatus === 'pending') return { status: 'Pending', paymentStatus, catatan: '' };
  if (paymentStatus === 'expired') {
    return { status: 'Error', paymentStatus, catatan: 'Dibatalkan: tidak dibayar dalam batas waktu.' };
  }
  const startedAt = order.payment?.paidAt ?? order.createdAt;
  if (now < startedAt + order.deliveryMs) return { status: 'Pending', paymentStatus, catatan: '' };
  if (order.fails) return { status: 'Error', paymentStatus, catatan: 'Gagal: ditolak oleh operator.' };
  return { status: 'Success', paymentStatus, catatan: order.note };
}
