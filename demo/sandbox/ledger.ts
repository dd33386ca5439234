import { type OrderRecord, type OrderStatus, orderStateAt } from './order.ts';
import type { PaymentStatus } from './payment.ts';

/** One order of the ledger. Money in whole rupiah, times in Unix milliseconds; null where the mode has none. */
export interface SandboxOrder {
  readonly id: string;
  readonly invoice: string;
  readonly userId: string;
  readonly mode: 'saldo' | 'dropship';
  readonly sid: string;
  readonly kategori: string;
  readonly layanan: string;
  readonly target: string;
  /** Empty when not given, as the customer's name and phone. */
  readonly nometer: string;
  readonly customerName: string;
  readonly customerPhone: string;
  /** What the reseller is charged. */
  readonly cost: number;
  readonly sellingPrice: number | null;
  /** The selling price and, where there is one, a unique code. */
  readonly amountToPay: number | null;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus | null;
  readonly catatan: string;
  /** The text inside the QR. */
  readonly qrPayload: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly paidAt: number | null;
}

/** An order as it stands at `now`, for whoever reads the ledger. */
export function describeOrder(order: OrderRecord, now: number): SandboxOrder {
  const { service, customer, payment } = order;
  return {
    id: order.id,
    invoice: order.invoice,
    userId: order.account.userId,
    mode: payment ? 'dropship' : 'saldo',
    sid: service.sid,
    kategori: service.kategori,
    layanan: service.layanan,
    target: order.target,
    nometer: order.meterNumber,
    customerName: customer.name,
    customerPhone: customer.phone,
    cost: order.cost,
    sellingPrice: order.sellingPrice,
    amountToPay: payment?.amount ?? null,
    ...orderStateAt(order, now),
    qrPayload: payment?.payload ?? null,
    createdAt: order.createdAt,
    expiresAt: payment?.expiresAt ?? null,
    paidAt: payment?.paidAt ?? null,
  };
}
