import { describe, expect, it } from 'vitest';
import { orderSchema } from '../../proxy/contract/order.ts';
import { problemSchema } from '../../proxy/contract/problem.ts';
import { takeCounter } from '../support/counter.ts';
import { type Meaning, MISBEHAVIOURS, PROVIDER_WORDS } from '../support/misbehaviour.ts';
import { type ScriptedProvider, service } from '../support/scripted-provider.ts';
import { type Answer, waitFor } from '../support/shop.ts';

const TIMEOUT_MS = 2_000;

const MANNERS = MISBEHAVIOURS.map((one) => [one.name, one] as const);

/** Nothing of the provider's own words or pages is in an answer, and its body is JSON. */
function expectOurWords(answer: Answer<unknown>) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
  expect(JSON.stringify(answer.body)).not.toMatch(
    new RegExp(`${PROVIDER_WORDS}|<html|Warning|IP 1.2.3.4`, 'i'),
  );
}

/** Makes one endpoint answer in this way until the returned function is called. */
function misbehave(
  provider: ScriptedProvider,
  endpoint: string,
  answer: (good: object) => unknown,
): () => void {
  const good = provider.answers[endpoint];
  if (!good) throw new Error(`no such endpoint: ${endpoint}`);
  provider.answers[endpoint] = (request) => answer(good(request) as object) as object;
  return () => {
    provider.answers[endpoint] = good;
  };
}

describe('when /order/create answers with', () => {
  const outcome: Record<Meaning, (answer: Answer<{ order?: unknown }>) => string> = {
    refused: ({ status, body }) =>
      status === 201 ? orderSchema.parse(body.order).status : problemSchema.parse(body).code,
    busy: ({ body }) => problemSchema.parse(body).code,
    uncertain: ({ body }) => orderSchema.parse(body.order).status,
    fine: ({ body }) => orderSchema.parse(body.order).status,
  };
  const allowed: Record<Meaning, readonly string[]> = {
    refused: ['rejected', 'provider_unavailable'],
    busy: ['provider_busy'],
    uncertain: ['unconfirmed'],
    fine: ['awaiting_payment'],
  };

  it.concurrent.for(MANNERS)('%s, the buyer reads the truth', async ([, one], test) => {
    const { provider, open } = await takeCounter(test);
    const shop = await open({ PROVIDER_TIMEOUT_MS: String(TIMEOUT_MS) });
    const body = await shop.bodyFor();
    misbehave(provider, 'POST /order/create', one.answer);
    const key = crypto.randomUUID();
    const began = Date.now();
    const answer = await shop.order(body, key);

    // Far less than the time-out that is set when nobody says another; the rest is for a busy machine.
    expect(Date.now() - began).toBeLessThan(TIMEOUT_MS + 6_000);
    expectOurWords(answer);
    expect(allowed[one.meaning]).toContain(outcome[one.meaning](answer));
    if (one.meaning === 'busy') expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    if (one.meaning === 'uncertain') {
      expect(answer.body.order).toMatchObject({ payment: null, reason: 'no_answer' });
      expect(Date.parse(answer.body.order.retryAt ?? '')).toBeGreaterThan(Date.now());
    }
    // Whatever it was, it was sent once, and asking again with the same key sends nothing more,
    // unless it is certain that nothing was done.
    if (one.meaning !== 'busy') {
      await shop.order(body, key);
      const creates = provider.seen.filter((request) => request.path === '/order/create').length;
      expect(creates).toBe(answer.body.code === 'provider_unavailable' ? 2 : 1);
    }
    expect((await shop.get('/healthz')).status).toBe(200);
  });
});

