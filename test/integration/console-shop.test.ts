import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../proxy/contract/catalog.ts';
import type { ConsoleShop } from '../../proxy/contract/console-shop.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { waitFor } from '../support/shop.ts';
import { openConsole, type Visitor } from '../support/visitor.ts';

const BLOG = 'https://blog.example.com';

const shown = async (reseller: Visitor) => (await reseller.ask<ConsoleShop>('GET', 'shop')).body;

describe.concurrent('the shop’s name and help number', () => {
  it('hold from the next request on, and after a restart', async (test) => {
    const { shop, reseller, open } = await openConsole(test, { SHOP_NAME: 'Toko Lama' });
    await shop.bodyFor();
    const wish = { name: ' Kios <Rini> ', help: '0812-3456-7890' };
    const { body } = await reseller.ask<ConsoleShop>('PUT', 'shop', wish);
    expect(body).toMatchObject({ name: 'Kios <Rini>', help: '6281234567890' });
    const catalog = await shop.get<Catalog>('/api/catalog');
    expect(catalog.body.shop).toEqual({ name: 'Kios <Rini>', help: '6281234567890' });
    expect((await shop.get<string>('/')).body).toContain('<h1>Kios &lt;Rini&gt;</h1>');
    await shop.stop();
    const again = await open({ SHOP_NAME: 'Toko Lama' }, shop.dir);
    await again.bodyFor();
    expect((await again.get<Catalog>('/api/catalog')).body.shop.name).toBe('Kios <Rini>');
  });

  it('give way to the environment only where that says something new', async (test) => {
    const { shop, reseller, open } = await openConsole(test, { SHOP_NAME: 'Toko Lama' });
    await reseller.ask('PUT', 'shop', { name: 'Kios Rini', help: '081234567890' });
    await shop.stop();
    const again = await open({ SHOP_NAME: 'Toko Baru' }, shop.dir);
    await again.bodyFor();
    const { body } = await again.get<Catalog>('/api/catalog');
    expect(body.shop).toEqual({ name: 'Toko Baru', help: '6281234567890' });
  });

  it.for([
    ['name', { name: ' ', help: null }],
    ['name', { name: 'x'.repeat(61), help: null }],
    ['help', { name: 'Kios', help: '12' }],
    ['help', { name: 'Kios' }],
  ] as const)('are refused with the field %s named', async ([field, wish], test) => {
    const { reseller } = await openConsole(test);
    const { status, body } = await reseller.ask<Problem>('PUT', 'shop', wish);
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [field]]);
  });
});

describe.concurrent('a site', () => {
  it('that was refused is listed, allowed by one tap, and taken off again', async (test) => {
    const { shop, reseller } = await openConsole(test);
    await shop.bodyFor();
    const ask = () => shop.get('/api/catalog', { origin: BLOG });
    for (let times = 0; times < 3; times++) expect((await ask()).status).toBe(403);
    await waitFor(async () => (await shown(reseller)).refused.length === 1);
    expect((await shown(reseller)).refused[0]).toMatchObject({ origin: BLOG, times: 1 });

    await reseller.ask('POST', 'shop/sites', { origin: BLOG });
    expect((await ask()).status).toBe(200);
    expect(await shown(reseller)).toMatchObject({ sites: [{ origin: BLOG, isFixed: false }], refused: [] });
    await reseller.ask('DELETE', `shop/sites/${encodeURIComponent(BLOG)}`);
    expect((await ask()).status).toBe(403);
  });

  it('of the environment stays, and one of the console outlives a restart', async (test) => {
    const env = { ALLOWED_ORIGINS: 'https://toko.example.com' };
    const { shop, reseller, open } = await openConsole(test, env);
    await reseller.ask('POST', 'shop/sites', { origin: BLOG });
    await reseller.ask('DELETE', `shop/sites/${encodeURIComponent('https://toko.example.com')}`);
    await shop.stop();
    const again = await open(env, shop.dir);
    await again.bodyFor();
    for (const origin of ['https://toko.example.com', BLOG]) {
      expect((await again.get('/api/catalog', { origin })).status).toBe(200);
    }
  });

  it.for([
    ['blog.example.com', BLOG],
    ['https://Blog.Example.com/2026/harga?x=1', BLOG],
    ['http://localhost:8000', 'http://localhost:8000'],
    ['*.example.com', 'https://*.example.com'],
  ] as const)('typed as %s is %s', async ([typed, origin], test) => {
    const { reseller } = await openConsole(test);
    const { body } = await reseller.ask<ConsoleShop>('POST', 'shop/sites', { origin: typed });
    expect(body.sites).toEqual([{ origin, isFixed: false }]);
  });

  it.for(['', 'toko saya', 'javascript:alert(1)', 'https://', 'blog'])('is not "%s"', async (typed, test) => {
    const { reseller } = await openConsole(test);
    const { status, body } = await reseller.ask<Problem>('POST', 'shop/sites', { origin: typed });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['origin']]);
  });

  it('allowed on two devices at once loses none', async (test) => {
    const { reseller } = await openConsole(test);
    const sites = Array.from({ length: 8 }, (_, n) => `https://s${n}.example`);
    await Promise.all(sites.map((origin) => reseller.ask('POST', 'shop/sites', { origin })));
    expect((await shown(reseller)).sites.map(({ origin }) => origin).sort()).toEqual(sites);
  });

  it('is listed although strangers have made up hundreds before it', async (test) => {
    const { shop, reseller } = await openConsole(test);
    for (let n = 0; n < 90; n++) await shop.get('/api/catalog', { origin: `https://s${n}.example` });
    await shop.get('/api/catalog', { origin: BLOG });
    await waitFor(async () => (await shown(reseller)).refused.some(({ origin }) => origin === BLOG));
  });

  it('that strangers make up fills no disk: the latest fifty are kept', async (test) => {
    const { shop, reseller } = await openConsole(test);
    for (let n = 0; n < 70; n++) await shop.get('/api/catalog', { origin: `https://s${n}.example` });
    await waitFor(async () => (await shown(reseller)).refused[0]?.origin === 'https://s69.example');
    expect((await shown(reseller)).refused).toHaveLength(50);
  });
});
