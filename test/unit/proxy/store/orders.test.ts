import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AlreadyOpen, KeyTaken, OrderStore } from '../../../../proxy/store/orders.ts';
import { newOrder, tempDatabase, tempFolder, tempStore } from '../support/stored.ts';

const ID = newOrder().id;
/** Another order, with nothing in common with the first. */
const other = (over = {}) =>
  newOrder({ id: 'order-2', code: 'ZT-2', idempotency_key: 'key-2', open_key: 'open-2', ...over });

/** A store with one order in it, stored at the time 1,000. */
async function withOrder(): Promise<OrderStore> {
  const orders = new OrderStore(await tempStore());
  await orders.insert(newOrder(), 1_000);
  return orders;
}

describe('storing the intent', () => {
  it('makes version 1, placing, with its time', async () => {
    const orders = new OrderStore(await tempStore());
    const stored = await orders.insert(newOrder(), 1_000);
    expect(stored).toMatchObject({
      ...newOrder(),
      status: 'placing',
      version: 1,
      created_at: 1_000,
    });
    expect(await orders.find(ID)).toEqual(stored);
    expect(await orders.findByKey('key-1')).toEqual(stored);
    expect(await orders.events(ID)).toEqual([
      {
        order_id: ID,
        version: 1,
        status: 'placing',
        payment_status: null,
        note: null,
        reason: null,
        at: 1_000,
      },
    ]);
  });

  it('refuses a key that is taken, and stores nothing of the second order', async () => {
    const orders = await withOrder();
    await expect(orders.insert(other({ idempotency_key: 'key-1' }), 2_000)).rejects.toBeInstanceOf(KeyTaken);
    expect(await orders.find('order-2')).toBeNull();
    expect(await orders.events('order-2')).toEqual([]);
  });

  it('says that the key is taken when service and target are the same, too', async () => {
    const orders = await withOrder();
    const again = other({ idempotency_key: 'key-1', open_key: 'open-1' });
    await expect(orders.insert(again, 2_000)).rejects.toBeInstanceOf(KeyTaken);
  });

  it('lets only one of two at the same instant have the key', async () => {
    const orders = new OrderStore(await tempStore());
    const results = await Promise.allSettled([
      orders.insert(newOrder(), 1_000),
      orders.insert(other({ idempotency_key: 'key-1' }), 1_000),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes any number of orders without a key', async () => {
    const orders = await withOrder();
    await orders.change(ID, 1, 'rejected', { idempotency_key: null }, 2_000);
    await orders.insert(other(), 3_000);
    await orders.change('order-2', 1, 'rejected', { idempotency_key: null }, 4_000);
    expect(await orders.findByKey('key-1')).toBeNull();
    await orders.insert(other({ id: 'order-3', code: 'ZT-3', idempotency_key: 'key-1' }), 5_000);
    expect((await orders.findByKey('key-1'))?.id).toBe('order-3');
  });
});

describe('one open order for a service and a target', () => {
  it.each(['placing', 'awaiting_payment', 'processing'] as const)(
    'stands in the way of a second while it is %s, and tells its code',
    async (status) => {
      const orders = await withOrder();
      if (status !== 'placing') await orders.change(ID, 1, status, {}, 2_000);
      const refused = orders.insert(other({ open_key: 'open-1' }), 3_000);
      await expect(refused).rejects.toBeInstanceOf(AlreadyOpen);
      await expect(refused).rejects.toMatchObject({ code: 'ZT-AAAA0001' });
    },
  );

  it.each(['expired', 'succeeded', 'failed', 'rejected', 'unconfirmed'] as const)(
    'no longer does when it is %s',
    async (status) => {
      const orders = await withOrder();
      await orders.change(ID, 1, status, {}, 2_000);
      await orders.insert(other({ open_key: 'open-1' }), 3_000);
      expect((await orders.find('order-2'))?.version).toBe(1);
    },
  );
});

describe('a change', () => {
  it('makes the next version with what came along, and writes it down', async () => {
    const orders = await withOrder();
    const moved = await orders.change(
      ID,
      1,
      'awaiting_payment',
      { payment_status: 'pending', amount: 12_003, cost: 11_200 },
      2_000,
    );
    expect(moved).toMatchObject({
      status: 'awaiting_payment',
      version: 2,
      amount: 12_003,
      updated_at: 2_000,
    });
    expect(await orders.find(ID)).toEqual(moved);
    expect((await orders.events(ID))[1]).toEqual({
      order_id: ID,
      version: 2,
      status: 'awaiting_payment',
      payment_status: 'pending',
      note: null,
      reason: null,
      at: 2_000,
    });
  });

  it('keeps what it does not speak of, in the order and in its versions', async () => {
    const orders = await withOrder();
    await orders.change(ID, 1, 'awaiting_payment', { payment_status: 'pending', cost: 11_200 }, 2_000);
    const moved = await orders.change(ID, 2, 'expired', {}, 3_000);
    expect(moved).toMatchObject({ cost: 11_200, payment_status: 'pending', created_at: 1_000 });
    expect((await orders.events(ID)).map(({ payment_status }) => payment_status)).toEqual([
      null,
      'pending',
      'pending',
    ]);
  });

  it('remembers when it came to its status, whatever else becomes known later', async () => {
    const orders = await withOrder();
    await orders.change(ID, 1, 'succeeded', {}, 2_000);
    expect(await orders.change(ID, 2, 'succeeded', { note: 'SN 1' }, 90_000)).toMatchObject({
      status_at: 2_000,
      updated_at: 90_000,
    });
    expect(await orders.change(ID, 3, 'failed', {}, 95_000)).toMatchObject({ status_at: 95_000 });
  });

  it('of a version that is no longer the current one changes nothing', async () => {
    const orders = await withOrder();
    const moved = await orders.change(ID, 1, 'awaiting_payment', {}, 2_000);
    for (const version of [1, 3, 0])
      expect(await orders.change(ID, version, 'expired', {}, 3_000)).toBeNull();
    expect(await orders.change('nobody', 1, 'expired', {}, 3_000)).toBeNull();
    expect(await orders.find(ID)).toEqual(moved);
    expect(await orders.events(ID)).toHaveLength(2);
  });

  it('is won by exactly one of many that happen at the same time', async () => {
    const orders = await withOrder();
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) => orders.change(ID, 1, 'rejected', { note: `${index}` }, 2_000)),
    );
    expect(tries.filter((row) => row !== null)).toHaveLength(1);
    expect((await orders.events(ID)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('survives closing and opening again', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const first = await tempDatabase(file);
    const orders = new OrderStore(first.store);
    await orders.insert(newOrder(), 1_000);
    const moved = await orders.change(ID, 1, 'unconfirmed', { reason: 'no_answer' }, 2_000);
    await first.close();
    const again = new OrderStore(await tempStore(file));
    expect(await again.find(ID)).toEqual(moved);
    expect((await again.events(ID)).map(({ status }) => status)).toEqual(['placing', 'unconfirmed']);
  });
});

describe('notes that are no change', () => {
  it('leave version and time alone: what was answered, how often it was looked at', async () => {
    const orders = await withOrder();
    const answered = await orders.recordAnswer(ID, { provider_id: '55', cost: 11_200 });
    await orders.countFollowUp(ID, 2);
    expect(answered).toMatchObject({ provider_id: '55', version: 1, updated_at: 1_000 });
    expect(await orders.find(ID)).toEqual({ ...answered, follow_ups: 2 });
    expect(await orders.events(ID)).toHaveLength(1);
  });
});

describe('finding orders', () => {
  it('finds none that is not there', async () => {
    const orders = await withOrder();
    expect([await orders.find('nobody'), await orders.findByKey('no key')]).toEqual([null, null]);
  });

  it('finds those in some states, changed since a time, the oldest first, and counts them', async () => {
    const orders = await withOrder();
    await orders.insert(other(), 500);
    await orders.insert(
      newOrder({ id: 'order-3', code: 'ZT-3', idempotency_key: 'key-3', open_key: 'open-3' }),
      700,
    );
    await orders.change('order-3', 1, 'rejected', {}, 800);
    const ids = async (...args: Parameters<OrderStore['withStatus']>) => {
      const whole = await orders.withStatus(...args);
      expect(whole).toMatchObject(await orders.briefsWithStatus(...args));
      return whole.map(({ id }) => id);
    };
    expect(await ids(['placing'])).toEqual(['order-2', ID]);
    expect(await ids(['placing', 'rejected'])).toEqual(['order-2', 'order-3', ID]);
    expect(await ids(['placing'], 1_000)).toEqual([ID]);
    expect(await ids(['placing'], 1_001)).toEqual([]);
    expect(await ids(['failed'])).toEqual([]);
    expect(await orders.countByStatus()).toEqual(
      new Map([
        ['placing', 2],
        ['rejected', 1],
      ]),
    );
  });
});
