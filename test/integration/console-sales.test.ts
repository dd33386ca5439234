import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, type TestContext } from 'vitest';
import type { ConsoleOrderDetail } from '../../proxy/contract/console-orders.ts';
import type { ConsoleProduct, ConsoleProductForm } from '../../proxy/contract/console-sales.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { keptSecret } from '../../proxy/ops/secret.ts';
import { OrderTokens } from '../../proxy/orders/tokens.ts';
import { service } from '../support/scripted-provider.ts';
import { type Shop, waitFor } from '../support/shop.ts';
import { openConsole, Visitor } from '../support/visitor.ts';

/** A shop whose provider takes saldo orders, and what sells 70 diamonds of it. */
async function openCounter(test: TestContext) {
  const opened = await openConsole(test, {}, (answers) => {
    const pln = service({ sid: '9', kategori: 'Token Listrik', layanan: 'Token 20.000', harga: '20500' });
    answers['GET /services'] = () => ({ status: true, data: { Games: [service()], PLN: [pln] } });
    answers['POST /order/create'] = () => ({ status: true, data: { id: 'S-1', invoice: 'INV-S-1' } });
  });
  const { shop, reseller, provider } = opened;
  await shop.bodyFor();
  const product = async (search: string) =>
    (await reseller.ask<{ products: ConsoleProduct[] }>('GET', `sales/products?search=${search}`)).body
      .products[0];
  const found = await product('70%20diamond');
  const sale = {
    sid: found?.sid,
    ref: found?.ref,
    cost: found?.cost,
    price: 12_500,
    target: { userId: '123456789' },
    name: 'Bu Sri',
  };
  const creates = () => provider.seen.filter(({ path }) => path === '/order/create');
  return { ...opened, product, sale, creates };
}

const sell = (reseller: Visitor, sale: object, key: string = crypto.randomUUID()) =>
  reseller.ask<{ code: string; status: string } & Partial<Problem>>('POST', 'sales', sale, {
    'idempotency-key': key,
  });

const orderOf = async (reseller: Visitor, code: string) =>
  (await reseller.ask<ConsoleOrderDetail>('GET', `orders/${code}`)).body;

/** The token that would open an order, had it been a buyer's. */
function tokenOf(shop: Shop, code: string): string {
  const file = new SqliteDatabase(`${shop.dir}/shop.db`, { readonly: true });
  const { id } = file.prepare('SELECT id FROM orders WHERE code = ?').get(code) as { id: string };
  file.close();
  return new OrderTokens(keptSecret(shop.dir)).tokenFor(id);
}

