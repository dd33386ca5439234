import { describe, expect, it } from 'vitest';
import { recoverOrders } from '../../../../proxy/orders/recover.ts';
import { counter } from '../support/counter.ts';
import { newOrder } from '../support/stored.ts';

type Counter = Awaited<ReturnType<typeof counter>>;
type Left = 'sent' | 'answered';

const START = 1_000_000;
const LATER = START + 1;
const ANSWER = { provider_id: '555', cost: 10_500, profit: 1_500, amount: 12_003, qr_source: '000201-qr' };

/** Leaves an order behind as a process does that dies at this moment of placing it. */
async function leave({ orders }: Counter, id: string, left: Left, at = START): Promise<void> {
  const names = { id, code: `ZT-${id}`, idempotency_key: `key-${id}`, open_key: `open-${id}` };
  await orders.insert(newOrder(names), at);
  if (left === 'answered') await orders.recordAnswer(id, ANSWER);
}

/** Recovers, and tells what became of the orders and which were trouble. */
async function recovered(shop: Counter, before = LATER) {
  const troubles: string[] = [];
  const { orders, settling } = shop;
  await recoverOrders({ orders, settling, onTrouble: (_error, { code }) => troubles.push(code) }, before);
  const states = Object.fromEntries(shop.onDisk().map(({ id, status }) => [id, status]));
  return { states, troubles };
}

describe('what a dead process has left behind', () => {
  it('sent and not answered is uncertain, keeps its key, and is never sent again', async () => {
    const shop = await counter();
    await leave(shop, 'a', 'sent');
    expect(await recovered(shop)).toEqual({ states: { a: 'unconfirmed' }, troubles: [] });
    expect(shop.onDisk()).toMatchObject([
      { reason: 'no_answer', idempotency_key: 'key-a', retry_at: START + 15 * 60_000 },
    ]);
    expect(shop.log.sent).toEqual([]);
  });

  it('answered is settled as if nothing had happened', async () => {
    const shop = await counter();
    await leave(shop, 'a', 'answered');
    expect(await recovered(shop)).toEqual({ states: { a: 'awaiting_payment' }, troubles: [] });
    expect(shop.onDisk()).toMatchObject([{ qr_payload: '000201-payload', payment_status: 'pending' }]);
  });

  it('answered with less than the floor still shows no QR', async () => {
    const shop = await counter({ profitFloor: 1_501 });
    await leave(shop, 'a', 'answered');
    expect((await recovered(shop)).states).toEqual({ a: 'rejected' });
  });

  it('is told like any other change', async () => {
    const shop = await counter();
    for (const left of ['sent', 'answered'] as const) await leave(shop, left, left);
    await recovered(shop);
    expect(shop.log.told.map(({ told }) => told.id).sort()).toEqual(['answered', 'sent']);
    for (const { told, stored } of shop.log.told) expect(told).toEqual(stored);
  });

  it('is left alone at a second time', async () => {
    const shop = await counter();
    for (const left of ['sent', 'answered'] as const) await leave(shop, left, left);
    await recovered(shop);
    const once = shop.onDisk();
    await recovered(shop);
    expect(shop.onDisk()).toEqual(once);
  });
});

describe('what recovery keeps its hands off', () => {
  it('are orders that a living process may be placing: those stored at the limit or later', async () => {
    const shop = await counter();
    await leave(shop, 'before', 'sent', START - 1);
    await leave(shop, 'at', 'sent', START);
    await leave(shop, 'after', 'sent', START + 1);
    expect((await recovered(shop, START)).states).toEqual({
      before: 'unconfirmed',
      at: 'placing',
      after: 'placing',
    });
  });

  it('are orders in any other state', async () => {
    const shop = await counter();
    const states = ['awaiting_payment', 'processing', 'succeeded', 'expired', 'unconfirmed'] as const;
    for (const status of states) {
      await leave(shop, status, 'sent');
      await shop.orders.change(status, 1, status, {}, START);
    }
    const before = shop.onDisk();
    await recovered(shop);
    expect(shop.onDisk()).toEqual(before);
  });
});

describe('trouble with one order', () => {
  it('is reported, leaves it for the next time, and does not stand in the way of the others', async () => {
    let isBroken = true;
    const shop = await counter({
      read: (order) => {
        if (isBroken && order.id === 'bad') throw new Error('no such picture');
        return { kind: 'picture' };
      },
    });
    await leave(shop, 'bad', 'answered', START - 5);
    await leave(shop, 'good', 'answered');
    await leave(shop, 'sent', 'sent');
    expect(await recovered(shop)).toEqual({
      states: { bad: 'placing', good: 'awaiting_payment', sent: 'unconfirmed' },
      troubles: ['ZT-bad'],
    });
    isBroken = false;
    expect(await recovered(shop)).toMatchObject({ states: { bad: 'awaiting_payment' }, troubles: [] });
  });

  it('that waits for its QR holds up none of the others', async () => {
    let arrives = () => {};
    const shop = await counter({
      read: async () => {
        await new Promise<void>((resolve) => {
          arrives = resolve;
        });
        return { kind: 'picture' };
      },
    });
    await leave(shop, 'slow', 'answered', START - 5);
    await leave(shop, 'sent', 'sent');
    const recovering = recovered(shop);
    await expect.poll(() => shop.onDisk().map(({ status }) => status)).toEqual(['placing', 'unconfirmed']);
    arrives();
    expect((await recovering).states).toEqual({ slow: 'awaiting_payment', sent: 'unconfirmed' });
  });
});
