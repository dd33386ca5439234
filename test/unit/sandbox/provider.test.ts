import { expect, test } from 'vitest';
import { SandboxProvider } from '../../../demo/sandbox/provider.ts';
import type { Service } from '../../../demo/sandbox/services/service.ts';

function openProvider(services?: readonly Service[]) {
  let now = Date.UTC(2026, 10, 23, 3, 15);
  const rules = { deliverySeconds: 4, expirySeconds: 900, dropshipFeePercent: 0 };
  const provider = new SandboxProvider({ ...rules, apiKey: 'key', balance: 50_000 }, () => now, services);
  const wait = (seconds: number) => {
    now += seconds * 1000;
  };
  return { provider, reseller: provider.reseller, wait };
}

test('a deposit reaches the balance once, without its fee, when it is paid in time', () => {
  const { provider, reseller, wait } = openProvider();
  const deposit = provider.deposits.create(reseller, 50_000, 350);
  expect(deposit.payment.amount).toBe(50_350);
  provider.pay(deposit.orderId);
  provider.pay(deposit.orderId);
  expect(reseller.balance).toBe(100_000);

  const late = provider.deposits.create(reseller, 50_000, 0);
  wait(900);
  expect(provider.deposits.state(late)).toBe('expired');
  expect(() => provider.pay(late.orderId)).toThrow('kedaluwarsa');
  expect(reseller.balance).toBe(100_000);
});

test('the price list starts with the row of the documents and covers all five types', () => {
  const { provider } = openProvider();
  const [first] = provider.services;
  expect(first).toMatchObject({ sid: '1', kategori: 'Free Fire', layanan: '70 Diamond', harga: 10_000 });
  expect(first?.status).toBe('Normal');
  expect(provider.services.length).toBeGreaterThanOrEqual(140);
  expect(new Set(provider.services.map(({ tipe }) => tipe))).toEqual(
    new Set(['Games', 'Pulsa', 'Data', 'PLN', 'E-Money']),
  );
  expect(provider.services.filter(({ status }) => status === 'Gangguan').length).toBeGreaterThan(3);
  const names = provider.services.map(({ kategori, layanan }) => `${kategori}/${layanan}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a price list of the test replaces the own one and is left as it was', () => {
  const rows = ['70 Diamond', '140 Diamond'].map((layanan, at) => ({
    sid: String(at + 1),
    tipe: 'Games',
    kategori: 'Free Fire',
    layanan,
    harga: 10_000,
    status: 'Normal',
  }));
  const { provider } = openProvider(rows);
  provider.renumber(1);
  expect(provider.services.map(({ sid, layanan }) => [sid, layanan])).toEqual([
    ['2', '70 Diamond'],
    ['1', '140 Diamond'],
  ]);
  expect(rows.map(({ sid }) => sid)).toEqual(['1', '2']);
});
