import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../proxy/contract/problem.ts';
import { type ScriptedProvider, service, startScriptedProvider } from '../support/scripted-provider.ts';
import { type OrderBody, type Shop, startShop } from '../support/shop.ts';

describe('bad input', () => {
  let provider: ScriptedProvider;
  let shop: Shop;
  let good: OrderBody;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    provider.answers['GET /services'] = () => ({
      status: true,
      data: {
        Games: [service(), service({ sid: '2', layanan: '140 Diamond', status: 'Gangguan' })],
        PLN: [service({ sid: '3', kategori: 'Token PLN', layanan: '20.000', harga: '20500' })],
      },
    });
    shop = await startShop(provider.apiUrl);
    good = await shop.bodyFor();
  });
  afterAll(async () => {
    await shop.close();
    await provider.close();
  });

  it.each<[string, (body: OrderBody) => unknown, number, string, string?]>([
    ['an empty body', () => ({}), 422, 'invalid_input', 'sid'],
    ['a list', () => [], 422, 'invalid_input', 'body'],
    ['no customer', ({ customer: _customer, ...rest }) => rest, 422, 'invalid_input', 'customer'],
    [
      'an empty name',
      (b) => ({ ...b, customer: { ...b.customer, name: '  ' } }),
      422,
      'invalid_input',
      'customer.name',
    ],
    [
      'a foreign phone',
      (b) => ({ ...b, customer: { ...b.customer, phone: '+1 202 555 0100' } }),
      422,
      'invalid_input',
      'customer.phone',
    ],
    ['a price as text', (b) => ({ ...b, price: '11000' }), 422, 'invalid_input', 'price'],
    ['a price with cents', (b) => ({ ...b, price: 11_000.5 }), 422, 'invalid_input', 'price'],
    ['a target that is a string', (b) => ({ ...b, target: '123' }), 422, 'invalid_input', 'target'],
    ['an empty target', (b) => ({ ...b, target: {} }), 422, 'invalid_input', 'target.userId'],
    [
      'letters in a numeric id',
      (b) => ({ ...b, target: { userId: '12ab' } }),
      422,
      'invalid_input',
      'target.userId',
    ],
    [
      'a field of another game',
      (b) => ({ ...b, target: { userId: '123456789', zoneId: '1' } }),
      422,
      'invalid_input',
      'target.zoneId',
    ],
    ['another price', (b) => ({ ...b, price: 10_500 }), 409, 'price_changed'],
    ['a fingerprint of another product', (b) => ({ ...b, ref: 'AAAAAAAAAAAA' }), 409, 'service_unavailable'],
    ['an unknown sid', (b) => ({ ...b, sid: '999' }), 409, 'service_unavailable'],
  ])('refuses %s and sends nothing to the provider', async (_what, change, status, code, field) => {
    const answer = await shop.order(change(good));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problemSchema.parse(answer.body).code).toBe(code);
    if (field) expect(Object.keys(answer.body.fields ?? {})).toContain(field);
    expect(provider.seen.some((request) => request.path === '/order/create')).toBe(false);
  });

  it('tells the new price when the price has changed', async () => {
    expect((await shop.order({ ...good, price: 1 })).body.price).toBe(11_000);
  });

  it('names every wrong field at once', async () => {
    const answer = await shop.order({
      ...good,
      target: { userId: 'x' },
      customer: { name: 'Budi', phone: '12' },
    });
    expect(Object.keys(answer.body.fields ?? {}).sort()).toEqual(['customer.phone', 'target.userId']);
  });

  it('refuses a meter number of the wrong length', async () => {
    const body = await shop.bodyFor('3', 'token-pln');
    const answer = await shop.order({ ...body, target: { meterNumber: '1234567890' } });
    expect(answer.body.fields).toHaveProperty(['target.meterNumber']);
  });

  it('refuses a service the provider has in trouble', async () => {
    expect((await shop.order(await shop.bodyFor('2'))).body.code).toBe('service_unavailable');
  });

  it('wants an Idempotency-Key', async () => {
    const answer = await shop.order(good, '');
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency_key_missing']);
  });

  it.each(['{"sid":', 'plain text', '"a string"', ''])(
    'refuses the body %j without falling over',
    async (text) => {
      const response = await fetch(`${shop.url}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
        body: text,
      });
      expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([
        422,
        'invalid_input',
      ]);
    },
  );

  it('refuses the same key for another order, and keeps the first', async () => {
    const key = crypto.randomUUID();
    const first = await shop.order({ ...good, target: { userId: '700000001' } }, key);
    const other = await shop.order({ ...good, target: { userId: '700000002' } }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
    expect((await shop.order({ ...good, target: { userId: '700000001' } }, key)).body).toEqual(first.body);
  });

  it('speaks English to those who ask for it', async () => {
    const answer = await shop.get<{ detail: string }>('/api/orders/nothing', {
      'accept-language': 'en-US,en;q=0.9',
    });
    expect(answer.body.detail).toMatch(/nothing at this address/i);
  });

  it.each([
    '/api/orders/x',
    `/api/orders/${'A'.repeat(40)}`,
    '/api/orders/x/events',
    '/api/orders/x/qr.png',
    '/api/catalog/none',
    '/api/none',
    '/none',
  ])('answers 404 as a problem at %s', async (path) => {
    const answer = await shop.get<{ code: string }>(path);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});
