import type { Clock } from '../clock.ts';
import type { Deposit } from '../deposits.ts';
import { type OrderRecord, orderStateAt } from '../order.ts';
import { type Payment, paymentStateAt } from '../payment.ts';
import type { SandboxProvider } from '../provider.ts';

/** One line of the cashier page. Money in whole rupiah, times in Unix milliseconds. */
export interface CashierItem {
  readonly id: string;
  readonly title: string;
  /** Where it goes: `123456789 · Budi`. */
  readonly detail: string;
  readonly amount: number;
  /** Null for saldo orders, which nobody pays by QR. */
  readonly payment: Payment | null;
  readonly stage: 'unpaid' | 'expired' | 'delivering' | 'done' | 'failed';
  /** What `catatan` says. */
  readonly note: string;
  readonly createdAt: number;
}

/** Every order and deposit as the cashier shows it, newest first. */
export function cashierItems({ orders, deposits, clock }: SandboxProvider): CashierItem[] {
  return [
    ...orders.all().map((order) => orderItem(order, clock)),
    ...deposits.all().map((deposit) => depositItem(deposit, clock)),
  ].sort((a, b) => b.createdAt - a.createdAt);
}

/** An order as the cashier shows it. */
export function orderItem(order: OrderRecord, clock: Clock): CashierItem {
  const { service, payment, target, meterNumber, customer } = order;
  const { catatan } = orderStateAt(order, clock());
  return {
    id: order.id,
    title: `${service.kategori} · ${service.layanan}`,
    detail: [target, meterNumber, customer.name].filter((part) => part !== '').join(' · '),
    amount: payment?.amount ?? order.cost,
    payment,
    stage: orderStage(order, clock()),
    note: catatan,
    createdAt: order.createdAt,
  };
}

/** A deposit as the cashier shows it. */
export function depositItem(deposit: Deposit, clock: Clock): CashierItem {
  const stages = { pending: 'unpaid', settlement: 'done', expired: 'expired' } as const;
  return {
    id: deposit.orderId,
    title: 'Deposit saldo',
    detail: deposit.account.userId,
    amount: deposit.payment.amount,
    payment: deposit.payment,
    stage: stages[paymentStateAt(deposit.payment, clock())],
    note: '',
    createdAt: deposit.createdAt,
  };
}

function orderStage(order: OrderRecord, now: number): CashierItem['stage'] {
  const { status, paymentStatus } = orderStateAt(order, now);
  if (paymentStatus === 'pending') return 'unpaid';
  if (paymentStatus === 'expired') return 'expired';
  if (status === 'Pending') return 'delivering';
  return status === 'Success' ? 'done' : 'failed';
}
