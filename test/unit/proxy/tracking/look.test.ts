import { describe, expect, it } from 'vitest';
import { ProviderBusy, ProviderRefused, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import type { SeenStatus } from '../../../../proxy/provider/mapping.ts';
import type { Alert } from '../../../../proxy/store/alerts.ts';
import { type OrderRow, OrderStore } from '../../../../proxy/store/orders.ts';
import { alertOf, lookAt } from '../../../../proxy/tracking/look.ts';
import type { LookClass } from '../../../../proxy/tracking/policy.ts';
import { newOrder, tempStore } from '../support/stored.ts';
import { saw } from '../support/tracked.ts';

const NOW = 10_000;

/** An order that waits for its payment, and how a look at it that sees this goes. */
async function looking(seen: Partial<SeenStatus> | Error) {
  const orders = new OrderStore(await tempStore());
  const { id } = await orders.insert(newOrder(), 1_000);
  await orders.recordAnswer(id, { provider_id: '555' });
  const order = (await orders.change(id, 1, 'awaiting_payment', { expires_at: 900_000 }, 2_000)) as OrderRow;
  const log = { asked: [] as unknown[], told: [] as OrderRow[], alerts: [] as Alert[] };
  const parts = {
    orders,
    provider: {
      orderStatus: async (providerId: string, kind: LookClass) => {
        log.asked.push([providerId, kind]);
        if (seen instanceof Error) throw seen;
        return saw(seen);
      },
    },
    onChange: (changed: OrderRow) => void log.told.push(changed),
    alert: async (alert: Alert) => void log.alerts.push(alert),
    now: () => NOW,
  };
  const look = (failedBefore = false) => lookAt(parts, order, 'signal', failedBefore);
  return { orders, order, log, look };
}

describe('a look at an order', () => {
  it('asks the provider by its own id, in the name of who wants it', async () => {
    const { look, log } = await looking({});
    await look();
    expect(log.asked).toEqual([['555', 'signal']]);
  });

  it('that sees nothing new writes nothing', async () => {
    const { orders, order, look, log } = await looking({});
    expect(await look()).toEqual({ order, doubtful: false });
    expect([await orders.find(order.id), log.told]).toEqual([order, []]);
  });

  it('that sees two steps at once writes and tells each of them, with its time', async () => {
    const { orders, order, look, log } = await looking({ delivery: 'success', note: 'SN: 1' });
    const looked = await look();
    expect(looked.order).toMatchObject({ status: 'succeeded', version: 4, note: 'SN: 1', updated_at: NOW });
    expect(log.told.map(({ status, version }) => [status, version])).toEqual([
      ['processing', 3],
      ['succeeded', 4],
    ]);
    expect((await orders.events(order.id)).slice(2)).toMatchObject([
      { status: 'processing', payment_status: 'settlement', at: NOW },
      { status: 'succeeded', note: 'SN: 1', at: NOW },
    ]);
  });

  it('that sees a failure for the first time only doubts', async () => {
    const { order, look, log } = await looking({ delivery: 'failed', payment: 'settlement' });
    const looked = await look();
    expect(looked).toMatchObject({ doubtful: true, order: { status: 'processing', version: 3 } });
    expect(log.told.map(({ status }) => status)).toEqual(['processing']);
    expect(order.status).toBe('awaiting_payment');
  });

  it('that sees words nobody knows tells the reseller and changes nothing', async () => {
    const { orders, order, look, log } = await looking({ delivery: 'unknown', raw: 'Nyangkut/-' });
    await look();
    expect(log.alerts).toEqual([{ kind: 'unknown_status', subject: 'Nyangkut/-', detail: order.code }]);
    expect(await orders.find(order.id)).toEqual(order);
  });

  it('gives way to whoever has moved the order meanwhile', async () => {
    const { orders, order, look, log } = await looking({ delivery: 'success', note: 'SN: 1' });
    const moved = await orders.change(order.id, order.version, 'expired', {}, 5_000);
    expect((await look()).order).toEqual(order);
    expect([await orders.find(order.id), log.told]).toEqual([moved, []]);
  });

  it('that gets no answer leaves the order as it was', async () => {
    const { orders, order, look } = await looking(new ProviderUncertain('time-out'));
    await expect(look()).rejects.toBeInstanceOf(ProviderUncertain);
    expect(await orders.find(order.id)).toEqual(order);
  });
});

describe('what the reseller hears of looks that failed', () => {
  it('is that his key is refused, once for all orders', () => {
    for (const code of ['ZT-1', 'ZT-2']) {
      expect(alertOf(new ProviderRefused('key_wrong', 'no'), code, 1)).toEqual({
        kind: 'key_refused',
        subject: 'key',
        detail: 'no',
      });
    }
  });

  it('is that the provider does not know an order, after the fifth look in a row', () => {
    const unknown = new ProviderRefused('not_found', 'no such order');
    expect(alertOf(unknown, 'ZT-1', 4)).toBeNull();
    expect(alertOf(unknown, 'ZT-1', 5)).toEqual({
      kind: 'order_missing',
      subject: 'ZT-1',
      detail: 'no such order',
    });
  });

  it.each([
    new ProviderBusy(1_000),
    new ProviderUncertain('time-out'),
    new ProviderRefused('maintenance', 'x'),
    new TypeError('oops'),
  ])('is nothing of %s, however often', (error) => {
    expect(alertOf(error, 'ZT-1', 100)).toBeNull();
  });
});
