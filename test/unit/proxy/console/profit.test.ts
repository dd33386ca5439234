import { describe, expect, it } from 'vitest';
import { ProfitReport } from '../../../../proxy/console/profit.ts';
import { EarningsStore } from '../../../../proxy/store/earnings.ts';
import { OrderStore } from '../../../../proxy/store/orders.ts';
import { newOrder, tempStore } from '../support/stored.ts';

const PROVIDER = 'https://provider.example/api';

async function report() {
  const store = await tempStore();
  const orders = new OrderStore(store);
  let made = 0;
  /** An order of this category that came to this state then. */
  const sold = async (
    at: string,
    status: 'succeeded' | 'failed' | 'processing',
    money: { price: number; listed_cost?: number; cost?: number; profit?: number },
    category = 'Free Fire',
  ) => {
    const n = String(++made);
    const order = newOrder({
      id: n,
      code: n,
      idempotency_key: n,
      open_key: n,
      category_name: category,
      price: money.price,
      listed_cost: money.listed_cost ?? 0,
    });
    await orders.insert(order, 0);
    const { cost = null, profit: said = null } = money;
    await orders.change(n, 1, status, { cost, profit: said }, Date.parse(at));
  };
  /** Its serial number comes later. */
  const serialNumber = (at: string) =>
    orders.change(String(made), 2, 'succeeded', { note: 'SN 1' }, Date.parse(at));
  return { sold, serialNumber, profit: new ProfitReport(new EarningsStore(store), PROVIDER) };
}

describe('the profit', () => {
  it('belongs to the provider’s day: 16:59:59 UTC is the last second of a day in WIB', async () => {
    const { sold, profit } = await report();
    await sold('2026-11-24T16:59:59.999Z', 'succeeded', { price: 12_000, cost: 11_000, profit: 900 });
    await sold('2026-11-24T17:00:00.000Z', 'succeeded', { price: 20_000, cost: 18_000, profit: 2_000 });
    const { days, total } = await profit.between('2026-11-24', '2026-11-26');
    expect(days).toEqual([
      { day: '2026-11-24', orders: 1, sales: 12_000, profit: 900 },
      { day: '2026-11-25', orders: 1, sales: 20_000, profit: 2_000 },
      { day: '2026-11-26', orders: 0, sales: 0, profit: 0 },
    ]);
    expect(total).toEqual({ orders: 2, sales: 32_000, profit: 2_900 });
    expect(await profit.today(Date.parse('2026-11-24T23:00:00Z'))).toMatchObject({ profit: 2_000 });
  });

  it('stays on the day of the success when the serial number comes on the next', async () => {
    const { sold, serialNumber, profit } = await report();
    await sold('2026-11-24T16:59:00Z', 'succeeded', { price: 12_000, profit: 900 });
    await serialNumber('2026-11-24T17:01:00Z');
    const { days } = await profit.between('2026-11-24', '2026-11-25');
    expect(days.map((day) => day.profit)).toEqual([900, 0]);
  });

  it('is the provider’s own figure, else from its cost, else from the listed one', async () => {
    const { sold, profit } = await report();
    const at = '2026-11-24T05:00:00Z';
    await sold(at, 'succeeded', { price: 12_000, listed_cost: 10_000, cost: 11_000, profit: 700 });
    await sold(at, 'succeeded', { price: 12_000, listed_cost: 10_000, cost: 11_000 });
    await sold(at, 'succeeded', { price: 12_000, listed_cost: 10_000 });
    expect((await profit.between('2026-11-24', '2026-11-24')).total.profit).toBe(700 + 1_000 + 2_000);
  });

  it('tells categories apart, and what is pending or failed from what is earned', async () => {
    const { sold, profit } = await report();
    const at = '2026-11-24T05:00:00Z';
    await sold(at, 'succeeded', { price: 11_000, cost: 10_000, profit: 1_000 });
    await sold(at, 'succeeded', { price: 30_000, cost: 25_000, profit: 5_000 }, 'PLN');
    await sold(at, 'failed', { price: 9_000, cost: 8_000, profit: 1_000 });
    await sold('2020-01-01T05:00:00Z', 'processing', { price: 8_000, cost: 7_000, profit: 1_000 });
    const { categories, pending, failed, withdrawAt } = await profit.between('2026-11-24', '2026-11-24');
    expect(categories.map((one) => [one.category, one.profit])).toEqual([
      ['PLN', 5_000],
      ['Free Fire', 1_000],
    ]);
    expect([pending.orders, failed.orders]).toEqual([1, 1]);
    expect(withdrawAt).toBe('https://provider.example');
  });

  it.each([
    ['2026-11-24', '2026-11-23'],
    ['2025-11-23', '2026-11-24'],
  ])('from %s to %s is no span', async (from, to) => {
    const { profit } = await report();
    await expect(profit.between(from, to)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
