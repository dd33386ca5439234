import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSchema } from '../../proxy/contract/order.ts';
import { readEvents } from '../support/events.ts';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { API_KEY, type Shop, startShop } from '../support/shop.ts';

describe('a purchase from catalog to serial number', () => {
  let provider: ScriptedProvider;
  let shop: Shop;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    shop = await startShop(provider.apiUrl, { MARKUP: '8%+500' });
  });
  afterAll(async () => {
    await shop.close();
    await provider.close();
  });

  it('prices by the markup, forwards the order once, and streams every state to its buyer', async () => {
    const body = await shop.bodyFor();
    expect(body.price).toBe(11_300);

    const key = crypto.randomUUID();
    const ordered = { ...body, customer: { name: ' Budi ', phone: '+62 812-3456-7890' } };
    const first = await shop.order(ordered, key);
    const again = await shop.order(ordered, key);
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);

    const creates = provider.seen.filter((request) => request.path === '/order/create');
    expect(creates.map((request) => request.body)).toEqual([
      {
        layanan: '1',
        target: '123456789',
        selling_price: 11_300,
        customer_name: 'Budi',
        customer_phone: '081234567890',
      },
    ]);
    expect(creates[0]?.key).toBe(API_KEY);

    const { order } = first.body;
    expect(orderSchema.safeParse(order).error).toBeUndefined();
    expect(order).toMatchObject({
      status: 'awaiting_payment',
      version: 2,
      price: 11_300,
      target: { userId: '123456789' },
      payment: {
        status: 'pending',
        amount: 11_300,
        // 10:00 without a zone is 10:00 in Jakarta.
        expiresAt: '2099-01-02T03:00:00.000Z',
        invoiceUrl: 'https://provider.example/i/abc',
      },
    });

    const reading = readEvents(`${shop.url}/api/orders/${order.token}/events`);
    const status = (value: string, payment: string, catatan = '') => {
      provider.answers['GET /order/status'] = () => ({
        status: true,
        data: { id: 'ORD-9917', status: value, payment_status: payment, catatan },
      });
    };
    status('Pending', 'settlement');
    await shop.until(order.token, 'processing');
    status('Success', 'settlement', 'SN: ABC123');
    const events = await reading;

    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['order', '2'],
      ['order', '3'],
      ['order', '4'],
    ]);
    const shown = events.map(({ data }) => orderSchema.parse(JSON.parse(data)));
    expect(shown.map((one) => one.status)).toEqual(['awaiting_payment', 'processing', 'succeeded']);
    expect(shown.at(-1)).toMatchObject({ note: 'SN: ABC123', payment: { status: 'settlement', qr: null } });
    expect(shown.at(-1)?.timeline.map((step) => step.status)).toEqual([
      'placing',
      'awaiting_payment',
      'processing',
      'succeeded',
    ]);
    expect(provider.seen.every((request) => !request.path.includes(API_KEY))).toBe(true);
  });

  it('tells a reader who has seen the end that there is no more', async () => {
    const { body } = await shop.order({ ...(await shop.bodyFor()), target: { userId: '555000111' } });
    const done = await shop.until(body.order.token, 'succeeded');
    const url = `/api/orders/${done.token}/events`;
    expect((await shop.get(url, { 'last-event-id': String(done.version) })).status).toBe(204);
    const missed = await readEvents(shop.url + url, undefined, { 'last-event-id': '2' });
    expect(missed.map((event) => event.id)).toEqual(['3', '4']);
  });

  it('takes both steps when an order was paid and delivered between two looks', async () => {
    const { body } = await shop.order({ ...(await shop.bodyFor()), target: { userId: '555000222' } });
    const events = await readEvents(`${shop.url}/api/orders/${body.order.token}/events`);
    expect(events.map((event) => (JSON.parse(event.data) as { status: string }).status)).toEqual([
      'awaiting_payment',
      'processing',
      'succeeded',
    ]);
  });

  it('shows no key, cost, profit or provider id in any answer or log line', async () => {
    provider.answers['GET /order/status'] = () => ({ status: false, data: { pesan: 'id ORD-9917 error' } });
    const { body } = await shop.order({ ...(await shop.bodyFor()), target: { userId: '555000333' } });
    const { token } = body.order;
    const answers = await Promise.all(
      [
        '/',
        '/api/catalog',
        '/api/catalog/free-fire',
        `/api/orders/${token}`,
        '/readyz',
        '/metrics',
        '/openapi.json',
      ]
        .map((path) => shop.get<unknown>(path))
        .concat(shop.order(body, 'nonsense-body')),
    );
    const asText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
    const everything = answers
      .map(({ body, headers }) => asText(body) + JSON.stringify([...headers]))
      .join('\n');
    for (const text of [everything, shop.logs()]) {
      for (const secret of [API_KEY, 'ORD-9917', 'INV-SECRET-77', 'provider_id', 'reseller']) {
        expect(text).not.toContain(secret);
      }
      // Cost and profit as numbers of their own: their digits may well be part of a time or of a size in bytes.
      for (const amount of [10_153, 1_147])
        expect(text).not.toMatch(new RegExp(`(?<!\\w|\\d\\.)${amount}(?!\\w|\\.\\d)`));
    }
    expect(shop.logs()).not.toContain(token);
    expect(shop.logs()).not.toContain('081234567890');
  });
});