describe.concurrent('a sale from the balance', () => {
  it('goes out once without a selling price, is followed to its end, and no public way leads to it', async (test) => {
    const { provider, shop, reseller, sale, creates } = await openCounter(test);
    const key = crypto.randomUUID();
    const { status, body } = await sell(reseller, sale, key);
    expect([status, body.status]).toEqual([201, 'processing']);
    expect((await sell(reseller, sale, key)).body).toEqual(body);
    expect(creates().map((create) => create.body)).toEqual([{ layanan: '1', target: '123456789' }]);

    const token = tokenOf(shop, body.code);
    for (const way of ['', '/events', '/qr.png']) {
      expect((await shop.get(`/api/orders/${token}${way}`)).status).toBe(404);
      expect((await shop.get(`/api/orders/${body.code}${way}`)).status).toBe(404);
    }
    const check = await fetch(`${shop.url}/api/orders/${token}/check`, { method: 'POST' });
    expect(check.status).toBe(404);

    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'S-1', status: 'Success', catatan: 'SN: 77' },
    });
    await waitFor(async () => (await orderOf(reseller, body.code)).status === 'succeeded');
    expect(await orderOf(reseller, body.code)).toMatchObject({
      mode: 'saldo',
      note: 'SN: 77',
      price: 12_500,
      cost: 10_000,
      profit: 2_500,
      customerName: 'Bu Sri',
      invoice: 'INV-S-1',
    });
  });

  it('of electricity names the meter twice, since nobody documents where it is read', async (test) => {
    const { reseller, product, creates } = await openCounter(test);
    const token = await product('token');
    const form = await reseller.ask<ConsoleProductForm>('GET', `sales/products/${token?.ref}`);
    expect(form.body.fields.map(({ name }) => name)).toEqual(['meterNumber']);
    await sell(reseller, { ...token, target: { meterNumber: '14234567890' } });
    expect(creates()[0]?.body).toEqual({ layanan: '9', target: '14234567890', nometer: '14234567890' });
  });

  it('of what has another cost by now is told first, and nothing is sent', async (test) => {
    const { reseller, sale, creates } = await openCounter(test);
    const { status, body } = await sell(reseller, { ...sale, cost: 9_000 });
    expect([status, body.code, body.price]).toEqual([409, 'price_changed', 10_000]);
    expect((await sell(reseller, { ...sale, ref: 'another' })).body.code).toBe('service_unavailable');
    expect(creates()).toEqual([]);
  });

  it('that the provider refuses is told in its words and may be tried again', async (test) => {
    const { provider, reseller, sale } = await openCounter(test);
    provider.answers['POST /order/create'] = () => ({ status: false, data: { pesan: 'Saldo tidak cukup' } });
    const key = crypto.randomUUID();
    const refused = await sell(reseller, sale, key);
    expect(refused.body).toMatchObject({ code: 'provider_refused', said: 'Saldo tidak cukup' });
    provider.answers['POST /order/create'] = () => ({
      status: true,
      data: { id: 'S-2', invoice: 'INV-S-2' },
    });
    const again = await sell(reseller, sale, key);
    expect([again.status, again.body.status]).toEqual([201, 'processing']);
  });

  it('whose answer is lost is uncertain, is not sent again, and the next one must be wanted twice', async (test) => {
    const { provider, shop, reseller, sale, creates, open } = await openCounter(test);
    provider.answers['POST /order/create'] = () => (_req, res) => void res.socket?.destroy();
    const key = crypto.randomUUID();
    const lost = await sell(reseller, sale, key);
    expect([lost.status, lost.body.status]).toEqual([201, 'unconfirmed']);
    expect((await sell(reseller, sale, key)).body).toEqual(lost.body);
    expect(creates()).toHaveLength(1);

    await shop.stop();
    const again = await open({}, shop.dir);
    await again.bodyFor();
    provider.answers['POST /order/create'] = () => ({
      status: true,
      data: { id: 'S-3', invoice: 'INV-S-3' },
    });
    const back = new Visitor(again);
    back.cookie = reseller.cookie;
    const warned = await sell(back, sale);
    expect([warned.status, warned.body.code, warned.body.orderCode]).toEqual([
      409,
      'sale_uncertain',
      lost.body.code,
    ]);
    expect(creates()).toHaveLength(1);
    expect((await sell(back, { ...sale, isSure: true })).body.status).toBe('processing');
    expect(creates()).toHaveLength(2);
  });

  it('that never left is closed, and the same key may be used again', async (test) => {
    const { provider, reseller, sale } = await openCounter(test);
    await provider.close();
    const key = crypto.randomUUID();
    const { status, body } = await sell(reseller, sale, key);
    expect([status, body.code]).toEqual([503, 'provider_unavailable']);
    expect((await sell(reseller, sale, key)).status).toBe(503);
  });

  it.for([
    ['target.userId', { target: {} }],
    ['target.userId', { target: { userId: 'abc' } }],
    ['cost', { cost: 0 }],
    ['price', { price: -1 }],
    ['name', { name: 'x'.repeat(61) }],
  ] as const)('that cannot be is refused with %s named', async ([field, over], test) => {
    const { reseller, sale, creates } = await openCounter(test);
    const { status, body } = await sell(reseller, { ...sale, ...over });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [field]]);
    expect(creates()).toEqual([]);
  });

  it('cannot be made by a buyer, whatever he writes', async (test) => {
    const { shop, creates } = await openCounter(test);
    const body = await shop.bodyFor();
    await shop.order({ ...body, mode: 'saldo', nometer: '1', isSure: true, selling_price: undefined });
    for (const { body: sent } of creates()) expect(sent).toHaveProperty('selling_price', body.price);
    for (const path of ['/api/sales', '/console/api/sales']) {
      const answer = await fetch(shop.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: shop.url,
          'idempotency-key': 'sale x',
          mode: 'saldo',
        },
        body: JSON.stringify({ ...body, cost: 10_000 }),
      });
      expect([401, 404]).toContain(answer.status);
    }
    expect(creates()).toHaveLength(1);
  });
});
