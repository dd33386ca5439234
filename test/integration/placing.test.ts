import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import { type ScriptedProvider, service, startScriptedProvider } from '../support/scripted-provider.ts';
import { type OrderBody, type Shop, startShop } from '../support/shop.ts';

let provider: ScriptedProvider;
let shop: Shop;
let body: OrderBody;

beforeEach(async () => {
  provider = await startScriptedProvider();
  provider.answers['GET /services'] = () => ({
    status: true,
    data: { Games: [service(), service({ sid: '2', layanan: '140 Diamond', harga: '20000' })] },
  });
  shop = await startShop(provider.apiUrl);
  body = await shop.bodyFor();
});
afterEach(async () => {
  await shop.close();
  await provider.close();
});

const creates = () => provider.seen.filter((request) => request.path === '/order/create').length;

/** Changes what the provider answers to a create; `payment` is merged into its payment. */
function createAnswers(change: object, payment: object = {}): void {
  const good = provider.answers['POST /order/create'];
  provider.answers['POST /order/create'] = (request) => {
    const answer = good?.(request) as { data: { payment: object } };
    return {
      ...answer,
      data: { ...answer.data, ...change, payment: { ...answer.data.payment, ...payment } },
    };
  };
}

/** Makes the provider refuse creates with this sentence. */
function refuse(pesan: string): void {
  provider.answers['POST /order/create'] = () => ({ status: false, data: { pesan } });
}

describe('one open order for a service and a target', () => {
  it('is told before the provider is asked, with the code of the order that stands in the way', async () => {
    const first = await shop.order(body);
    const second = await shop.order(body);
    expect([second.status, second.body.code]).toEqual([409, 'duplicate_order']);
    expect(second.body).toMatchObject({ orderCode: first.body.order.code });
    expect(JSON.stringify(second.body)).not.toContain(first.body.order.token);
    expect(creates()).toBe(1);
  });

  it('does not stand in the way of another target or another service', async () => {
    await shop.order(body);
    expect((await shop.order({ ...body, target: { userId: '987654321' } })).status).toBe(201);
    expect((await shop.order(await shop.bodyFor('2'))).status).toBe(201);
  });

  it('is over when the order is', async () => {
    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Error', payment_status: 'expired' },
    });
    const { order } = (await shop.order(body)).body;
    await shop.until(order.token, 'expired');
    expect((await shop.order(body)).status).toBe(201);
  });

  it('lets two requests with one key run once, both with the same answer', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => shop.order(body, key)));
    expect(new Set(answers.map((answer) => answer.body.order.token)).size).toBe(1);
    expect(creates()).toBe(1);
  });
});

describe('the profit floor', () => {
  it('withholds the QR of an order that would lose money, learns the cost, and quotes a price that covers it', async () => {
    createAnswers({ reseller_cost: 11_200, reseller_profit: -200 });
    const key = crypto.randomUUID();
    const lost = await shop.order(body, key);
    expect([lost.status, lost.body.code]).toEqual([409, 'price_changed']);
    // 10,000 listed, 11,200 true: 10 % on the true cost.
    expect(lost.body.price).toBe(12_320);
    expect((await shop.order(body, key)).body).toEqual(lost.body);
    expect((await shop.bodyFor()).price).toBe(12_320);
    // The category is dearer by the same share until it is known better: 20,000 + 12 %, and 10 % on that.
    expect((await shop.bodyFor('2')).price).toBe(24_640);
    expect(shop.alerts().map((alert) => alert.kind)).toEqual(['below_floor']);
    expect(creates()).toBe(1);
  });

  it('remembers what it learnt after a restart, and sells at the new price', async () => {
    createAnswers({ reseller_cost: 11_200, reseller_profit: -200 });
    await shop.order(body);
    await shop.stop();
    createAnswers({ reseller_cost: 11_200, reseller_profit: 1_120 });
    shop = await startShop(provider.apiUrl, {}, shop.dir);
    const dearer = await shop.bodyFor();
    expect(dearer.price).toBe(12_320);
    expect((await shop.order({ ...dearer, target: { userId: '987654321' } })).body.order.status).toBe(
      'awaiting_payment',
    );
  });

  it('can be set higher than nothing', async () => {
    await shop.close();
    shop = await startShop(provider.apiUrl, { PROFIT_FLOOR: '900' });
    // The answer's profit is 847.
    expect((await shop.order(await shop.bodyFor())).body.code).toBe('price_changed');
  });
});