describe('when /services answers with', () => {
  it.concurrent.for(MANNERS)('%s, the shop is honest about it', async ([, one], test) => {
    const { provider, open } = await takeCounter(test);
    const mend = misbehave(provider, 'GET /services', one.answer);
    const shop = await open({ PROVIDER_TIMEOUT_MS: String(TIMEOUT_MS) });
    // Asked for as visitors do: a connection that a busy machine did not make in time is tried again for them alone.
    await waitFor(async () => {
      await shop.get('/api/catalog');
      return provider.seen.length > 0;
    });
    const order = {
      sid: '1',
      ref: 'x',
      price: 1,
      target: {},
      customer: { name: 'Budi', phone: '081234567890' },
    };
    const answers = [await shop.order(order), await shop.get('/api/catalog'), await shop.get('/readyz')];
    for (const answer of answers) expectOurWords(answer);
    if (one.meaning === 'fine') {
      expect((await shop.bodyFor()).price).toBe(11_000);
      return;
    }
    expect(problemSchema.parse(answers[0]?.body).code).toMatch(/^provider_(unavailable|busy)$/);
    expect(answers.slice(1).map((answer) => answer.status)).toEqual([503, 503]);
    mend();
  });

  it.concurrent.for([
    ['null', null],
    ['{}', {}],
    ['[]', []],
    [
      'a list of nothing sellable',
      { Games: [{ sid: '9', layanan: 'Cek Username FF', harga: '0', status: 'Normal' }] },
    ],
  ] as const)('an empty catalogue (%s), the shop keeps its goods', async ([, data], test) => {
    const { provider, open } = await takeCounter(test);
    const shop = await open();
    const body = await shop.bodyFor();
    await shop.stop();
    misbehave(provider, 'GET /services', () => ({ status: true, data }));
    const again = await open({}, shop.dir);
    await waitFor(async () => (await again.get('/readyz')).status === 503);
    expect((await again.get<{ stale: boolean }>('/api/catalog')).body.stale).toBe(true);
    expect((await again.bodyFor()).ref).toBe(body.ref);
  });
});

describe('when /order/status answers with', () => {
  it.concurrent.for(MANNERS)('%s, the order stays what it is', async ([, one], test) => {
    const { provider, open } = await takeCounter(test);
    const shop = await open({ PROVIDER_TIMEOUT_MS: String(TIMEOUT_MS) });
    const { token } = (await shop.order(await shop.bodyFor())).body.order;
    const mend = misbehave(provider, 'GET /order/status', one.answer);
    await fetch(`${shop.url}/api/orders/${token}/check`, { method: 'POST' });
    await waitFor(() => provider.seen.some((request) => request.path.startsWith('/order/status')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const answer = await shop.get<{ order: unknown }>(`/api/orders/${token}`);
    expectOurWords(answer);
    expect(orderSchema.parse(answer.body.order)).toMatchObject({ status: 'awaiting_payment', version: 2 });
    mend();
  });
});

describe('when the list of services is odd', () => {
  it.concurrent('numbers come as numbers or text, unknown words mean not for sale, tools of the panel are hidden', async (test) => {
    const { provider, open } = await takeCounter(test);
    provider.answers['GET /services'] = () => ({
      status: true,
      data: {
        Games: [
          { ...service({ sid: '1' }), harga: 10_000 },
          service({ sid: '2', layanan: '140 Diamond', harga: '19000.00', status: 'Tersedia' }),
          service({ sid: '3', layanan: '355 Diamond', harga: '789000.50', status: 'ACTIVE' }),
          service({ sid: '4', layanan: 'a', status: 'non active' }),
          service({ sid: '5', layanan: 'b', status: 'entah' }),
          service({ sid: '6', layanan: 'Cek Username Free Fire' }),
          service({ sid: '7', layanan: 'tanpa harga', harga: 'gratis' }),
          { sid: 8, kategori: 'Free Fire', layanan: 'c', harga: '5000' },
          'nonsense',
        ],
        Rusak: null,
      },
    });
    const shop = await open();
    await shop.bodyFor();
    const { body } = await shop.get<{ services: { sid: string; price: number; available: boolean }[] }>(
      '/api/catalog/free-fire',
    );
    expect(body.services.map(({ sid, price, available }) => [sid, price, available])).toEqual([
      ['8', 5_500, false],
      ['1', 11_000, true],
      ['4', 11_000, false],
      ['5', 11_000, false],
      ['2', 20_900, true],
      ['3', 867_902, true],
    ]);
  });

  it.concurrent('a renumbered sid cannot sell the wrong product', async (test) => {
    const { provider, open } = await takeCounter(test);
    const shop = await open();
    const seen = await shop.bodyFor();
    await shop.stop();
    provider.answers['GET /services'] = () => ({
      status: true,
      data: { Games: [service({ layanan: '5 Diamond' }), service({ sid: '2' })] },
    });
    const again = await open({}, shop.dir);
    await waitFor(async () => (await again.get<{ ready: boolean }>('/readyz')).body.ready);
    expect((await again.order(seen)).body.code).toBe('service_unavailable');
  });
});
