import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../demo/sandbox/start-sandbox.ts';

let now: number;
let sandbox: Sandbox;

async function restart(options: SandboxOptions = {}) {
  await sandbox?.close();
  sandbox = await startSandbox({ apiKey: 'kunci', balance: 50_000, clock: () => now, ...options });
}

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 3, 0); // 10:00 in Jakarta
  await restart();
});
afterEach(() => sandbox.close());

async function call(method: string, path: string, body?: object, key: string | null = 'kunci') {
  const response = await fetch(sandbox.apiUrl + path, {
    method,
    headers: { ...(key && { 'X-API-Key': key }), ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}
const get = async (path: string) => (await call('GET', path)).body;
const post = async (path: string, body?: object) => (await call('POST', path, body)).body;
const refused = (pesan: RegExp) => ({ status: false, data: { pesan: expect.stringMatching(pesan) } });

const dropship = {
  layanan: '1',
  target: '123456789',
  selling_price: 12_000,
  customer_name: 'Budi',
  customer_phone: '08123',
};

describe('the eleven endpoints answer as documented:', () => {
  test('register and login', async () => {
    const registration = { username: 'toko_a', name: 'Toko A', email: 'a@x.com', password: 'rahasia' };
    const registered = await post('/auth/register', registration);
    expect(registered).toEqual({ status: true, data: { user_id: 'toko_a', api_key: expect.any(String) } });
    const { api_key } = registered.data;
    expect(await post('/auth/login', { user_id: 'toko_a', password: 'rahasia' })).toEqual({
      status: true,
      data: { api_key, balance: 0 },
    });
    expect(await post('/auth/register', registration)).toEqual(refused(/sudah dipakai/));
    expect(await post('/auth/login', { user_id: 'toko_a', password: 'salah' })).toEqual(refused(/salah/));
  });

  test('the account', async () => {
    const data = { user_id: 'toko_demo', balance: 50_000, role: 'reseller' };
    expect(await get('/user/me')).toEqual({ status: true, data });
  });

  test('a new key, which ends the old one', async () => {
    const { status, data } = await post('/user/regenerate-key');
    expect(status).toBe(true);
    expect(await get('/user/me')).toEqual(refused(/API key tidak valid/));
    expect((await call('GET', '/user/me', undefined, data.api_key)).body.status).toBe(true);
  });

  test('the price list, whole and of one type', async () => {
    const { status, data } = await get('/services');
    expect(status).toBe(true);
    expect(Object.keys(data)).toEqual(['Games', 'Pulsa', 'Data', 'PLN', 'E-Money']);
    expect(data.Games[0]).toEqual({
      sid: '1',
      kategori: 'Free Fire',
      layanan: '70 Diamond',
      harga: '10000',
      status: 'Normal',
    });
    expect(Object.keys((await get('/services?tipe=PLN')).data)).toEqual(['PLN']);
    expect(await get('/services?tipe=Kapal')).toEqual({ status: true, data: {} });
  });

  test('an order from the balance', async () => {
    const answer = await post('/order/create', { layanan: '1', target: '123456789' });
    expect(answer).toEqual({
      status: true,
      data: {
        id: expect.stringMatching(/^\d+$/),
        invoice: expect.stringMatching(/^INV-/),
        pesan: 'Pesanan berhasil dibuat dan sedang diproses.',
      },
    });
    expect((await get('/user/me')).data.balance).toBe(40_000);
    now += 4_000;
    expect(await get(`/order/status?id=${answer.data.id}`)).toEqual({
      status: true,
      data: { id: answer.data.id, status: 'Success', catatan: expect.stringMatching(/^SN: /) },
    });
  });

  test('a dropship order, from QR to serial number', async () => {
    const answer = await post('/order/create', dropship);
    expect(answer).toEqual({
      status: true,
      data: {
        id: expect.stringMatching(/^\d+$/),
        invoice: expect.stringMatching(/^INV-/),
        mode: 'dropship',
        selling_price: 12_000,
        reseller_cost: 10_000,
        reseller_profit: 2_000,
        payment: {
          qr_url: expect.stringMatching(/\/qr\/[0-9a-f]{32}$/),
          amount: 12_000,
          expired_at: '2026-11-23 10:15:00',
          status_url: expect.stringContaining(sandbox.url),
          invoice_url: expect.stringContaining(sandbox.url),
        },
      },
    });
    const { id, payment } = answer.data;
    const status = async () => (await get(`/order/status?id=${id}`)).data;
    const paymentStatus = async () => (await fetch(payment.status_url)).json();
    expect(await status()).toEqual({ id, status: 'Pending', catatan: '', payment_status: 'pending' });
    expect(await paymentStatus()).toEqual({ status: true, data: { payment_status: 'pending' } });
    sandbox.pay(id);
    expect(await status()).toMatchObject({ status: 'Pending', payment_status: 'settlement' });
    expect(await paymentStatus()).toEqual({ status: true, data: { payment_status: 'settlement' } });
    now += 4_000;
    expect(await status()).toMatchObject({ status: 'Success', catatan: expect.stringMatching(/^SN: /) });
    expect(sandbox.orders()).toMatchObject([{ id, customerName: 'Budi', customerPhone: '08123' }]);
  });

  test('a deposit, its status as a bare object, and the history', async () => {
    const answer = await post('/payment/deposit', { amount: 50_000, fee: 0 });
    expect(answer).toEqual({
      status: 'success',
      data: {
        orderId: expect.stringMatching(/^DEP-/),
        amountToPay: 50_000,
        qrCodeUrl: expect.stringMatching(/\/qr\/[0-9a-f]{32}$/),
        expiryTime: '2026-11-23 10:15:00',
      },
    });
    const { orderId } = answer.data;
    const deposit = (status: string) => ({ orderId, status, amount: 50_000 });
    expect(await get(`/payment/status/${orderId}`)).toEqual(deposit('pending'));
    sandbox.pay(orderId);
    expect(await get(`/payment/status/${orderId}`)).toEqual(deposit('settlement'));
    expect(await get('/payment/history')).toEqual({ status: 'success', data: [deposit('settlement')] });
    expect((await get('/user/me')).data.balance).toBe(100_000);
  });
});

describe('requests', () => {
  test('carry the key in the header or the query, else they are refused with HTTP 200', async () => {
    expect((await call('GET', '/user/me?apikey=kunci', undefined, null)).body.status).toBe(true);
    const missing = await call('GET', '/user/me', undefined, null);
    expect(missing).toMatchObject({ status: 200, body: refused(/API key wajib/) });
    expect(await call('GET', '/services', undefined, 'salah')).toMatchObject({
      status: 200,
      body: refused(/API key tidak valid/),
    });
  });

  test('may give their values as JSON, form or query', async () => {
    const form = await fetch(`${sandbox.apiUrl}/order/create?apikey=kunci`, {
      method: 'POST',
      body: new URLSearchParams({ ...dropship, selling_price: '12000' }),
    });
    expect((await form.json()).data).toMatchObject({ mode: 'dropship', selling_price: 12_000 });
    const query = await post('/order/create?layanan=1&target=987654321');
    expect(query.status).toBe(true);
  });

  test('that make no sense are refused in words', async () => {
    expect(await post('/order/create', { ...dropship, selling_price: 'murah' })).toEqual(refused(/bulat/));
    expect(await post('/order/create', { ...dropship, selling_price: 9_999 })).toEqual(refused(/minimal/));
    expect(await post('/order/create', { ...dropship, target: '' })).toEqual(refused(/Target/));
    expect(await post('/order/create', { ...dropship, target: 'id404' })).toEqual(refused(/Target/));
    expect(await post('/order/create', { ...dropship, layanan: '0' })).toEqual(refused(/Layanan/));
    expect(await post('/payment/deposit', { amount: 1 })).toEqual(refused(/Nominal/));
    const broken = await fetch(`${sandbox.apiUrl}/order/create?apikey=kunci`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"layanan":',
    });
    expect(await broken.json()).toEqual(refused(/tidak dapat dibaca/));
    expect((await call('GET', '/order/create')).status).toBe(404);
  });

  test('for the same service and target are refused while the first is pending', async () => {
    await post('/order/create', dropship);
    expect(await post('/order/create', dropship)).toEqual(refused(/masih pending/));
    expect(sandbox.orders()).toHaveLength(1);
  });

  test("see nothing of another reseller's orders and deposits", async () => {
    const { data: order } = await post('/order/create', dropship);
    const { data: deposit } = await post('/payment/deposit', { amount: 50_000, fee: 0 });
    const stranger = { username: 'toko_b', name: 'B', email: 'b@x.com', password: 'rahasia' };
    const { api_key } = (await post('/auth/register', stranger)).data;
    const asStranger = async (path: string) => (await call('GET', path, undefined, api_key)).body;
    expect(await asStranger(`/order/status?id=${order.id}`)).toEqual(refused(/tidak ditemukan/));
    expect(await asStranger(`/payment/status/${deposit.orderId}`)).toEqual(refused(/tidak ditemukan/));
    expect((await asStranger('/payment/history')).data).toEqual([]);
  });
});

describe('limits', () => {
  test('let 60 requests a minute of one key through, then answer 429 with Retry-After', async () => {
    for (let count = 0; count < 60; count++) expect((await call('GET', '/user/me')).status).toBe(200);
    now += 20_000;
    const refusal = await call('GET', '/user/me');
    expect(refusal).toMatchObject({ status: 429, body: refused(/40 detik/) });
    expect(refusal.headers.get('Retry-After')).toBe('40');
    now += 40_000;
    expect((await call('GET', '/user/me')).status).toBe(200);
    expect(sandbox.requests()).toHaveLength(62);
  });

  test('let 10 sign-ins a minute of one address through', async () => {
    const login = () => call('POST', '/auth/login', { user_id: 'toko_demo', password: 'x' }, null);
    for (let count = 0; count < 10; count++) expect((await login()).status).toBe(200);
    expect((await login()).status).toBe(429);
    expect((await call('GET', '/user/me')).status).toBe(200);
  });
});

test('a dropship fee makes reseller_cost higher than harga, as in the documents', async () => {
  await restart({ dropshipFeePercent: 12 });
  expect((await post('/order/create', dropship)).data).toMatchObject({
    reseller_cost: 11_200,
    reseller_profit: 800,
  });
});

test('a changed price or status of a service shows at once', async () => {
  sandbox.setService('1', { harga: 12_001 });
  expect((await get('/services')).data.Games[0].harga).toBe('12001');
  expect(await post('/order/create', dropship)).toEqual(refused(/minimal 12001/));
  sandbox.setService('1', { status: 'Gangguan' });
  expect(await post('/order/create', dropship)).toEqual(refused(/gangguan/));
});

test('close ends open connections and frees the port', async () => {
  const { url } = sandbox;
  await fetch(url, { headers: { Connection: 'keep-alive' } });
  const startedAt = Date.now();
  await sandbox.close();
  expect(Date.now() - startedAt).toBeLessThan(1_000);
  await expect(fetch(url)).rejects.toThrow();
});
