import { beforeEach, describe, expect, test } from 'vitest';
import { describeOrder } from '../../../demo/sandbox/ledger.ts';
import type { OrderRecord } from '../../../demo/sandbox/order.ts';
import { type ProviderSettings, SandboxProvider } from '../../../demo/sandbox/provider.ts';

const settings: ProviderSettings = {
  apiKey: 'key',
  balance: 50_000,
  deliverySeconds: 4,
  expirySeconds: 900,
  dropshipFeePercent: 0,
};

let now: number;
let provider: SandboxProvider;
const wait = (seconds: number) => {
  now += seconds * 1000;
};

beforeEach(() => {
  now = Date.UTC(2026, 10, 23, 3, 15);
  provider = new SandboxProvider(settings, () => now);
});

function dropship({ sid = '1', target = '123456789', sellingPrice = 12_000, from = provider } = {}) {
  const customer = { name: 'Budi', phone: '081234567890' };
  const request = { service: from.service(sid), target, meterNumber: '', sellingPrice, customer };
  return from.orders.createDropship(from.reseller, request);
}

function saldo({ sid = '1', target = '123456789' } = {}) {
  const request = { service: provider.service(sid), target, meterNumber: '' };
  return provider.orders.createFromBalance(provider.reseller, request);
}

const state = (order: OrderRecord) => provider.orders.state(order);
const balances = () => {
  provider.orders.settle();
  return { balance: provider.reseller.balance, profit: provider.reseller.profit };
};

describe('a dropship order', () => {
  test('waits for its payment, is delivered some seconds later and then carries a serial number', () => {
    const order = dropship();
    expect(state(order)).toEqual({ status: 'Pending', paymentStatus: 'pending', catatan: '' });
    wait(60);
    provider.pay(order.id);
    wait(3.999);
    expect(state(order)).toEqual({ status: 'Pending', paymentStatus: 'settlement', catatan: '' });
    wait(0.001);
    expect(state(order)).toMatchObject({ status: 'Success', paymentStatus: 'settlement' });
    expect(state(order).catatan).toMatch(/^SN: \d{16}$/);
  });

  test('costs the reseller nothing and credits the profit once, after success and not before', () => {
    const order = dropship({ sellingPrice: 12_500 });
    provider.pay(order.id);
    expect(balances()).toEqual({ balance: 50_000, profit: 0 });
    wait(4);
    expect(balances()).toEqual({ balance: 50_000, profit: 2_500 });
    expect(balances()).toEqual({ balance: 50_000, profit: 2_500 });
  });

  test('ends unpaid as Error with payment expired, at no cost, and cannot be paid any more', () => {
    const order = dropship();
    wait(899.999);
    expect(state(order).status).toBe('Pending');
    wait(0.001);
    expect(state(order)).toMatchObject({ status: 'Error', paymentStatus: 'expired' });
    expect(() => provider.pay(order.id)).toThrow('kedaluwarsa');
    wait(3600);
    expect(balances()).toEqual({ balance: 50_000, profit: 0 });
  });

  test('paid twice is paid once, at the first moment', () => {
    const order = dropship();
    provider.pay(order.id);
    wait(4);
    provider.pay(order.id);
    expect(state(order).status).toBe('Success');
  });

  test('may be sold at cost but not below', () => {
    expect(() => dropship({ sellingPrice: 9_999 })).toThrow('minimal 10000');
    expect(dropship({ sellingPrice: 10_000 }).cost).toBe(10_000);
  });

  test('costs more than harga when there is a dropship fee, and can lose money then', () => {
    const from = new SandboxProvider({ ...settings, dropshipFeePercent: 12 }, () => now);
    const order = dropship({ from, sellingPrice: 11_000 });
    expect(order.cost).toBe(11_200);
    from.pay(order.id);
    wait(4);
    from.orders.settle();
    expect(from.reseller.profit).toBe(-200);
  });

  test('keeps the cost it was made with when the price list changes', () => {
    const order = dropship();
    provider.service('1').harga = 11_500;
    provider.pay(order.id);
    wait(4);
    expect(balances().profit).toBe(2_000);
  });
});

