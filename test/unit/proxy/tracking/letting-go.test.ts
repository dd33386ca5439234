import { expect, it } from 'vitest';
import { ProviderRefused, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { trackedShop } from '../support/tracked.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const unknown = () => new ProviderRefused('not_found', 'tidak ditemukan');

it('an order that has been expired for a day is let go of, and that nobody paid late is learnt', async () => {
  const shop = await trackedShop(() => ({ payment: 'expired', delivery: 'failed' }));
  await shop.stored('old', 'expired', 23.9 * HOUR);
  await shop.tracker.start();
  expect(shop.tracker.size).toBe(1);
  await shop.run(HOUR);
  expect(shop.tracker.size).toBe(0);
  expect(shop.log.kept.map(([key]) => key)).toContain('expired/');
});

it("a buyer's signals do not use up the looks after the end", async () => {
  const shop = await trackedShop(() => ({ delivery: 'success', payment: 'settlement', note: 'SN' }));
  await shop.stored('done', 'succeeded', MINUTE, { note: 'SN' });
  await shop.tracker.start();
  for (let i = 0; i < 3; i++) {
    shop.tracker.lookSoon('done');
    await shop.run(4 * SECOND);
  }
  expect((await shop.orders.find('done'))?.follow_ups).toBe(0);
  await shop.run(15 * MINUTE);
  expect((await shop.orders.find('done'))?.follow_ups).toBe(1);
});

it('an ended order whose last look gets no answer is let go of in the end', async () => {
  const shop = await trackedShop(unknown);
  await shop.stored('done', 'failed', 23.9 * HOUR);
  await shop.tracker.start();
  await shop.run(2 * HOUR);
  expect(shop.tracker.size).toBe(0);
  expect(shop.log.looks.length).toBeLessThan(90);
});

it('an order is reported missing after five looks at which the provider did not know it, not after time-outs', async () => {
  const answers = [...Array.from({ length: 6 }, () => new ProviderUncertain('time-out')), unknown()];
  const shop = await trackedShop(() => answers.shift() ?? new ProviderUncertain('time-out'));
  await shop.stored('slow', 'processing', MINUTE);
  await shop.tracker.start();
  await shop.run(2 * MINUTE);
  expect(answers).toEqual([]);
  expect(shop.log.alerts).toEqual([]);
});

it('an unpaid order that the provider has long forgotten expires, and bars its target no longer', async () => {
  const shop = await trackedShop(unknown);
  await shop.stored('lost', 'awaiting_payment', 2.9 * HOUR);
  await shop.tracker.start();
  await shop.run(5 * MINUTE);
  expect((await shop.orders.find('lost'))?.status).toBe('awaiting_payment');
  await shop.run(HOUR);
  expect(await shop.orders.find('lost')).toMatchObject({ status: 'expired', open_key: null });
});
