import { describe, expect, it } from 'vitest';
import type { OrderPatch, OrderRow } from '../../../../proxy/store/orders.ts';
import { counter } from '../support/counter.ts';
import { newOrder } from '../support/stored.ts';

const MINUTE = 60_000;
const ANSWER = {
  provider_id: '555',
  cost: 10_500,
  profit: 1_500,
  amount: 12_003,
  qr_source: '000201-qr',
  expires_at: 5_000_000,
};

/** An order in `placing` that the provider has answered like this. */
async function answered(options: Parameters<typeof counter>[0] = {}, over: OrderPatch = {}) {
  const shop = await counter(options);
  await shop.orders.insert(newOrder(), 1_000);
  const order = await shop.orders.recordAnswer(newOrder().id, { ...ANSWER, ...over });
  return { ...shop, order };
}

describe('settling an answered order', () => {
  it('ends with a QR to pay, kept and told', async () => {
    const shop = await answered();
    const settled = await shop.settling.settle(shop.order);
    expect(settled).toMatchObject({
      status: 'awaiting_payment',
      version: 2,
      payment_status: 'pending',
      qr_payload: '000201-payload',
      reason: null,
    });
    expect(shop.log.told).toEqual([{ told: settled, stored: settled }]);
    expect(shop.log.alerts).toEqual([]);
  });

  it('puts the answer to the disk in the same step as what is made of it', async () => {
    const shop = await counter({
      read: () => ({ kind: 'payload', payload: String(shop.onDisk()[0]?.provider_id) }),
    });
    const sent = await shop.orders.insert(newOrder(), 1_000);
    const settled = await shop.settling.settle(sent, ANSWER);
    expect(settled).toMatchObject({ ...ANSWER, status: 'awaiting_payment', version: 2, qr_payload: 'null' });
    expect(shop.onDisk()).toEqual([settled]);
  });

  it('puts the answer to the disk first where a picture has to be fetched', async () => {
    const shop = await counter({
      read: () => ({ kind: 'payload', payload: String(shop.onDisk()[0]?.provider_id) }),
    });
    const sent = await shop.orders.insert(newOrder(), 1_000);
    const settled = await shop.settling.settle(sent, {
      ...ANSWER,
      qr_source: 'https://provider.example/qr.png',
    });
    expect(settled).toMatchObject({ status: 'awaiting_payment', version: 2, qr_payload: '555' });
  });

  it('keeps no text of a QR that is only a picture', async () => {
    const shop = await answered({ read: () => ({ kind: 'picture' }) });
    expect(await shop.settling.settle(shop.order)).toMatchObject({
      status: 'awaiting_payment',
      qr_payload: null,
    });
  });

  it.each(['wrong_checksum', 'wrong_amount', 'not_emvco'] as const)(
    'shows no QR with a %s, and tells the reseller why',
    async (why) => {
      const shop = await answered({ read: () => ({ kind: 'wrong', why }) });
      expect(await shop.settling.settle(shop.order)).toMatchObject({
        status: 'rejected',
        reason: 'qr_unusable',
        qr_payload: null,
      });
      expect(shop.log.alerts).toEqual([{ kind: 'qr_unusable', subject: shop.order.code, detail: why }]);
    },
  );

  it('without anything to pay by calls it unclear, until the time of the provider is over', async () => {
    for (const [expires_at, retry_at] of [
      [5_000_000, 5_000_000],
      [null, 1_000 + 15 * MINUTE],
    ] as const) {
      const shop = await answered({ read: () => expect.unreachable() }, { qr_source: null, expires_at });
      expect(await shop.settling.settle(shop.order)).toMatchObject({
        status: 'unconfirmed',
        reason: 'payment_unclear',
        retry_at,
      });
    }
  });
});

describe('the floor', () => {
  it.each<[string, Partial<OrderRow>, string]>([
    ['a profit of just the floor', { profit: 300 }, 'awaiting_payment'],
    ['a profit of a rupiah less', { profit: 299 }, 'rejected'],
    [
      'no word of the profit and a cost that leaves enough',
      { profit: null, cost: 11_700 },
      'awaiting_payment',
    ],
    ['no word of the profit and a cost that leaves too little', { profit: null, cost: 11_701 }, 'rejected'],
    ['a profit that is too little, whatever the cost', { profit: 299, cost: 1 }, 'rejected'],
    ['no word of either', { profit: null, cost: null }, 'awaiting_payment'],
  ])('with %s: %s is %s', async (_what, over, status) => {
    const shop = await answered({ profitFloor: 300 }, over);
    expect((await shop.settling.settle(shop.order)).status).toBe(status);
  });

  it('that is not reached shows no QR, is told to the reseller, and teaches the true cost', async () => {
    const shop = await answered(
      { profitFloor: 300, read: () => expect.unreachable() },
      { profit: -500, cost: 11_000 },
    );
    expect(await shop.settling.settle(shop.order)).toMatchObject({
      status: 'rejected',
      reason: 'price_changed',
      qr_payload: null,
    });
    expect(shop.log.alerts).toEqual([
      { kind: 'below_floor', subject: 'ref-1', detail: 'Free Fire, 70 Diamond: profit -500' },
    ]);
    // Listed at 10,987, it cost the price of 12,000 and the loss of 500.
    expect(shop.log.asked.learnt[0]).toEqual({ scope: 'service', key: 'ref-1', extra: 12_500 - 10_987 });
  });
});

describe('an order that comes to nothing', () => {
  it('without a certain answer is uncertain until 15 min after it was sent', async () => {
    const shop = await counter();
    const order = await shop.orders.insert(newOrder(), 1_000);
    expect(await shop.settling.giveUp(order)).toMatchObject({
      status: 'unconfirmed',
      reason: 'no_answer',
      retry_at: 1_000 + 15 * MINUTE,
    });
  });

  it('and was certainly not sent gives its key back', async () => {
    const shop = await counter();
    const order = await shop.orders.insert(newOrder(), 1_000);
    expect(await shop.settling.closeUnsent(order, 'why')).toMatchObject({
      status: 'rejected',
      reason: 'not_sent',
      idempotency_key: null,
      open_key: null,
      provider_text: 'why',
    });
    expect(await shop.orders.findByKey('key-1')).toBeNull();
  });
});

it('an order that somebody else has moved is not moved again, and nobody is told so', async () => {
  const shop = await answered();
  const moved = await shop.settling.settle(shop.order);
  await expect(shop.settling.settle(shop.order)).rejects.toThrow(/ZT-AAAA0001 was changed by somebody else/);
  await expect(shop.settling.giveUp(shop.order)).rejects.toThrow();
  expect(shop.onDisk()).toEqual([moved]);
  expect(shop.log.told).toHaveLength(1);
});
