import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultRequest } from '../../demo/sandbox/faults/kinds.ts';
import { statusKinds } from '../../demo/sandbox/faults/status-kinds.ts';
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
const look = async (id: string) => (await call(`/order/status?id=${id}`)).data;

describe('a look at an order', () => {
  const delivered = async () => {
    const { id } = await create();
    sandbox.pay(id);
    now += 4_000;
    return id;
  };

  test.each(['Sukses', 'BERHASIL', 'Partial', 'Refunded', '', 'Dalam antrian'])(
    'can call its status "%s", whatever it is',
    async (word) => {
      add({ kind: 'status-word', word });
      const { id } = await create();
      expect((await look(id)).status).toBe(word);
      expect((await look(id)).status).toBe('Pending');
    },
  );

  test('can respell one status and leave the others', async () => {
    add({ kind: 'status-word', of: 'Success', word: 'sukses', count: Infinity });
    const { id } = await create();
    expect((await look(id)).status).toBe('Pending');
    sandbox.pay(id);
    now += 4_000;
    expect((await look(id)).status).toBe('sukses');
  });

  test.each(['paid', 'PAID', 'completed', 'capture'])('can call the payment "%s"', async (word) => {
    add({ kind: 'payment-word', of: 'settlement', word, count: 3 });
    const { id } = await create();
    expect((await look(id)).payment_status).toBe('pending');
    sandbox.pay(id);
    expect((await look(id)).payment_status).toBe(word);
    const { orderId } = await deposit();
    sandbox.pay(orderId);
    expect((await call(`/payment/status/${orderId}`)).status).toBe(word);
    expect((await call('/payment/history')).data).toMatchObject([{ status: word }]);
  });

  test('can say "expire"', async () => {
    add({ kind: 'payment-word', of: 'expired', word: 'expire' });
    const { id } = await create();
    now += 900_000;
    expect((await look(id)).payment_status).toBe('expire');
  });

  test('can tell the payment elsewhere or not at all', async () => {
    const { id } = await create();
    add({ kind: 'payment-place' });
    expect(await look(id)).toEqual({ id, status: 'Pending', catatan: '', payment: { status: 'pending' } });
    add({ kind: 'payment-place', place: 'absent' });
    expect(await look(id)).toEqual({ id, status: 'Pending', catatan: '' });
  });

  test("can show another order's status, or nobody's when there is none", async () => {
    add({ kind: 'other-order', count: 2 });
    const { id } = await create();
    expect(await look(id)).toMatchObject({ id: '41', status: 'Success' });
    const other = await create({ target: '777' });
    expect(await look(id)).toMatchObject({ id: other.id, status: 'Pending' });
    expect((await look(id)).id).toBe(id);
  });

  test('can flip after the end, once or for good, and not before', async () => {
    add({ kind: 'flip' });
    const { id } = await create();
    expect((await look(id)).status).toBe('Pending');
    sandbox.pay(id);
    now += 4_000;
    expect(await look(id)).toMatchObject({ id, status: 'Error', payment_status: 'settlement' });
    expect((await look(id)).status).toBe('Success');

    add({ kind: 'flip', from: 'Error', count: Infinity });
    const failing = await create({ target: '123000' });
    sandbox.pay(failing.id);
    now += 4_000;
    for (let count = 0; count < 3; count++) {
      expect(await look(failing.id)).toMatchObject({
        status: 'Success',
        catatan: expect.stringMatching(/^SN/),
      });
    }
  });

  test('never flips an order that expired unpaid', async () => {
    add({ kind: 'flip' });
    const { id } = await create();
    now += 900_000;
    expect(await look(id)).toMatchObject({ status: 'Error', payment_status: 'expired' });
  });

  test('finds an order that was paid late, delivered and booked, when late is not too late', async () => {
    const { id } = await create();
    now += 900_000;
    expect(await look(id)).toMatchObject({ status: 'Error', payment_status: 'expired' });
    expect(() => sandbox.pay(id)).toThrow('kedaluwarsa');
    add({ kind: 'late-payment' });
    const inTime = await create({ target: '777' });
    sandbox.pay(inTime.id);
    expect(sandbox.faults.list()).toHaveLength(1);
    sandbox.pay(id);
    expect(sandbox.faults.list()).toEqual([]);
    expect(await look(id)).toMatchObject({ status: 'Pending', payment_status: 'settlement' });
    now += 4_000;
    expect(await look(id)).toMatchObject({ status: 'Success', payment_status: 'settlement' });
    expect(await (await fetch(sandbox.url)).text()).toContain('Rp 4.000'); // the profit of both
  });

  test('can be spoilt for one order alone', async () => {
    const [first, second] = [await delivered(), await create({ target: '777' })];
    add({ kind: 'status-word', word: 'Gagal', only: first, count: Infinity });
    expect((await look(second.id)).status).toBe('Pending');
    expect((await look(first)).status).toBe('Gagal');
  });
});

test('this file shows every kind of its table', () => {
  expect([...shown].sort()).toEqual(Object.keys(statusKinds).sort());
});
