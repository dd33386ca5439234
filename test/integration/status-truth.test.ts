import { describe, expect, it, type TestContext } from 'vitest';
import type { Order } from '../../proxy/contract/order.ts';
import { takeCounter } from '../support/counter.ts';
import { readEvents } from '../support/events.ts';
import { waitFor } from '../support/shop.ts';

interface Said {
  status?: string;
  payment_status?: string | null;
  catatan?: string;
  id?: string;
}

/** A shop with one order that waits for its payment. */
async function takeOrder(test: TestContext) {
  const { provider, open } = await takeCounter(test);
  const shop = await open();
  const { order } = (await shop.order(await shop.bodyFor())).body;
  return {
    provider,
    shop,
    order,
    /** What the provider says of the order from now on; several answers come one after the other, the last stays. */
    say(...answers: Said[]) {
      provider.answers['GET /order/status'] = () => {
        const [now = {}] = answers.length > 1 ? answers.splice(0, 1) : answers;
        const data = { id: 'ORD-9917', status: 'Pending', payment_status: 'settlement', catatan: '', ...now };
        return { status: true, data };
      };
    },
    /** The buyer says he has paid: the next look comes at once. */
    async look(): Promise<void> {
      const before = provider.seen.length;
      await fetch(`${shop.url}/api/orders/${order.token}/check`, { method: 'POST' });
      await waitFor(() => provider.seen.length > before);
    },
    async now(): Promise<Order> {
      return (await shop.get<{ order: Order }>(`/api/orders/${order.token}`)).body.order;
    },
  };
}

describe('what the provider says of a paid order', () => {
  it.concurrent('one "failed" is not believed, a second one is, and its reason stays with the reseller', async (test) => {
    const { shop, order, say, look, now } = await takeOrder(test);
    say({ status: 'Error', catatan: 'saldo pusat habis' });
    await look();
    await waitFor(async () => (await now()).status === 'processing');
    const failed = await shop.until(order.token, 'failed');
    expect(failed.note).toBeNull();
    expect(JSON.stringify(failed)).not.toContain('saldo pusat');
    expect(Date.parse(failed.updatedAt) - Date.parse(failed.timeline[2]?.at ?? '')).toBeGreaterThan(2_500);
  });

  it.concurrent('a "failed" that was a slip leaves no trace', async (test) => {
    const { shop, order, say, look } = await takeOrder(test);
    say({ status: 'Gagal' }, { status: 'Sukses', catatan: 'SN: 1' });
    await look();
    const done = await shop.until(order.token, 'succeeded');
    expect(done.timeline.map((step) => step.status)).toEqual([
      'placing',
      'awaiting_payment',
      'processing',
      'succeeded',
    ]);
  });

  it.concurrent.for(['Partial', 'Selesaikan manual'])(
    '"%s" changes nothing further and is told to the reseller',
    async (word, test) => {
      const { shop, say, look, now } = await takeOrder(test);
      say({ status: word });
      await look();
      await waitFor(() => shop.alerts().length > 0);
      const [alert] = shop.alerts();
      expect(alert?.kind).toBe(word === 'Partial' ? 'partial_delivery' : 'unknown_status');
      expect(['awaiting_payment', 'processing']).toContain((await now()).status);
      expect((await now()).note).toBeNull();
    },
  );

  it.concurrent("another order's status is not taken for this one's", async (test) => {
    const { say, look, now } = await takeOrder(test);
    say({ id: 'ORD-1', status: 'Success', catatan: 'SN: of somebody else' });
    await look();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await now()).toMatchObject({ status: 'awaiting_payment', note: null });
  });

  it.concurrent('the payment is found in data.payment.status too, in any spelling', async (test) => {
    const { provider, shop, order, look } = await takeOrder(test);
    provider.answers['GET /order/status'] = () => ({
      status: 'success',
      data: { id: 'ORD-9917', status: 'PROSES', payment: { status: 'PAID' } },
    });
    await look();
    await shop.until(order.token, 'processing');
  });
});

describe('an order that is not paid in time', () => {
  it.concurrent('expires, and when the money comes late after all, goes on and says so', async (test) => {
    const { shop, order, say, look } = await takeOrder(test);
    say({ status: 'Error', payment_status: 'expired' });
    await look();
    const expired = await shop.until(order.token, 'expired');
    expect(expired.payment).toMatchObject({ status: 'expired', qr: null });

    say({ status: 'Success', payment_status: 'settlement', catatan: 'SN: LATE' });
    await look();
    const done = await shop.until(order.token, 'succeeded');
    expect(done).toMatchObject({ reason: 'paid_late', note: 'SN: LATE' });
  });

  it.concurrent('is not called expired while the provider is silent about it', async (test) => {
    const { say, look, now } = await takeOrder(test);
    say({ payment_status: 'pending' });
    await look();
    expect((await now()).status).toBe('awaiting_payment');
  });

  it.concurrent('its QR can no longer be had', async (test) => {
    const { shop, order, say, look } = await takeOrder(test);
    expect((await fetch(order.payment?.qr ?? '')).status).toBe(200);
    say({ status: 'Error', payment_status: 'expired' });
    await look();
    await shop.until(order.token, 'expired');
    expect((await fetch(order.payment?.qr ?? '')).status).toBe(404);
  });
});

describe('a serial number that comes after the delivery', () => {
  it.concurrent('reaches the buyer who is still there, as one more version of the same state', async (test) => {
    const { shop, order, say, look } = await takeOrder(test);
    say({ status: 'Success', catatan: '' });
    const reading = readEvents(`${shop.url}/api/orders/${order.token}/events`, undefined, {}, 30_000);
    await look();
    await shop.until(order.token, 'succeeded');
    say({ status: 'Success', catatan: 'SN: 777' });
    const events = (await reading).map(({ data }) => JSON.parse(data) as Order);
    expect(events.slice(-2).map(({ status, note }) => [status, note])).toEqual([
      ['succeeded', null],
      ['succeeded', 'SN: 777'],
    ]);
    expect(events.at(-1)?.timeline).toHaveLength(4);
  });
});
