import { decode } from 'fast-png';
import decodeQR from 'qr/decode.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../demo/sandbox/start-sandbox.ts';

let now: number;
let sandbox: Sandbox;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 3, 0);
  sandbox = await startSandbox({ apiKey: 'kunci', clock: () => now });
});
afterEach(() => sandbox.close());

async function post(path: string, body: object) {
  const response = await fetch(`${sandbox.apiUrl}${path}?apikey=kunci`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

const dropship = { layanan: '1', target: '123456789', selling_price: 12_000, customer_name: 'Budi' };

test('the QR behind qr_url is a PNG of the payload in the ledger, and names the invoice', async () => {
  const { invoice, payment } = (await post('/order/create', dropship)).data;
  const response = await fetch(payment.qr_url);
  expect(response.headers.get('Content-Type')).toBe('image/png');
  const { width, height, data } = decode(new Uint8Array(await response.arrayBuffer()));
  const rgb = Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0);
  const text = decodeQR({ width, height, data: rgb });
  expect(text).toBe(sandbox.orders()[0]?.qrPayload);
  expect(text).toContain(invoice);
  expect((await fetch(`${sandbox.url}/qr/0123`)).status).toBe(404);
});

describe('the cashier page', () => {
  const cashier = async () => (await fetch(sandbox.url)).text();

  test('lists what is to be paid, escaped, and pays it at the press of a button', async () => {
    const { id } = (await post('/order/create', { ...dropship, customer_name: '<b>Budi</b>' })).data;
    const { orderId } = (await post('/payment/deposit', { amount: 75_000, fee: 0 })).data;
    const before = await cashier();
    expect(before).toContain('70 Diamond');
    expect(before).toContain('123456789');
    expect(before).toContain('Rp 12.000');
    expect(before).not.toContain('<b>Budi');
    expect(before).toContain(`action="/pay/${orderId}"`);

    const paid = await fetch(`${sandbox.url}/pay/${id}`, { method: 'POST' });
    expect(paid.url).toBe(`${sandbox.url}/`);
    expect(await paid.text()).not.toContain(`action="/pay/${id}"`);
    expect(sandbox.orders()[0]?.paymentStatus).toBe('settlement');
  });

  test('says so when it is too late', async () => {
    const { id } = (await post('/order/create', dropship)).data;
    now += 900_000;
    const late = await fetch(`${sandbox.url}/pay/${id}`, { method: 'POST' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('QR sudah kedaluwarsa.');
  });

  test('explains the delivery time and every special target', async () => {
    const text = await cashier();
    expect(text).toContain('4 detik');
    for (const ending of ['000', '999', '404']) expect(text).toContain(`…${ending}`);
  });

  test('has an invoice page that stops showing the QR once it is paid', async () => {
    const { id, payment } = (await post('/order/create', dropship)).data;
    const invoice = async () => (await fetch(payment.invoice_url)).text();
    expect(await invoice()).toContain('<img');
    sandbox.pay(id);
    expect(await invoice()).not.toContain('<img');
  });
});
