import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES, orderSchema } from '../../../../proxy/contract/order.ts';
import { presentOrder } from '../../../../proxy/orders/present.ts';
import { orderEvent, orderRow } from '../support/stored.ts';

const TOKEN = 'the-token';
const BASE = 'https://shop.example';
const EVENTS = [
  orderEvent(),
  orderEvent({ version: 2, status: 'awaiting_payment', payment_status: 'pending', at: 2_000 }),
  orderEvent({ version: 3, status: 'processing', payment_status: 'settlement', at: 3_000 }),
  orderEvent({ version: 4, status: 'succeeded', payment_status: 'settlement', at: 4_000 }),
  orderEvent({ version: 5, status: 'succeeded', payment_status: 'settlement', note: 'SN: 1', at: 5_000 }),
];
const done = orderRow({
  status: 'succeeded',
  version: 5,
  payment_status: 'settlement',
  note: 'SN: 1',
  updated_at: 5_000,
});

/** Every key and every value of a JSON value, at any depth. */
function walk(value: unknown): { keys: string[]; leaves: unknown[] } {
  const keys: string[] = [];
  const leaves: unknown[] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return void leaves.push(part);
    for (const [key, inner] of Object.entries(part)) {
      if (!Array.isArray(part)) keys.push(key);
      visit(inner);
    }
  };
  visit(JSON.parse(JSON.stringify(value)));
  return { keys, leaves };
}

describe('what a buyer sees of his order', () => {
  it.each(ORDER_STATUSES)('is what the wire promises when it is %s', (status) => {
    const shown = presentOrder(orderRow({ status }), [orderEvent({ version: 2, status })], TOKEN, BASE);
    expect(orderSchema.strict().parse(shown)).toEqual(shown);
  });

  it('holds no cost, no profit, no id of the provider, no key and no name of his, at any version', () => {
    const row = {
      ...done,
      customer_name: 'Budi-SECRET',
      customer_phone: '08999999999',
      cost: 98_765,
      profit: 43_210,
    };
    for (const { version } of EVENTS) {
      const { keys, leaves } = walk(presentOrder(row, EVENTS, TOKEN, BASE, version));
      expect(keys.join()).not.toMatch(/cost|profit|provider|customer|idempotency|hash|secret|^id$/i);
      for (const leaf of leaves) {
        expect(String(leaf)).not.toMatch(/SECRET|98765|43210|08999999999|order-0000000001/);
      }
    }
  });

  it('is the newest version unless asked for another', () => {
    expect(presentOrder(done, EVENTS, TOKEN, BASE)).toMatchObject({
      token: TOKEN,
      code: 'ZT-AAAA0001',
      status: 'succeeded',
      version: 5,
      note: 'SN: 1',
      price: 12_000,
      target: { userId: '123456789' },
      service: { sid: '1', name: '70 Diamond', category: 'Free Fire', categoryId: 'free-fire' },
      createdAt: '1970-01-01T00:00:01.000Z',
      updatedAt: '1970-01-01T00:00:05.000Z',
    });
  });

  it('at an earlier version is as it was then', () => {
    expect(presentOrder(done, EVENTS, TOKEN, BASE, 1)).toMatchObject({
      status: 'placing',
      version: 1,
      note: null,
      payment: null,
      timeline: [{ status: 'placing' }],
    });
    expect(presentOrder(done, EVENTS, TOKEN, BASE, 4)).toMatchObject({
      status: 'succeeded',
      note: null,
      payment: { status: 'settlement', qr: null },
      updatedAt: '1970-01-01T00:00:04.000Z',
    });
  });

  it('tells each state once, at the time it began', () => {
    expect(presentOrder(done, EVENTS, TOKEN, BASE).timeline).toEqual([
      { status: 'placing', at: '1970-01-01T00:00:01.000Z' },
      { status: 'awaiting_payment', at: '1970-01-01T00:00:02.000Z' },
      { status: 'processing', at: '1970-01-01T00:00:03.000Z' },
      { status: 'succeeded', at: '1970-01-01T00:00:04.000Z' },
    ]);
  });

  it('tells a state twice when the order came back to it', () => {
    const flips = (['processing', 'succeeded', 'failed', 'succeeded'] as const).map((status, index) =>
      orderEvent({ version: index + 1, status }),
    );
    const { timeline } = presentOrder(orderRow({ status: 'succeeded', version: 4 }), flips, TOKEN, BASE);
    expect(timeline.map(({ status }) => status)).toEqual(['processing', 'succeeded', 'failed', 'succeeded']);
  });
});

describe('the time to try again', () => {
  it('is told for an order without a certain answer, and for no other', () => {
    const row = orderRow({ retry_at: 60_000, payment_status: null });
    for (const status of ORDER_STATUSES) {
      const shown = presentOrder({ ...row, status }, [orderEvent({ version: 2, status })], TOKEN, BASE);
      expect(shown.retryAt, status).toBe(status === 'unconfirmed' ? '1970-01-01T00:01:00.000Z' : null);
    }
  });
});

describe('how long a delivery usually takes', () => {
  it('is told in whole seconds while the order is being delivered, and in no other state', () => {
    for (const status of ORDER_STATUSES) {
      const events = [orderEvent({ version: 2, status })];
      const shown = presentOrder(orderRow({ status }), events, TOKEN, BASE, 2, 239.6);
      expect(shown.usualSeconds, status).toBe(status === 'processing' ? 240 : null);
    }
  });

  it.each([
    [null, null],
    [0.2, 1],
    [1.4, 1],
  ])('of %s is told as %s', (known, told) => {
    const events = [orderEvent({ version: 2, status: 'processing' })];
    const row = orderRow({ status: 'processing' });
    expect(presentOrder(row, events, TOKEN, BASE, 2, known).usualSeconds).toBe(told);
  });
});

describe('the payment', () => {
  const waiting = EVENTS.slice(0, 2);

  it('has the exact sum, its time and our own address of the QR', () => {
    expect(presentOrder(orderRow(), waiting, TOKEN, BASE).payment).toEqual({
      status: 'pending',
      amount: 12_003,
      qr: 'https://shop.example/api/orders/the-token/qr.png',
      expiresAt: '1970-01-01T00:15:00.000Z',
      invoiceUrl: 'https://provider.example/invoice/INV-1',
    });
  });

  it.each(ORDER_STATUSES.filter((status) => status !== 'awaiting_payment'))(
    'shows no QR any more when the order is %s',
    (status) => {
      const events = [orderEvent({ version: 2, status, payment_status: 'expired' })];
      expect(presentOrder(orderRow({ status }), events, TOKEN, BASE).payment?.qr).toBeNull();
    },
  );

  it('is none before there is one', () => {
    expect(presentOrder(orderRow({ payment_status: null }), [], TOKEN, BASE).payment).toBeNull();
  });

  it('may lack a time and a link, and falls back on the price', () => {
    const row = orderRow({ expires_at: null, invoice_url: null, amount: null });
    expect(presentOrder(row, waiting, TOKEN, BASE).payment).toMatchObject({
      amount: 12_000,
      expiresAt: null,
      invoiceUrl: null,
    });
  });
});
