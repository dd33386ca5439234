import { describe, expect, it } from 'vitest';
import type { CreateOrder } from '../../../../proxy/contract/order.ts';
import type { OrderRow } from '../../../../proxy/store/orders.ts';
import { counter, created, PAYMENT, sends } from '../support/counter.ts';

type Counter = Awaited<ReturnType<typeof counter>>;

/** The refusal that comes of placing, or null when it is placed. */
const refusal = ({ placing }: Counter, request: CreateOrder, key = 'key-1'): Promise<unknown> =>
  placing.place(request, key).then(
    () => null,
    (error: unknown) => error,
  );

describe('the steps of placing an order', () => {
  it('are on the disk one after the other, each before the next begins', async () => {
    const steps: Array<readonly [string, OrderRow | undefined]> = [];
    const shop: Counter = await counter({
      create: async (_order, onSend) => {
        steps.push(['asked for a slot', shop.onDisk()[0]]);
        await onSend();
        steps.push(['the first byte goes out', shop.onDisk()[0]]);
        return created({ payment: { ...PAYMENT, qrSource: 'https://provider.example/qr' } });
      },
      read: (order) => {
        steps.push(['the QR is read', shop.onDisk()[0]]);
        expect(order).toMatchObject({ qr_source: 'https://provider.example/qr', amount: 11_003 });
        return { kind: 'payload', payload: '000201-payload' };
      },
    });
    const before = Date.now();
    const placed = await shop.placing.place(shop.request(), 'key-1');
    const [unsent, sent, answered] = steps.map(([, row]) => row);
    expect(steps.map(([what]) => what)).toEqual([
      'asked for a slot',
      'the first byte goes out',
      'the QR is read',
    ]);
    expect(unsent).toBeUndefined();
    expect(sent).toMatchObject({
      status: 'placing',
      version: 1,
      idempotency_key: 'key-1',
      sid: '1',
      target: '123456789',
      customer_phone: '081234567890',
      price: 11_000,
      listed_cost: 10_000,
      provider_id: null,
    });
    expect(sent?.created_at).toBeGreaterThanOrEqual(before);
    expect(answered).toMatchObject({
      status: 'placing',
      version: 1,
      provider_id: '555',
      provider_invoice: 'INV-555',
      cost: 10_500,
      profit: 500,
      amount: 11_003,
      qr_source: 'https://provider.example/qr',
      expires_at: 5_000_000,
      invoice_url: 'https://provider.example/INV-555',
      qr_payload: null,
    });
    expect(placed).toMatchObject({
      status: 'awaiting_payment',
      version: 2,
      payment_status: 'pending',
      qr_payload: '000201-payload',
    });
    expect(shop.onDisk()).toEqual([placed]);
  });

  it('end with telling everybody, after it is on the disk', async () => {
    const shop = await counter();
    const placed = await shop.placing.place(shop.request(), 'key-1');
    expect(shop.log.told).toEqual([{ told: placed, stored: placed }]);
  });

  it('send the provider what the buyer saw and typed, cleaned', async () => {
    const shop = await counter();
    await shop.placing.place(shop.request({ target: { userId: ' 123456789 ' } }), 'key-1');
    expect(shop.log.sent).toEqual([
      {
        sid: '1',
        target: '123456789',
        sellingPrice: 11_000,
        customerName: 'Budi',
        customerPhone: '081234567890',
      },
    ]);
  });

  it('give the order an unguessable id and a code of its own', async () => {
    const shop = await counter();
    const one = await shop.placing.place(shop.request(), 'key-1');
    const other = await shop.placing.place(shop.request({ target: { userId: '987654321' } }), 'key-2');
    expect(one.id).toMatch(/^[\w-]{16}$/);
    expect(one.code).toMatch(/^ZT-[0-9A-Z]{8}$/);
    expect(new Set([one.id, other.id, one.code, other.code]).size).toBe(4);
  });
});

