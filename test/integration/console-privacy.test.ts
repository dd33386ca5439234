import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type {
  ConsoleForgotten,
  ConsolePerson,
  ConsolePrivacy,
} from '../../proxy/contract/console-privacy.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { type Shop, waitFor } from '../support/shop.ts';
import { openConsole } from '../support/visitor.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Everything that the shop's file holds, as one text. */
function fileOf(shop: Shop): string {
  const file = new SqliteDatabase(`${shop.dir}/shop.db`, { readonly: true });
  try {
    const tables = ['orders', 'order_events', 'qr_images'];
    return JSON.stringify(tables.map((table) => file.prepare(`SELECT * FROM ${table}`).all()));
  } finally {
    file.close();
  }
}

/** Makes every order of the shop as old as this, as if it had been sold then. */
function age(shop: Shop, days: number): void {
  const file = new SqliteDatabase(`${shop.dir}/shop.db`);
  const at = Date.now() - days * DAY_MS;
  file.prepare('UPDATE orders SET created_at = ?, updated_at = ?').run(at, at);
  file.close();
}

async function openSold(test: Parameters<typeof openConsole>[0]) {
  const opened = await openConsole(test);
  const { provider, shop } = opened;
  provider.answers['GET /order/status'] = () => ({
    status: true,
    data: {
      id: 'ORD-9917',
      status: 'Success',
      payment_status: 'settlement',
      catatan: '1234/BUDI SANTOSO/R1/900',
    },
  });
  const { token } = (await shop.order(await shop.bodyFor())).body.order;
  await shop.until(token, 'succeeded');
  return { ...opened, token };
}

const PERSON = /081234567890|Budi|BUDI|123456789|000201/;

describe.concurrent('buyers', () => {
  it('are forgotten ninety days after the end, and what was sold stays', async (test) => {
    const { shop, open, token } = await openSold(test);
    expect(fileOf(shop)).toMatch(PERSON);
    await shop.stop();
    age(shop, 89);
    const still = await open({}, shop.dir);
    await still.stop();
    expect(fileOf(shop)).toMatch(PERSON);
    age(shop, 91);
    const again = await open({}, shop.dir);
    await waitFor(() => !PERSON.test(fileOf(shop)));
    const { order } = (await again.get<{ order: { price: number; status: string } }>(`/api/orders/${token}`))
      .body;
    expect(order).toMatchObject({ price: 11_000, status: 'succeeded' });
  });

  it('are forgotten sooner once the reseller says so', async (test) => {
    const { shop, reseller } = await openSold(test);
    expect((await reseller.ask<ConsolePrivacy>('GET', 'privacy')).body).toEqual({ days: 90 });
    age(shop, 10);
    expect((await reseller.ask<ConsolePrivacy>('PUT', 'privacy', { days: 7 })).body).toEqual({ days: 7 });
    await waitFor(() => !PERSON.test(fileOf(shop)));
    const short = await reseller.ask<Problem>('PUT', 'privacy', { days: 1 });
    expect([short.status, Object.keys(short.body.fields ?? {})]).toEqual([422, ['days']]);
  });

  it('are told what is known of them, and forgotten at once but for what is under way', async (test) => {
    const { provider, shop, reseller } = await openSold(test);
    provider.answers['GET /order/status'] = () => ({ status: false, pesan: 'sebentar' });
    await shop.order({ ...(await shop.bodyFor()), target: { userId: '555555555' } });
    const phone = encodeURIComponent('+62 812-3456-7890');
    const known = await reseller.ask<ConsolePerson>('GET', `privacy/person?phone=${phone}&download`);
    expect(known.headers.get('content-disposition')).toContain('081234567890.json');
    expect(known.body.orders.map(({ target, name }) => [target, name])).toEqual([
      ['555555555', 'Budi'],
      ['123456789', 'Budi'],
    ]);
    const gone = await reseller.ask<ConsoleForgotten>('DELETE', `privacy/person?phone=${phone}`);
    expect(gone.body).toEqual({ forgotten: 1, underWay: 1 });
    const left = await reseller.ask<ConsolePerson>('GET', `privacy/person?phone=${phone}`);
    expect(left.body.orders.map(({ target }) => target)).toEqual(['555555555']);
    expect((await reseller.ask<Problem>('GET', 'privacy/person?phone=12')).body.fields).toHaveProperty(
      'phone',
    );
  });
});
