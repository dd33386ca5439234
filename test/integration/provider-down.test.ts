import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../proxy/contract/catalog.ts';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { type Shop, startShop, waitFor } from '../support/shop.ts';

describe('a provider that is down when the proxy starts', () => {
  let provider: ScriptedProvider;
  let shop: Shop;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    const before = await startShop(provider.apiUrl);
    await before.bodyFor();
    await before.stop();
    await provider.close();
    shop = await startShop(provider.apiUrl, {}, before.dir);
    await waitFor(async () => (await shop.get('/readyz')).status === 503);
  });
  afterAll(() => shop.close());

  it('is said on /readyz, while the process itself is healthy', async () => {
    const ready = await shop.get<{ ready: boolean; provider: string }>('/readyz');
    expect(ready.body).toMatchObject({ ready: false, provider: 'unreachable', catalog: { stale: true } });
    expect((await shop.get('/healthz')).status).toBe(200);
  });

  it('leaves the last known catalog on show, marked stale', async () => {
    const { status, body } = await shop.get<Catalog>('/api/catalog');
    expect(status).toBe(200);
    expect(body).toMatchObject({ stale: true, categories: [{ id: 'free-fire', from: 11_000, services: 1 }] });
  });

  it('refuses orders with provider_unavailable', async () => {
    const answer = await shop.order(await shop.bodyFor());
    expect([answer.status, answer.body.code]).toEqual([503, 'provider_unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('with nothing known says so instead of showing an empty shop', async () => {
    const fresh = await startShop(provider.apiUrl);
    const catalog = await fresh.get<{ code: string }>('/api/catalog');
    expect([catalog.status, catalog.body.code]).toEqual([503, 'provider_unavailable']);
    const order = { ...(await shop.bodyFor()) };
    expect((await fresh.order(order)).body.code).toBe('provider_unavailable');
    await fresh.close();
  });
});

describe('a proxy without an API key', () => {
  it('starts, says so, and sells nothing', async () => {
    const provider = await startScriptedProvider();
    const shop = await startShop(provider.apiUrl, { ZULTOPUP_API_KEY: '' });
    expect((await shop.get<object>('/readyz')).body).toMatchObject({ ready: false, provider: 'key_missing' });
    expect((await shop.get('/api/catalog')).status).toBe(503);
    expect(provider.seen).toEqual([]);
    await shop.close();
    await provider.close();
  });
});
