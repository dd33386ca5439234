import { decode } from 'fast-png';
import decodeQR from 'qr/decode.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogKinds } from '../../demo/sandbox/faults/catalog-kinds.ts';
import type { FaultRequest } from '../../demo/sandbox/faults/kinds.ts';
import { orderKinds } from '../../demo/sandbox/faults/order-kinds.ts';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import { type Sandbox, startSandbox } from '../../demo/sandbox/start-sandbox.ts';

let now: number;
let sandbox: Sandbox;
const shown = new Set<string>();

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 3, 0); // 10:00 in Jakarta; a QR ends at 10:15
  sandbox = await startSandbox({ apiKey: 'kunci', clock: () => now, requestsPerMinute: 1_000 });
});
afterEach(() => sandbox.close());

function add(fault: FaultRequest) {
  shown.add(fault.kind);
  return sandbox.faults.add(fault);
}

async function call(path: string, body?: object) {
  const response = await fetch(`${sandbox.apiUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'X-API-Key': 'kunci', 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return JSON.parse(await response.text());
}

const create = async (change: object = {}) =>
  (await call('/order/create', { layanan: '1', target: '123456789', selling_price: 12_000, ...change })).data;
const deposit = async () => (await call('/payment/deposit', { amount: 50_000, fee: 0 })).data;
const firstGame = async () => (await call('/services')).data.Games[0];

async function readPicture(response: Response): Promise<string> {
  const { width, height, data } = decode(new Uint8Array(await response.arrayBuffer()));
  const rgb = Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0);
  return decodeQR({ width, height, data: rgb });
}

describe('the price list', () => {
  test.each([
    ['null', null],
    ['object', {}],
    ['list', []],
  ] as const)('can be empty as %s', async (as, data) => {
    add({ kind: 'catalog-empty', as });
    expect(await call('/services')).toEqual({ status: true, data });
    expect((await firstGame()).layanan).toBe('70 Diamond');
  });

  test('can be renumbered between quote and order, for good', async () => {
    add({ kind: 'sids-renumbered', path: '/order/create' });
    expect(await firstGame()).toMatchObject({ sid: '1', layanan: '70 Diamond' });
    await create({ layanan: '2' });
    expect(sandbox.orders()[0]).toMatchObject({ sid: '2', layanan: '70 Diamond' });
    expect(await firstGame()).toMatchObject({ sid: '2', layanan: '70 Diamond' });
    add({ kind: 'sids-renumbered', by: -1 });
    expect(await firstGame()).toMatchObject({ sid: '1', layanan: '70 Diamond' });
  });

  test('can spell the status of a service in another way', async () => {
    add({ kind: 'service-word', word: 'active' });
    add({ kind: 'service-word', of: 'Gangguan', word: 'non active' });
    const rows: { status: string }[] = (await call('/services')).data.Games;
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['active', 'non active']));
  });

  test('can hold a row that is no product', async () => {
    add({ kind: 'tool-row' });
    expect(await firstGame()).toMatchObject({ layanan: 'Cek Username Free Fire', harga: '100' });
  });
});

describe('a new order', () => {
  test.each([
    ['absent', undefined],
    ['empty', ''],
    ['null', null],
  ] as const)('can be answered with an id that is %s, and exists', async (as, id) => {
    add({ kind: 'create-without-id', as });
    expect((await create()).id).toBe(id);
    expect(sandbox.orders()).toHaveLength(1);
  });

  test('can be answered without payment, and exists', async () => {
    add({ kind: 'create-without-payment' });
    expect(await create()).not.toHaveProperty('payment');
    expect(sandbox.orders()).toHaveLength(1);
  });

  test('can cost more than it is sold for; an order from the balance leaves the fault on', async () => {
    add({ kind: 'higher-cost', percent: 30 });
    await call('/order/create', { layanan: '1', target: '555' });
    expect(await create()).toMatchObject({ reseller_cost: 13_000, reseller_profit: -1_000 });
    expect(sandbox.orders().at(-1)?.cost).toBe(13_000);
  });

  test('can ask for an amount with a unique code, which is in its QR too and is no profit', async () => {
    add({ kind: 'unique-code', rupiah: 3 });
    expect(await create()).toMatchObject({
      selling_price: 12_000,
      reseller_profit: 2_000,
      payment: { amount: 12_003 },
    });
    expect(sandbox.orders()[0]).toMatchObject({ sellingPrice: 12_000, amountToPay: 12_003 });
    expect(sandbox.orders()[0]?.qrPayload).toContain('540512003');
    add({ kind: 'unique-code' });
    expect((await deposit()).amountToPay).toBe(50_123);
  });
});

describe('a QR', () => {
  test.each([
    ['wrong-crc', /540512000/],
    ['other-amount', /540513000/],
    ['no-amount', /53033605802ID/],
  ] as const)('can hold a text with the flaw %s', async (flaw, holds) => {
    add({ kind: 'qr-text', flaw });
    const { invoice, payment } = await create();
    const text = await readPicture(await fetch(payment.qr_url));
    expect(text).toBe(sandbox.orders()[0]?.qrPayload);
    expect(text).toMatch(holds);
    expect(text.slice(-4)).not.toBe(qrisPayload(12_000, invoice).slice(-4));
  });

  test.each([
    ['data-url', /^data:image\/png;base64,/],
    ['drawing-service', /\/v1\/create-qr-code\/\?size=300x300&data=000201/],
    ['png-url', /\.png$/],
  ] as const)('can be given as %s', async (form, looks) => {
    add({ kind: 'qr-form', form });
    const { qr_url } = (await create()).payment;
    expect(qr_url).toMatch(looks);
    expect(await readPicture(await fetch(qr_url))).toBe(sandbox.orders()[0]?.qrPayload);
  });

  test('can be given as the text itself, for orders and for deposits', async () => {
    add({ kind: 'qr-form', form: 'payload', count: 2 });
    expect((await create()).payment.qr_url).toBe(sandbox.orders()[0]?.qrPayload);
    expect((await deposit()).qrCodeUrl).toMatch(/^000201/);
  });

  test('can be a picture nobody can read, missing, or no picture', async () => {
    const picture = async (flaw: 'unreadable' | 'missing' | 'html') => {
      add({ kind: 'qr-picture', flaw });
      return fetch((await create({ target: flaw })).payment.qr_url);
    };
    await expect(readPicture(await picture('unreadable'))).rejects.toThrow();
    expect((await picture('missing')).status).toBe(404);
    expect(await (await picture('html')).text()).toContain('<h1>');
  });

  test.each([
    ['iso', '2026-11-23T03:15:00.000Z'],
    ['unix-seconds', 1_795_403_700],
    ['unix-ms', 1_795_403_700_000],
    ['duration-seconds', 900],
    ['zone-less', '2026-11-23 10:15:00'],
    ['absent', undefined],
    ['nonsense', 'segera'],
  ] as const)('can tell its expiry as %s', async (form, value) => {
    add({ kind: 'expiry-form', form, count: 2 });
    expect((await create()).payment.expired_at).toBe(value);
    expect((await deposit()).expiryTime).toBe(value);
  });
});

test('this file shows every kind of these two tables', () => {
  expect([...shown].sort()).toEqual(Object.keys({ ...catalogKinds, ...orderKinds }).sort());
});