describe('a request that cannot become an order', () => {
  it.each<[string, Partial<CreateOrder>, object]>([
    ['for a product that is not there', { sid: '9' }, { code: 'service_unavailable' }],
    ['for another product under the same sid', { ref: 'other' }, { code: 'service_unavailable' }],
    ['at another price', { price: 10_999 }, { code: 'price_changed', price: 11_000 }],
    [
      'with a wrong target and a wrong number',
      { target: { userId: 'abc' }, customer: { name: 'Budi', phone: '123' } },
      { code: 'invalid_input', fields: { 'target.userId': 'digits_only', 'customer.phone': 'phone' } },
    ],
  ])('%s is refused before anything is stored or sent', async (_what, over, problem) => {
    const shop = await counter();
    expect(await refusal(shop, shop.request(over))).toMatchObject(problem);
    expect([shop.onDisk(), shop.log.sent]).toEqual([[], []]);
  });

  it('because one for the same product and target is open is told the code of that one', async () => {
    const shop = await counter();
    const { code } = await shop.placing.place(shop.request(), 'key-1');
    expect(await refusal(shop, shop.request(), 'key-2')).toMatchObject({
      code: 'duplicate_order',
      orderCode: code,
    });
    expect([shop.onDisk().length, shop.log.sent.length]).toEqual([1, 1]);
  });
});

describe('the same key', () => {
  it('gives the same order, however often it is asked for, now and later', async () => {
    const shop = await counter();
    const many = await Promise.all(
      Array.from({ length: 5 }, () => shop.placing.place(shop.request(), 'key-1')),
    );
    const later = await shop.placing.place(shop.request(), 'key-1');
    expect(new Set([...many, later].map(({ id }) => id)).size).toBe(1);
    expect([shop.onDisk().length, shop.log.sent.length]).toEqual([1, 1]);
  });

  it('does not mind in which order the fields are written', async () => {
    const shop = await counter();
    const placed = await shop.placing.place(shop.request(), 'key-1');
    const turned = Object.fromEntries(Object.entries(shop.request()).reverse()) as CreateOrder;
    expect((await shop.placing.place(turned, 'key-1')).id).toBe(placed.id);
  });

  it('with another request is refused, while the first is under way and after it', async () => {
    let answer = () => {};
    const shop = await counter({
      create: async (_order, onSend) => {
        await onSend();
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return created();
      },
    });
    const other = shop.request({ target: { userId: '987654321' } });
    const first = shop.placing.place(shop.request(), 'key-1');
    expect(await refusal(shop, other)).toMatchObject({ code: 'idempotency_mismatch' });
    await expect.poll(() => shop.log.sent.length).toBe(1);
    answer();
    await first;
    expect(await refusal(shop, other)).toMatchObject({ code: 'idempotency_mismatch' });
    expect([shop.onDisk().length, shop.log.sent.length]).toEqual([1, 1]);
  });

  it('at two processes sends one request, and tells the second to come back', async () => {
    const shop = await counter();
    await shop.placing.place(shop.request(), 'key-1');
    // As if the other process had stored it between this one's look for the key and its own insert.
    shop.orders.findByKey = async () => null;
    expect(await refusal(shop, shop.request({ target: { userId: '987654321' } }))).toMatchObject({
      code: 'provider_busy',
      retryAfterMs: 2_000,
    });
    expect(shop.log.sent).toHaveLength(1);
  });
});

describe('an order that would earn less than the floor', () => {
  it('shows no QR, teaches the price, and is told with the new one at every repeat', async () => {
    const loss = created({ costRupiah: 11_200, profitRupiah: -200 });
    const shop = await counter({ create: sends(loss), read: () => expect.unreachable() });
    for (let i = 0; i < 2; i++) {
      expect(await refusal(shop, shop.request())).toMatchObject({ code: 'price_changed', price: 12_320 });
    }
    expect(shop.onDisk()).toMatchObject([{ status: 'rejected', reason: 'price_changed', cost: 11_200 }]);
    expect(shop.log.sent).toHaveLength(1);
    expect(shop.log.alerts).toMatchObject([{ kind: 'below_floor' }]);
  });
});
