import { describe, expect, it } from 'vitest';
import { type DropshipOrder, ProviderClient } from '../../../../proxy/provider/client.ts';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUncertain,
} from '../../../../proxy/provider/errors.ts';
import { answering, closedAddress, loopback } from '../support/loopback.ts';
import { askAt } from '../support/provider.ts';

const ORDER: DropshipOrder = {
  sid: '1',
  target: '123456789',
  sellingPrice: 12_000,
  customerName: 'Budi',
  customerPhone: '081234567890',
};
const CREATED = {
  status: true,
  data: {
    id: '55',
    invoice: 'INV-1',
    reseller_cost: 11_200,
    payment: { qr_url: '000201x', amount: 12_003, expired_at: '2026-11-23 10:15:00' },
  },
};
const WARNING = '<br />\n<b>Warning</b>:  Undefined index {a} in <b>x.php</b> on line 1<br />\n';
const nothing = async () => {};

/** A client of the provider at this address. */
const clientOf = (url: string, timeoutMs?: number) =>
  new ProviderClient(askAt(url, timeoutMs === undefined ? {} : { timeoutMs }));

/** What placing an order fails with when the provider answers so. */
async function createFailure(url: string, timeoutMs?: number): Promise<unknown> {
  const client = clientOf(url, timeoutMs);
  return client.createDropship(ORDER, nothing).then(
    (created) => ({ unexpected: created }),
    (error: unknown) => error,
  );
}

describe('placing an order', () => {
  it('sends the documented body and reads the answer', async () => {
    const provider = await answering(CREATED);
    const created = await clientOf(provider.url).createDropship(ORDER, nothing);
    expect(created).toMatchObject({
      providerId: '55',
      costRupiah: 11_200,
      payment: { qrSource: '000201x', amountRupiah: 12_003, expiresAt: Date.UTC(2026, 10, 23, 3, 15) },
    });
    expect(provider.received).toHaveLength(1);
    expect(provider.received[0]).toMatchObject({ method: 'POST', url: '/api/order/create' });
    expect(JSON.parse(provider.received[0]?.body ?? '')).toEqual({
      layanan: '1',
      target: '123456789',
      selling_price: 12_000,
      customer_name: 'Budi',
      customer_phone: '081234567890',
    });
  });

  it('awaits the note that it is sent before the first byte goes out', async () => {
    const provider = await answering(CREATED);
    let arrivedBefore = -1;
    await clientOf(provider.url).createDropship(ORDER, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      arrivedBefore = provider.received.length;
    });
    expect(arrivedBefore).toBe(0);
    expect(provider.received).toHaveLength(1);
  });

  it('sends nothing when that note cannot be written', async () => {
    const provider = await answering(CREATED);
    const client = clientOf(provider.url);
    const placing = client.createDropship(ORDER, () => Promise.reject(new Error('disk full')));
    await expect(placing).rejects.toThrow('disk full');
    expect(provider.received).toHaveLength(0);
  });

  it.each([
    ['before', WARNING + JSON.stringify(CREATED)],
    ['after', `${JSON.stringify(CREATED)}<br />\nNotice: something`],
  ])('reads an answer with a PHP warning %s it', async (_where, body) => {
    const client = clientOf((await answering(body)).url);
    expect(await client.createDropship(ORDER, nothing)).toMatchObject({ providerId: '55' });
  });

  it.each([
    ['an HTML page', '<html><body>Just a moment...</body></html>', 200],
    ['a challenge page', '<!DOCTYPE html><title>Just a moment...</title>', 403],
    ['an empty body', '', 200],
    ['a plain sentence', 'System Error!', 200],
    ['cut-off JSON', '{"status":true,"data":{"id":"5', 200],
    ['a yes that names no order', { status: true, data: { pesan: 'Pesanan berhasil' } }, 200],
    ['a yes with nothing in it', { status: true, data: null }, 200],
    ['a server error, even with a no', { status: false, data: { pesan: 'Saldo kurang' } }, 500],
    ['a gateway time-out', '<h1>504</h1>', 504],
    ['a Cloudflare error', 'error code: 522', 522],
  ])('stays uncertain with %s', async (_what, body, status) => {
    expect(await createFailure((await answering(body, status)).url)).toBeInstanceOf(ProviderUncertain);
  });

  it('stays uncertain when it is sent elsewhere, and follows nowhere', async () => {
    const elsewhere = await answering(CREATED);
    const provider = await answering(CREATED, 302, { Location: elsewhere.url });
    expect(await createFailure(provider.url)).toBeInstanceOf(ProviderUncertain);
    expect(elsewhere.received).toHaveLength(0);
  });

  it('stays uncertain when the provider hangs, is sent once, and ends within the time-out', async () => {
    const provider = await loopback(() => {});
    expect(await createFailure(provider.url, 200)).toBeInstanceOf(ProviderUncertain);
    expect(provider.received).toHaveLength(1);
  });

  it('is certainly not done when nobody listens', async () => {
    expect(await createFailure(await closedAddress())).toBeInstanceOf(ProviderUnavailable);
  });

  it.each([
    [{ status: false, data: { pesan: 'Masih ada pesanan pending yang sama' } }, 200, 'duplicate'],
    [{ status: false, pesan: 'Layanan sedang gangguan' }, 200, 'service_unavailable'],
    [{ result: false, message: 'Hubungi admin' }, 200, 'unknown'],
    [{ success: false, message: 'Nomor tujuan salah' }, 422, 'bad_target'],
    [{ message: 'Saldo tidak cukup' }, 400, 'balance_too_low'],
    [{ status: false, message: 'Login dulu' }, 401, 'key_wrong'],
    [{ status: true, data: { id: '55' }, message: 'Layanan tidak tersedia' }, 400, 'service_unavailable'],
  ])('is refused by %j with HTTP %i', async (body, status, reason) => {
    const error = await createFailure((await answering(body, status)).url);
    expect(error).toBeInstanceOf(ProviderRefused);
    expect(error).toMatchObject({ reason });
  });

  it("keeps the provider's sentence apart from the message, which may be logged", async () => {
    const error = await createFailure((await answering({ status: false, pesan: 'Rahasia 123' })).url);
    expect(error).toMatchObject({ providerText: 'Rahasia 123' });
    expect(String(error)).not.toContain('Rahasia');
  });

  it.each([
    ['by its status', {}, 429, { 'Retry-After': '9' }, 9_000],
    ['by its words', { status: false, pesan: 'Too many requests' }, 200, {}, 15_000],
  ])('is busy when the provider says so %s', async (_how, body, status, headers, retryAfterMs) => {
    const error = await createFailure((await answering(body, status, headers as Record<string, string>)).url);
    expect(error).toBeInstanceOf(ProviderBusy);
    expect(error).toMatchObject({ retryAfterMs });
  });
});

