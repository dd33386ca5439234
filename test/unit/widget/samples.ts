import type { Category, TargetField } from '../../../proxy/contract/catalog.ts';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';

/** A target field with the members a test does not care about left empty. */
export function field(name: string, parts: Partial<TargetField> = {}): TargetField {
  return {
    name,
    label: { id: name, en: name },
    kind: 'digits',
    example: null,
    hint: null,
    pattern: null,
    options: null,
    inferFrom: null,
    optional: false,
    operators: null,
    operator: null,
    ...parts,
  };
}

/** Mobile Legends with one nominal for sale and one out of order. */
export const mobileLegends: Category = {
  id: 'ml',
  name: 'Mobile Legends',
  type: 'Games',
  picture: null,
  fields: [field('userId', { pattern: '\\d{5,12}' }), field('zoneId', { pattern: '\\d{3,6}' })],
  services: [
    { sid: '1', name: '70 Diamond', price: 12_000, available: true, ref: 'r1' },
    { sid: '2', name: '140 Diamond', price: 24_000, available: false, ref: 'r2' },
  ],
};

/** A create as it goes over the wire. */
export const body: CreateOrder = {
  sid: '1',
  ref: 'r1',
  price: 12_000,
  target: { userId: '12345678', zoneId: '1234' },
  customer: { name: 'Budi', phone: '081234567890' },
};

/** An order waiting for its payment. */
export function order(parts: Partial<Order> = {}): Order {
  return {
    token: 'token',
    code: 'ZT-1',
    status: 'awaiting_payment',
    version: 2,
    service: { sid: '1', name: '70 Diamond', category: 'Mobile Legends', categoryId: 'ml' },
    target: { userId: '12345678', zoneId: '1234' },
    price: 12_000,
    payment: {
      status: 'pending',
      amount: 12_000,
      qr: 'https://topup.example.com/api/orders/token/qr.png',
      expiresAt: '2026-11-23T10:15:00Z',
      invoiceUrl: null,
    },
    note: null,
    reason: null,
    retryAt: null,
    usualSeconds: null,
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:01Z',
    timeline: [
      { status: 'placing', at: '2026-11-23T10:00:00Z' },
      { status: 'awaiting_payment', at: '2026-11-23T10:00:01Z' },
    ],
    ...parts,
  };
}
