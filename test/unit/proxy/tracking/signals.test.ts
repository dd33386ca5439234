import { describe, expect, it } from 'vitest';
import { ProviderBusy } from '../../../../proxy/provider/errors.ts';
import { trackedShop } from '../support/tracked.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

describe("a buyer's signal", () => {
  it('is followed by a look within a moment, and by one only', async () => {
    const shop = await trackedShop();
    await shop.stored('paid', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(30 * SECOND);
    expect(shop.log.looks).toHaveLength(1);
    shop.tracker.lookSoon('paid');
    await shop.run(60);
    expect(shop.log.looks.slice(1)).toMatchObject([{ id: 'paid', kind: 'signal' }]);
    await shop.run(30 * SECOND);
    expect(shop.log.looks).toHaveLength(2);
  });

  it('waits until the last look is 2 s ago', async () => {
    const shop = await trackedShop();
    await shop.stored('paid', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(SECOND);
    shop.tracker.lookSoon('paid');
    await shop.run(900);
    expect(shop.log.looks).toHaveLength(1);
    await shop.run(400);
    expect(shop.log.looks[1]?.kind).toBe('signal');
  });

  it('goes before the looks that are due anyway', async () => {
    const shop = await trackedShop(async () => {
      await shop.clock.sleep(7 * SECOND);
      return {};
    });
    for (let i = 0; i < 12; i++) await shop.stored(`order-${i}`, 'processing', 20 * SECOND);
    await shop.tracker.start();
    await shop.run(SECOND);
    const looked = new Set(shop.log.looks.map(({ id }) => id));
    const waiting = Array.from({ length: 12 }, (_, i) => `order-${i}`).filter((id) => !looked.has(id));
    const last = waiting.at(-1) ?? '';
    shop.tracker.lookSoon(last);
    await shop.run(7 * SECOND);
    expect(shop.log.looks[8]).toMatchObject({ id: last, kind: 'signal' });
  });

  it('is kept when the minute is full, and does not wait for the rest of the looks', async () => {
    let isBusy = true;
    const shop = await trackedShop(() => (isBusy ? new ProviderBusy(5 * SECOND) : {}));
    await shop.stored('paid', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(SECOND);
    shop.tracker.lookSoon('paid');
    await shop.run(100);
    expect(shop.log.looks.map(({ kind }) => kind)).toEqual(['routine', 'signal']);
    isBusy = false;
    await shop.run(10 * SECOND);
    expect(shop.log.looks.map(({ kind }) => kind)).toEqual(['routine', 'signal', 'signal']);
    expect(shop.log.troubles).toEqual([]);
  });

  it('that comes while its order is looked at is followed by another look', async () => {
    const shop = await trackedShop(async () => {
      await shop.clock.sleep(SECOND);
      return {};
    });
    await shop.stored('paid', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(500);
    shop.tracker.lookSoon('paid');
    await shop.run(10 * SECOND);
    expect(shop.log.looks.map(({ kind }) => kind)).toEqual(['routine', 'signal']);
  });

  it('of nobody the tracker knows is nothing', async () => {
    const shop = await trackedShop();
    await shop.tracker.start();
    shop.tracker.lookSoon('nobody');
    await shop.run(5 * SECOND);
    expect([shop.tracker.size, shop.log.looks]).toEqual([0, []]);
  });
});

describe('an order that is opened again', () => {
  const opened = async (watched: Set<string>) => {
    const shop = await trackedShop(() => ({}), { watched });
    await shop.stored('left', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(30 * SECOND);
    return shop;
  };
  const signals = (shop: Awaited<ReturnType<typeof opened>>) =>
    shop.log.looks.filter(({ kind }) => kind === 'signal').length;

  it('is looked at next, because its buyer is back from paying', async () => {
    const watched = new Set(['left']);
    const shop = await opened(watched);
    watched.clear();
    await shop.run(3 * SECOND);
    shop.tracker.reopened('left');
    await shop.run(60);
    expect(signals(shop)).toBe(1);
  });

  it('is not when nobody had it open before: a buyer who has just ordered has not paid yet', async () => {
    const shop = await opened(new Set());
    shop.tracker.reopened('left');
    shop.tracker.reopened('unknown');
    await shop.run(3 * SECOND);
    expect(signals(shop)).toBe(0);
  });
});

describe('signals that come too thick', () => {
  it('are listened to every 5 s, and a few more at first', async () => {
    const shop = await trackedShop();
    await shop.stored('paid', 'awaiting_payment', HOUR);
    await shop.tracker.start();
    await shop.run(5 * SECOND);
    for (let i = 0; i < 100; i++) {
      shop.tracker.lookSoon('paid');
      await shop.run(SECOND);
    }
    const signals = shop.log.looks.filter(({ kind }) => kind === 'signal').length;
    expect(signals).toBeGreaterThanOrEqual(18);
    expect(signals).toBeLessThanOrEqual(25);
  });

  it('for one order say nothing of another, and a quiet time makes good', async () => {
    const shop = await trackedShop();
    for (const id of ['impatient', 'other']) await shop.stored(id, 'awaiting_payment', 24 * HOUR);
    await shop.tracker.start();
    await shop.run(5 * SECOND);
    for (let i = 0; i < 50; i++) shop.tracker.lookSoon('impatient');
    await shop.run(3 * SECOND);
    const before = shop.log.looks.length;
    shop.tracker.lookSoon('impatient');
    await shop.run(3 * SECOND);
    expect(shop.log.looks).toHaveLength(before);
    shop.tracker.lookSoon('other');
    await shop.run(3 * SECOND);
    expect(shop.log.looks.slice(before)).toMatchObject([{ id: 'other', kind: 'signal' }]);
    await shop.run(25 * SECOND);
    shop.tracker.lookSoon('impatient');
    await shop.run(SECOND);
    expect(shop.log.looks.slice(before + 1)).toMatchObject([{ id: 'impatient', kind: 'signal' }]);
  });
});