describe('after being told "too many"', () => {
  it('nothing more is sent', async () => {
    const provider = await answering('', 429, { 'Retry-After': '60' });
    const client = clientOf(provider.url);
    await expect(client.orderStatus('55', 'signal')).rejects.toBeInstanceOf(ProviderBusy);
    await expect(client.orderStatus('55', 'signal')).rejects.toBeInstanceOf(ProviderBusy);
    await expect(client.createDropship(ORDER, nothing)).rejects.toBeInstanceOf(ProviderBusy);
    expect(provider.received).toHaveLength(1);
  });
});

describe('looking at an order', () => {
  it('asks for it by its id, safely written into the address', async () => {
    const provider = await answering({
      status: true,
      data: { id: '5&x=1', status: 'Success', catatan: 'SN: 1' },
    });
    const seen = await clientOf(provider.url).orderStatus('5&x=1', 'signal');
    expect(seen).toMatchObject({ delivery: 'success', note: 'SN: 1' });
    expect(provider.received[0]?.url).toBe('/api/order/status?id=5%26x%3D1');
  });

  it('takes an answer without an id, and one with the id as a number', async () => {
    const client = clientOf((await answering({ status: true, data: { id: 55, status: 'Error' } })).url);
    expect(await client.orderStatus('55', 'routine')).toMatchObject({ delivery: 'failed' });
    const silent = clientOf((await answering({ status: true, data: { status: 'Pending' } })).url);
    expect(await silent.orderStatus('55', 'routine')).toMatchObject({ delivery: 'pending' });
  });

  it("does not believe another order's status", async () => {
    const client = clientOf((await answering({ status: true, data: { id: '56', status: 'Success' } })).url);
    await expect(client.orderStatus('55', 'signal')).rejects.toBeInstanceOf(ProviderUncertain);
  });

  it('does not take a yes without an order for a status', async () => {
    const client = clientOf((await answering({ status: true, data: null })).url);
    await expect(client.orderStatus('55', 'signal')).rejects.toBeInstanceOf(ProviderUncertain);
  });

  it('tells an order that is not found', async () => {
    const client = clientOf((await answering({ status: false, pesan: 'Pesanan tidak ditemukan' })).url);
    await expect(client.orderStatus('55', 'signal')).rejects.toMatchObject({ reason: 'not_found' });
  });
});
