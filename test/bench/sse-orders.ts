import type { Order } from '../../proxy/contract/order.ts';
import type { Store } from '../../proxy/store/open.ts';

const AT_ONCE = 500;
const AT = Date.parse('2026-11-23T00:00:00Z');

/** Stores orders that wait for the provider, version 1, many in one commit. */
export async function storeOrders(store: Store, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await store.transaction().execute(async (trx) => {
      await trx
        .insertInto('orders')
        .values(some.map((id, index) => orderOf(id, from + index)))
        .execute();
      await trx
        .insertInto('order_events')
        .values(some.map((id) => ({ order_id: id, version: 1, status: 'placing' as const, at: AT })))
        .execute();
    });
  }
}

function orderOf(id: string, number: number) {
  return {
    id,
    code: `ZT-${String(number).padStart(8, '0')}`,
    status: 'placing' as const,
    version: 1,
    request_hash: 'hash',
    sid: '1',
    ref: 'ref-1',
    service_name: '86 Diamonds',
    category_id: 'mobile-legends',
    category_name: 'Mobile Legends',
    type: 'Games',
    target_fields: '{"userId":"123456789","zoneId":"2345"}',
    target: '1234567892345',
    customer_name: 'Budi',
    customer_phone: '081234567890',
    price: 22_000,
    listed_cost: 20_000,
    created_at: AT,
    status_at: AT,
    updated_at: AT,
  };
}

/** What a buyer is shown of such an order once it was paid, to be sent by servers that have no orders. */
export function sampleOrder(version: number): Order {
  const at = new Date(AT).toISOString();
  return {
    token: 'T'.repeat(40),
    code: 'ZT-00000001',
    status: 'processing',
    version,
    service: { sid: '1', name: '86 Diamonds', category: 'Mobile Legends', categoryId: 'mobile-legends' },
    target: { userId: '123456789', zoneId: '2345' },
    price: 22_000,
    payment: null,
    note: 'x'.repeat(10),
    reason: null,
    retryAt: null,
    usualSeconds: null,
    createdAt: at,
    updatedAt: at,
    timeline: [
      { status: 'placing', at },
      { status: 'processing', at },
    ],
  };
}
