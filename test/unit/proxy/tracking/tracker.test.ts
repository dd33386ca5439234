import { describe, expect, it } from 'vitest';
import { ProviderBusy, ProviderRefused, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { type Look, type Says, trackedShop } from '../support/tracked.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const of = (looks: readonly Look[], id: string) => looks.filter((look) => look.id === id);

describe('the orders it keeps in mind', () => {
  it('are taken up at the start when the provider may have news of them, and looked at at once', async () => {
    const shop = await trackedShop();
    await shop.stored('unpaid', 'awaiting_payment', 3 * DAY);
    await shop.stored('paid', 'processing', MINUTE);
    await shop.stored('expired', 'expired', 2 * HOUR);
    await shop.stored('done', 'succeeded', 2 * HOUR, { note: 'SN: 1' });
    await shop.stored('broken', 'failed', 2 * HOUR);
    await shop.stored('long-expired', 'expired', DAY + MINUTE);
    await shop.stored('long-done', 'succeeded', 26 * HOUR, { note: 'SN: 1' });
    await shop.stored('followed', 'failed', 2 * HOUR, { follow_ups: 3 });
    await shop.stored('nameless', 'processing', MINUTE, { provider_id: null });
    for (const status of ['placing', 'rejected', 'unconfirmed'] as const)
      await shop.stored(status, status, MINUTE);
    await shop.tracker.start();
    expect(shop.tracker.size).toBe(5);
    await shop.run(SECOND);
    expect(shop.log.looks.map(({ id }) => id).sort()).toEqual([
      'broken',
      'done',
      'expired',
      'paid',
      'unpaid',
    ]);
    expect(shop.log.troubles).toEqual([]);
  });

  it('are looked at again and again, as the time between looks wants it', async () => {
    const shop = await trackedShop(undefined, { watched: new Set(['seen']) });
    await shop.stored('seen', 'processing', HOUR);
    await shop.stored('unseen', 'processing', HOUR);
    await shop.tracker.start();
    await shop.run(MINUTE);
    expect(of(shop.log.looks, 'unseen')).toHaveLength(1);
    expect(of(shop.log.looks, 'seen').length).toBeGreaterThanOrEqual(20);
    expect(of(shop.log.looks, 'seen').length).toBeLessThanOrEqual(25);
  });

  it('do not end with the delivery: it is looked at three times more, and let go of', async () => {
    const shop = await trackedShop(() => ({ delivery: 'success', payment: 'settlement', note: 'SN: 1' }));
    await shop.stored('done', 'succeeded', HOUR, { note: 'SN: 1', follow_ups: 1 });
    await shop.stored('last', 'succeeded', DAY, { note: 'SN: 1', follow_ups: 2 });
    await shop.tracker.start();
    await shop.run(5 * MINUTE);
    expect(shop.log.looks.map(({ id, kind }) => [id, kind]).sort()).toEqual([
      ['done', 'spare'],
      ['last', 'spare'],
    ]);
    expect((await shop.orders.find('done'))?.follow_ups).toBe(2);
    expect((await shop.orders.find('last'))?.follow_ups).toBe(3);
    expect(shop.tracker.size).toBe(1);
    expect(shop.log.changes).toEqual([]);
  });

  it('are let go of when they are rejected, and taken up when they are placed', async () => {
    const shop = await trackedShop();
    await shop.tracker.start();
    const row = await shop.stored('new', 'awaiting_payment', 0);
    shop.tracker.follow(row);
    await shop.run(2 * SECOND);
    expect([shop.tracker.size, shop.log.looks.length]).toEqual([1, 0]);
    await shop.run(2 * SECOND);
    expect(shop.log.looks).toMatchObject([{ id: 'new', kind: 'routine' }]);
    shop.tracker.follow({ ...row, status: 'rejected' });
    expect(shop.tracker.size).toBe(0);
  });

  it('are none of its business without an API key', async () => {
    const shop = await trackedShop(undefined, { hasKey: false });
    await shop.stored('paid', 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(MINUTE);
    await shop.stop();
    expect(shop.log).toMatchObject({ looks: [], troubles: [] });
  });
});

describe('what a look finds', () => {
  it('is written down, told, and learnt from, half way between the two last looks', async () => {
    let answer: Says = { payment: 'settlement' };
    const shop = await trackedShop(() => answer, { watched: new Set(['paid']) });
    await shop.tracker.start();
    shop.tracker.follow(await shop.stored('paid', 'processing', 0));
    await shop.run(41 * SECOND);
    answer = { delivery: 'success', payment: 'settlement', note: 'SN: 1' };
    await shop.run(5 * SECOND);
    expect(await shop.orders.find('paid')).toMatchObject({ status: 'succeeded', note: 'SN: 1', version: 3 });
    expect(shop.log.changes.map(({ status }) => status)).toEqual(['succeeded']);
    expect(shop.log.kept.map(([key]) => key)).toEqual(['processing/', 'processing/free-fire']);
    const [before, last] = shop.log.looks.slice(-2).map(({ at }) => at / SECOND);
    for (const [, { events, exposure }] of shop.log.kept) {
      const lasted = exposure.reduce((sum, seconds) => sum + seconds);
      expect(lasted).toBeCloseTo(((before ?? 0) + (last ?? 0)) / 2, 6);
      expect(events.reduce((sum, count) => sum + count)).toBe(1);
    }
  });

  it('teaches, of an order that was given up unpaid, only how long nothing happened', async () => {
    const shop = await trackedShop(() => ({ payment: 'expired' }));
    await shop.stored('unpaid', 'awaiting_payment', 15 * MINUTE);
    await shop.tracker.start();
    await shop.run(SECOND);
    expect((await shop.orders.find('unpaid'))?.status).toBe('expired');
    expect(shop.log.kept.map(([key]) => key)).toEqual(['awaiting_payment/', 'awaiting_payment/free-fire']);
    for (const [, { events }] of shop.log.kept) expect(Math.max(...events)).toBe(0);
  });

  it('teaches nothing when it is nothing', async () => {
    const shop = await trackedShop();
    await shop.stored('paid', 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(MINUTE);
    expect(shop.log.looks.length).toBeGreaterThan(5);
    expect([shop.log.kept, shop.log.changes]).toEqual([[], []]);
  });

  it('is looked at again after 3 s when it is a failure, and then believed', async () => {
    const shop = await trackedShop(() => ({ delivery: 'failed', payment: 'settlement', note: 'why' }));
    await shop.stored('paid', 'processing', HOUR);
    await shop.tracker.start();
    await shop.run(2_900);
    expect((await shop.orders.find('paid'))?.status).toBe('processing');
    await shop.run(400);
    expect(await shop.orders.find('paid')).toMatchObject({ status: 'failed', provider_text: 'why' });
    const [first, second] = shop.log.looks;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3 * SECOND);
  });
});

describe('trouble with a look', () => {
  it('with one order does not stop the looks at others, nor those at itself', async () => {
    const shop = await trackedShop(({ id }) => (id === 'bad' ? new ProviderUncertain('cut off') : {}));
    await shop.stored('bad', 'processing', MINUTE);
    await shop.stored('good', 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(30 * SECOND);
    for (const id of ['bad', 'good']) {
      expect(of(shop.log.looks, id).length).toBeGreaterThan(3);
      expect(of(shop.log.looks, id).length).toBeLessThanOrEqual(15);
    }
    expect(new Set(shop.log.troubles.map(({ code }) => code))).toEqual(new Set(['ZT-bad']));
    expect(shop.log.troubles).toHaveLength(of(shop.log.looks, 'bad').length);
    expect(shop.log.alerts).toEqual([]);
  });

  it('tells the reseller at once when his key is refused', async () => {
    const shop = await trackedShop(() => new ProviderRefused('key_wrong', 'Invalid API key'));
    await shop.stored('paid', 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(SECOND);
    expect(shop.log.alerts).toEqual([{ kind: 'key_refused', subject: 'key', detail: 'Invalid API key' }]);
  });

  it('tells him of an order the provider does not know when it has said so five times in a row', async () => {
    let looks = 0;
    const shop = await trackedShop(() => {
      looks += 1;
      return looks === 4 ? {} : new ProviderRefused('not_found', 'no such order');
    });
    await shop.stored('gone', 'processing', MINUTE);
    await shop.tracker.start();
    while (looks < 8) await shop.run(SECOND);
    expect(shop.log.alerts).toEqual([]);
    while (looks < 9) await shop.run(SECOND);
    expect(shop.log.alerts).toEqual([{ kind: 'order_missing', subject: 'ZT-gone', detail: 'no such order' }]);
  });

  it('that is only a full minute is none: the order is as overdue as before', async () => {
    const shop = await trackedShop(({ at }) => (at < 4 * SECOND ? new ProviderBusy(4 * SECOND) : {}));
    await shop.stored('paid', 'processing', HOUR);
    await shop.tracker.start();
    await shop.run(5 * SECOND);
    expect(shop.log.looks.map(({ at }) => at)).toEqual([0, 4 * SECOND]);
    expect([shop.log.troubles, shop.log.alerts]).toEqual([[], []]);
  });

  it('is waited out for 5 s at a time, however long the provider says', async () => {
    const shop = await trackedShop(() => new ProviderBusy(HOUR));
    await shop.stored('paid', 'processing', HOUR);
    await shop.tracker.start();
    await shop.run(12 * SECOND);
    expect(shop.log.looks.map(({ at }) => at)).toEqual([0, 5 * SECOND, 10 * SECOND]);
  });
});

describe('looks that are under way', () => {
  it('are eight at the most, at orders of their own', async () => {
    const shop = await trackedShop(async () => {
      await shop.clock.sleep(20 * SECOND);
      return {};
    });
    for (let i = 0; i < 12; i++) await shop.stored(`order-${i}`, 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(19 * SECOND);
    expect(new Set(shop.log.looks.map(({ id }) => id)).size).toBe(8);
    expect(shop.log.looks).toHaveLength(8);
    await shop.run(2 * SECOND);
    expect(new Set(shop.log.looks.map(({ id }) => id)).size).toBe(12);
    expect(shop.log.looks).toHaveLength(12);
  });

  it('are waited for at the stop, after which there are no more', async () => {
    const shop = await trackedShop(async () => {
      await shop.clock.sleep(10 * SECOND);
      return { delivery: 'success', payment: 'settlement', note: 'SN: 1' };
    });
    await shop.stored('paid', 'processing', MINUTE);
    await shop.tracker.start();
    await shop.run(SECOND);
    let stopped = false;
    const stopping = shop.tracker.stop().then(() => {
      stopped = true;
    });
    await shop.run(8 * SECOND);
    expect(stopped).toBe(false);
    await shop.run(2 * SECOND);
    await stopping;
    expect((await shop.orders.find('paid'))?.status).toBe('succeeded');
    await shop.run(HOUR);
    expect(shop.log.looks).toHaveLength(1);
  });
});
