import type { Order } from '../contract/order.ts';
import type { OrderEvent, OrderRow } from '../store/orders.ts';

/**
 * An order as its buyer may see it, at one of its versions. Cost, profit and the provider's ids stay behind.
 * @param events all versions of the order, oldest first.
 * @param baseUrl how this buyer's browser reaches the proxy, without a slash at the end.
 * @param version which one to show; the newest when left out.
 * @param usualSeconds how long its category usually takes to deliver, if that is known.
 */
export function presentOrder(
  row: OrderRow,
  events: readonly OrderEvent[],
  token: string,
  baseUrl: string,
  version: number = row.version,
  usualSeconds: number | null = null,
): Order {
  const past = events.filter((event) => event.version <= version);
  const shown = past.at(-1) ?? row;
  return {
    token,
    code: row.code,
    status: shown.status,
    version,
    service: {
      sid: row.sid,
      name: row.service_name,
      category: row.category_name,
      categoryId: row.category_id,
    },
    target: JSON.parse(row.target_fields) as Record<string, string>,
    price: row.price,
    payment: presentPayment(row, shown, `${baseUrl}/api/orders/${token}/qr.png`),
    note: shown.note,
    reason: shown.reason,
    retryAt: shown.status === 'unconfirmed' && row.retry_at !== null ? iso(row.retry_at) : null,
    usualSeconds: shown.status === 'processing' ? wholeSeconds(usualSeconds) : null,
    createdAt: iso(row.created_at),
    updatedAt: iso('at' in shown ? shown.at : row.updated_at),
    timeline: past
      .filter((event, index) => past[index - 1]?.status !== event.status)
      .map((event) => ({ status: event.status, at: iso(event.at) })),
  };
}

function presentPayment(row: OrderRow, shown: OrderEvent | OrderRow, qr: string): Order['payment'] {
  if (shown.payment_status === null) return null;
  return {
    status: shown.payment_status,
    amount: row.amount ?? row.price,
    // A QR that is still shown after its time invites a payment that may go nowhere.
    qr: shown.status === 'awaiting_payment' && row.qr_source ? qr : null,
    expiresAt: row.expires_at === null ? null : iso(row.expires_at),
    invoiceUrl: row.invoice_url,
  };
}

/** A delivery that is seen at once still takes a second. */
function wholeSeconds(seconds: number | null): number | null {
  return seconds === null ? null : Math.max(1, Math.round(seconds));
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
