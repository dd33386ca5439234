import type { Account } from '../accounts.ts';
import { formatWib } from '../clock.ts';
import type { OrderRecord } from '../order.ts';
import type { SandboxProvider } from '../provider.ts';
import type { Twist } from '../twist.ts';
import type { Links } from './links.ts';
import type { Params } from './params.ts';

/** `POST /order/create`: mode B (dropship) when `selling_price` is given, else mode A (saldo). */
export function createOrder(
  provider: SandboxProvider,
  links: Links,
  account: Account,
  params: Params,
  twist: Twist,
) {
  const request = {
    service: provider.service(params.text('layanan')),
    target: params.text('target'),
    meterNumber: params.text('nometer'),
  };
  const sellingPrice = params.rupiah('selling_price');
  if (sellingPrice === null) {
    const { id, invoice } = provider.orders.createFromBalance(account, request);
    const pesan = 'Pesanan berhasil dibuat dan sedang diproses.';
    return { status: true, data: { id, invoice, pesan } };
  }
  const customer = { name: params.text('customer_name'), phone: params.text('customer_phone') };
  const order = provider.orders.createDropship(account, { ...request, sellingPrice, customer }, twist);
  return { status: true, data: dropshipAnswer(order, links) };
}

function dropshipAnswer({ id, invoice, cost, sellingPrice, payment }: OrderRecord, links: Links) {
  if (!payment || sellingPrice === null) throw new Error(`dropship order ${id} has no payment`);
  return {
    id,
    invoice,
    mode: 'dropship',
    selling_price: sellingPrice,
    reseller_cost: cost,
    reseller_profit: sellingPrice - cost,
    payment: {
      qr_url: links.qr(payment),
      amount: payment.amount,
      expired_at: formatWib(payment.expiresAt),
      status_url: links.paymentStatus(payment),
      invoice_url: links.invoice(payment),
    },
  };
}

/** `GET /order/status?id=`: dropship orders say `payment_status` as well. */
export function orderStatus(provider: SandboxProvider, account: Account, params: Params) {
  const order = provider.orders.find(account, params.text('id'));
  const { status, catatan, paymentStatus } = provider.orders.state(order);
  const data = { id: order.id, status, catatan };
  return { status: true, data: paymentStatus ? { ...data, payment_status: paymentStatus } : data };
}