describe('a saldo order', () => {
  test('takes the price from the balance at once and says nothing of payments', () => {
    const order = saldo();
    expect(balances().balance).toBe(40_000);
    wait(4);
    expect(state(order)).toMatchObject({ status: 'Success', paymentStatus: null });
    expect(balances()).toEqual({ balance: 40_000, profit: 0 });
  });

  test('gives the money back once when the delivery fails', () => {
    const order = saldo({ target: '123456000' });
    expect(balances().balance).toBe(40_000);
    wait(4);
    expect(state(order).status).toBe('Error');
    expect(balances().balance).toBe(50_000);
    expect(balances().balance).toBe(50_000);
  });

  test('is refused when the balance is too small, and takes nothing', () => {
    provider.service('1').harga = 50_001;
    expect(() => saldo()).toThrow('Saldo');
    expect(balances().balance).toBe(50_000);
  });

  test('can be paid with a refund that has just come due', () => {
    provider.service('1').harga = 50_000;
    saldo({ target: '123456000' });
    wait(4);
    expect(() => saldo()).not.toThrow();
  });

  test('has no QR to pay', () => {
    const order = saldo();
    expect(() => provider.pay(order.id)).toThrow('Tidak ada pembayaran');
  });
});

describe('anti double-order', () => {
  test('refuses the same service and target while the first order is pending, paid or not', () => {
    const first = dropship();
    expect(() => dropship()).toThrow('masih pending');
    expect(() => saldo()).toThrow('masih pending');
    provider.pay(first.id);
    expect(() => dropship()).toThrow('masih pending');
    wait(4);
    expect(() => dropship()).not.toThrow();
  });

  test('lets another target, another service and another reseller through', () => {
    dropship();
    expect(() => dropship({ target: '987654321' })).not.toThrow();
    expect(() => dropship({ sid: '5', sellingPrice: 15_000 })).not.toThrow();
    const other = provider.accounts.open('lain', 'rahasia', 'other', 50_000);
    const request = { service: provider.service('1'), target: '123456789', meterNumber: '' };
    expect(() => provider.orders.createFromBalance(other, request)).not.toThrow();
  });

  test('lets the order be made again after the first expired', () => {
    dropship();
    wait(900);
    expect(() => dropship()).not.toThrow();
  });
});

describe('targets', () => {
  test('ending in 404 are refused', () => {
    expect(() => dropship({ target: '123456404' })).toThrow('Target tidak ditemukan');
    expect(provider.orders.all()).toEqual([]);
  });

  test('ending in 000 are paid and then fail, without profit', () => {
    const order = dropship({ target: '1114917000|13486' });
    provider.pay(order.id);
    wait(4);
    expect(state(order)).toMatchObject({ status: 'Error', paymentStatus: 'settlement' });
    expect(balances().profit).toBe(0);
  });

  test('ending in 999 take sixty seconds', () => {
    const order = dropship({ target: '123456999' });
    provider.pay(order.id);
    wait(59);
    expect(state(order).status).toBe('Pending');
    wait(1);
    expect(state(order).status).toBe('Success');
  });

  test('with such digits in the middle of a number are ordinary', () => {
    const order = dropship({ target: '100040499912' });
    provider.pay(order.id);
    wait(4);
    expect(state(order).status).toBe('Success');
  });

  test('of electricity get token, name, tariff and power', () => {
    const token = provider.services.find(({ tipe }) => tipe === 'PLN');
    const order = dropship({ sid: token?.sid ?? '', target: '14234567890', sellingPrice: 25_000 });
    provider.pay(order.id);
    wait(4);
    expect(state(order).catatan).toMatch(/^\d{20}\/[A-Z ]+\/R1M?\/\d+VA$/);
  });
});

test('a service that is Gangguan, or unknown, cannot be ordered', () => {
  provider.service('1').status = 'Gangguan';
  expect(() => dropship()).toThrow('gangguan');
  expect(() => dropship({ sid: '9999' })).toThrow('Layanan tidak ditemukan');
});

test('the ledger tells an order as it stands at the time of reading', () => {
  const order = dropship();
  provider.pay(order.id);
  expect(describeOrder(order, now)).toMatchObject({
    mode: 'dropship',
    userId: 'toko_demo',
    sid: '1',
    target: '123456789',
    cost: 10_000,
    sellingPrice: 12_000,
    customerName: 'Budi',
    customerPhone: '081234567890',
    paidAt: now,
    status: 'Pending',
    paymentStatus: 'settlement',
    expiresAt: order.createdAt + 900_000,
  });
  expect(describeOrder(order, now + 4_000).status).toBe('Success');
});