describe('the QR that comes with the answer', () => {
  it.each<[string, object]>([
    ['a wrong checksum', { qr_url: `${qrisPayload(11_000, 'X').slice(0, -4)}0000` }],
    ['another amount', { qr_url: qrisPayload(99_000, 'X') }],
    ['half a payload', { qr_url: qrisPayload(11_000, 'X').slice(0, 60) }],
  ])('is not shown when it has %s, and the reseller is told', async (_what, payment) => {
    createAnswers({}, payment);
    const { order } = (await shop.order(body)).body;
    expect(order).toMatchObject({ status: 'rejected', reason: 'qr_unusable', payment: null });
    expect(shop.alerts()).toMatchObject([{ kind: 'qr_unusable', subject: order.code }]);
    expect((await shop.get(`/api/orders/${order.token}/qr.png`)).status).toBe(404);
  });

  it('asks for the exact amount of the answer, which may differ from the price', async () => {
    createAnswers({}, { amount: '11003', qr_url: qrisPayload(11_003, 'X') });
    const { order } = (await shop.order(body)).body;
    expect([order.price, order.payment?.amount, order.status]).toEqual([11_000, 11_003, 'awaiting_payment']);
  });

  it('is relayed as it is when it is a picture that cannot be read', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8]);
    createAnswers({}, { qr_url: `data:image/jpeg;base64,${jpeg.toString('base64')}` });
    const { order } = (await shop.order(body)).body;
    const response = await fetch(order.payment?.qr ?? '');
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg);
  });

  it('leaves the order uncertain when there is none to pay', async () => {
    createAnswers({ payment: null });
    provider.answers['POST /order/create'] = () => ({ status: true, data: { id: 'Z1', invoice: 'I' } });
    const { order } = (await shop.order(body)).body;
    expect(order).toMatchObject({ status: 'unconfirmed', reason: 'payment_unclear', payment: null });
  });
});

describe("the provider's refusals", () => {
  it.each([
    ['Layanan sedang gangguan', 'service_unavailable'],
    ['Layanan tidak ditemukan', 'service_unavailable'],
    ['Masih ada pesanan yang sama dengan status pending', 'duplicate_order'],
    ['Nomor tujuan salah', 'invalid_input'],
    ['API Key tidak valid', 'provider_unavailable'],
    ['Saldo tidak cukup', 'provider_unavailable'],
    ['Sedang maintenance', 'provider_unavailable'],
  ])('"%s" becomes %s', async (pesan, code) => {
    refuse(pesan);
    const answer = await shop.order(body);
    expect(answer.body.code).toBe(code);
    expect(JSON.stringify(answer.body)).not.toContain(pesan);
  });

  it('one about the price shows the new price', async () => {
    refuse('selling_price harus lebih besar dari harga');
    provider.answers['GET /services'] = () => ({
      status: true,
      data: { Games: [service({ harga: '12000' })] },
    });
    expect((await shop.order(body)).body).toMatchObject({ code: 'price_changed', price: 13_200 });
  });

  it('one that nobody knows becomes an order that was refused, and nothing is owed', async () => {
    refuse('xyzzy');
    const answer = await shop.order(body);
    expect(answer.status).toBe(201);
    expect(answer.body.order).toMatchObject({ status: 'rejected', reason: 'refused', payment: null });
  });

  it('of the shop itself do not use up the key: the same request runs when the reseller has mended it', async () => {
    const good = provider.answers['POST /order/create'];
    const key = crypto.randomUUID();
    refuse('API Key tidak valid');
    await shop.order(body, key);
    if (good) provider.answers['POST /order/create'] = good;
    expect((await shop.order(body, key)).body.order.status).toBe('awaiting_payment');
  });
});

describe('the request budget', () => {
  it('tells a buyer honestly when there is no request left, and sends nothing', async () => {
    await shop.close();
    shop = await startShop(provider.apiUrl, { PROVIDER_REQUESTS_PER_MINUTE: '1' });
    body = await shop.bodyFor();
    const before = provider.seen.length;
    const answer = await shop.order(body);
    expect([answer.status, answer.body.code]).toEqual([503, 'provider_busy']);
    const retryAfter = Number(answer.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(61);
    expect(provider.seen.length).toBe(before);
  });

  it('outlives a restart', async () => {
    await shop.close();
    shop = await startShop(provider.apiUrl, { PROVIDER_REQUESTS_PER_MINUTE: '2' });
    body = await shop.bodyFor();
    await shop.order(body);
    await shop.stop();
    const before = provider.seen.length;
    shop = await startShop(provider.apiUrl, { PROVIDER_REQUESTS_PER_MINUTE: '2' }, shop.dir);
    const other = { ...body, target: { userId: '987654321' } };
    expect((await shop.order(other)).body.code).toBe('provider_busy');
    expect(provider.seen.length).toBe(before);
  });
});

describe('a second process on the same file', () => {
  it('is told so and does not start', async () => {
    await expect(startShop(provider.apiUrl, {}, shop.dir)).rejects.toThrow(
      /another zul-topup process is using/,
    );
  });
});
