import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../proxy/contract/order.ts';
import { readEvents } from '../support/events.ts';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { type Shop, startShop, waitFor } from '../support/shop.ts';

let provider: ScriptedProvider;
let shop: Shop;
let order: Order;

beforeEach(async () => {
  provider = await startScriptedProvider();
  shop = await startShop(provider.apiUrl);
  order = (await shop.order(await shop.bodyFor())).body.order;
});
afterEach(async () => {
  await shop.close();
  await provider.close();
});

/** What the provider says of the order from now on; several answers come one after the other, the last stays. */
function say(
  ...answers: { status?: string; payment_status?: string | null; catatan?: string; id?: string }[]
) {
  provider.answers['GET /order/status'] = () => {
    const [now = {}] = answers.length > 1 ? answers.splice(0, 1) : answers;
    const data = { id: 'ORD-9917', status: 'Pending', payment_status: 'settlement', catatan: '', ...now };
    return { status: true, data };
  };
}

/** The buyer says he has paid: the next look comes at once. */
async function look(): Promise<void> {
  const before = provider.seen.length;
  await fetch(`${shop.url}/api/orders/${order.token}/check`, { method: 'POST' });
  await waitFor(() => provider.seen.length > before);
}

async function now(): Promise<Order> {
  return (await shop.get<{ order: Order }>(`/api/orders/${order.token}`)).body.order;
}

describe('what the provider says of a paid order', () => {
  it('one "failed" is not believed, a second one is, and its reason stays with the reseller', async () => {
    say({ status: 'Error', catatan: 'saldo pusat habis' });
    await look();
    await waitFor(async () => (await now()).status === 'processing');
    const failed = await shop.until(order.token, 'failed');
    expect(failed.note).toBeNull();
    expect(JSON.stringify(failed)).not.toContain('saldo pusat');
    expect(Date.parse(failed.updatedAt) - Date.parse(failed.timeline[2]?.at ?? '')).toBeGreaterThan(2_500);
  });

  it('a "failed" that was a slip leaves no trace', async () => {
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

  it.each(['Partial', 'Selesaikan manual'])(
    '"%s" changes nothing further and is told to the reseller',
    async (word) => {
      say({ status: word });
      await look();
      await waitFor(() => shop.alerts().length > 0);
      const [alert] = shop.alerts();
      expect(alert?.kind).toBe(word === 'Partial' ? 'partial_delivery' : 'unknown_status');
      expect(['awaiting_payment', 'processing']).toContain((await now()).status);
      expect((await now()).note).toBeNull();
    },
  );

  it("another order's status is not taken for this one's", async () => {
    say({ id: 'ORD-1', status: 'Success', catatan: 'SN: of somebody else' });
    await look();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await now()).toMatchObject({ status: 'awaiting_payment', note: null });
  });

  it('the payment is found in data.payment.status too, in any spelling', async () => {
    provider.answers['GET /order/status'] = () => ({
      status: 'success',
      data: { id: 'ORD-9917', status: 'PROSES', payment: { status: 'PAID' } },
    });
    await look();
    await shop.until(order.token, 'processing');
  });
});

describe('an order that is not paid in time', () => {
  it('expires, and when the money comes late after all, goes on and says so', async () => {
    say({ status: 'Error', payment_status: 'expired' });
    await look();
    const expired = await shop.until(order.token, 'expired');
    expect(expired.payment).toMatchObject({ status: 'expired', qr: null });

    say({ status: 'Success', payment_status: 'settlement', catatan: 'SN: LATE' });
    await look();
    const done = await shop.until(order.token, 'succeeded');
    expect(done).toMatchObject({ reason: 'paid_late', note: 'SN: LATE' });
  });

  it('is not called expired while the provider is silent about it', async () => {
    say({ payment_status: 'pending' });
    await look();
    expect((await now()).status).toBe('awaiting_payment');
  });

  it('its QR can no longer be had', async () => {
    expect((await fetch(order.payment?.qr ?? '')).status).toBe(200);
    say({ status: 'Error', payment_status: 'expired' });
    await look();
    await shop.until(order.token, 'expired');
    expect((await fetch(order.payment?.qr ?? '')).status).toBe(404);
  });
});

describe('a serial number that comes after the delivery', () => {
  it('reaches the buyer who is still there, as one more version of the same state', async () => {
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
