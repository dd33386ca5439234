import { describe, expect, it } from 'vitest';
import type { Catalog, Category } from '../../proxy/contract/catalog.ts';
import type { ConsoleOffer } from '../../proxy/contract/console-offer.ts';
import type { ConsolePreview, ConsolePrices, PriceRule } from '../../proxy/contract/console-prices.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { service } from '../support/scripted-provider.ts';
import type { Shop } from '../support/shop.ts';
import { openConsole } from '../support/visitor.ts';

const TEN = { fixedRupiah: 0, leastProfit: 0, rounding: null, ceiling: null, percentHundredths: 1_000 };
const rule = (over: Partial<PriceRule> = {}): PriceRule => ({ scope: { kind: 'all' }, ...TEN, ...over });
const GAME = { kind: 'category', type: 'Games', category: 'Free Fire' } as const;
const PLAIN = { ...GAME, isHidden: false, name: null, picture: null } as const;

const priceIn = async (shop: Shop) =>
  (await shop.get<Category>('/api/catalog/free-fire')).body.services.map(({ price }) => price);

describe.concurrent('price rules', () => {
  it('hold at once, outlive a restart, and are taken back', async (test) => {
    const { shop, reseller, open } = await openConsole(test);
    const shown = await shop.bodyFor();
    const before = (await reseller.ask<ConsolePrices>('GET', 'prices')).body;
    expect(before).toMatchObject({ version: 0, rules: [rule()], history: [] });
    expect(before.types).toEqual([{ type: 'Games', categories: ['Free Fire'] }]);
    const rules = [
      rule(),
      rule({ scope: GAME, fixedRupiah: 500, rounding: { kind: 'ending', ending: 900 } }),
    ];
    const saved = await reseller.ask<ConsolePrices>('PUT', 'prices', { version: 0, rules });
    expect(saved.body).toMatchObject({ version: 1, rules });
    expect(await priceIn(shop)).toEqual([11_900]);
    // What a buyer saw before is told to him first.
    expect((await shop.order(shown)).body).toMatchObject({ code: 'price_changed', price: 11_900 });

    await shop.stop();
    const again = await open({}, shop.dir);
    await again.bodyFor();
    expect(await priceIn(again)).toEqual([11_900]);
  });

  it('are taken back to what held before, which stays in the history', async (test) => {
    const { shop, reseller } = await openConsole(test);
    await shop.bodyFor();
    await reseller.ask('PUT', 'prices', { version: 0, rules: [rule({ fixedRupiah: 1_000 })] });
    await reseller.ask('PUT', 'prices', { version: 1, rules: [rule({ fixedRupiah: 2_000 })] });
    expect(await priceIn(shop)).toEqual([13_000]);
    const undone = await reseller.ask<ConsolePrices>('POST', 'prices/undo', { version: 2 });
    expect(undone.body.history.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await priceIn(shop)).toEqual([12_000]);
  });

  it('from two devices at once are not mixed: the second is told', async (test) => {
    const { reseller } = await openConsole(test);
    await reseller.ask('PUT', 'prices', { version: 0, rules: [rule()] });
    const late = await reseller.ask<Problem>('PUT', 'prices', {
      version: 0,
      rules: [rule({ fixedRupiah: 1 })],
    });
    expect([late.status, late.body.code]).toEqual([409, 'changed_elsewhere']);
  });

  it('are tried on the whole offer before they hold', async (test) => {
    const cheap = service({ sid: '2', layanan: '5 Diamond', harga: '900' });
    const { shop, reseller } = await openConsole(test, { PROFIT_FLOOR: '500' }, (answers) => {
      answers['GET /services'] = () => ({ status: true, data: { Games: [service(), cheap] } });
    });
    await shop.bodyFor();
    const ask = async (show: string) =>
      (
        await reseller.ask<ConsolePreview>('POST', 'prices/preview', {
          rules: [rule({ percentHundredths: 2_000 })],
          show,
        })
      ).body;
    expect(await ask('all')).toMatchObject({ services: 2, changed: 2, underFloor: 1, found: 2, next: null });
    expect((await ask('floor')).rows).toEqual([
      expect.objectContaining({
        service: '5 Diamond',
        cost: 900,
        priceNow: 990,
        priceThen: 1_080,
        profit: 180,
        isUnderFloor: true,
      }),
    ]);
    expect(await priceIn(shop)).toEqual([990, 11_000]);
  });

  it.for([
    ['rules.0.percentHundredths', [rule({ percentHundredths: -1 })]],
    ['rules.0.percentHundredths', [rule({ percentHundredths: 1.5 })]],
    ['rules.0.ceiling', [rule({ ceiling: 0 })]],
    ['rules.0.rounding.step', [rule({ rounding: { kind: 'step', step: 7 as 100 } })]],
    ['rules.1.scope', [rule(), rule()]],
  ] as const)('that cannot be are refused with %s named', async ([field, rules], test) => {
    const { reseller } = await openConsole(test);
    const { status, body } = await reseller.ask<Problem>('PUT', 'prices', { version: 0, rules });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [field]]);
  });
});

describe.concurrent('the offer’s looks', () => {
  it('a renamed and pictured category keeps its fields and its way, and orders carry the shop’s name', async (test) => {
    const { shop, reseller } = await openConsole(test);
    await shop.bodyFor();
    const { version } = (await reseller.ask<ConsoleOffer>('GET', 'offer')).body;
    const picture = 'https://img.example.com/ff.png';
    const entry = { ...GAME, isHidden: false, name: 'Epep', picture };
    await reseller.ask('PUT', 'offer', { version, entry });
    const catalog = (await shop.get<Catalog>('/api/catalog')).body;
    expect(catalog.categories).toMatchObject([{ id: 'free-fire', name: 'Epep', picture }]);
    const category = (await shop.get<Category>('/api/catalog/free-fire')).body;
    expect(category.fields.map(({ name }) => name)).toEqual(['userId']);
    const { order } = (await shop.order(await shop.bodyFor())).body;
    expect(order.service).toMatchObject({ category: 'Epep', categoryId: 'free-fire' });
  });

  it('a category is addressed as the reseller says: fields, join, buyer’s order and sale, and then by itself again', async (test) => {
    const { shop, reseller, provider } = await openConsole(test);
    const address = (version: number, target: object | null) =>
      reseller.ask('PUT', 'offer', {
        version,
        entry: { ...PLAIN, target },
      });
    const fields = async () =>
      (await shop.get<Category>('/api/catalog/free-fire')).body.fields.map(({ name }) => name);
    await shop.bodyFor();
    await address(0, { like: 'Ragnarok', join: '{server}/{userId}' });
    expect(await fields()).toEqual(['userId', 'server']);
    const body = { ...(await shop.bodyFor()), target: { userId: '123456789', server: 'Asia' } };
    expect((await shop.order(body)).status).toBe(201);
    const sent = () =>
      provider.seen.filter(({ path }) => path === '/order/create').map((one) => one.body.target);
    expect(sent()).toEqual(['Asia/123456789']);
    await address(1, null);
    expect(await fields()).toEqual(['userId']);
  });

  it('one type is fetched anew by the reseller, and an empty answer empties nothing', async (test) => {
    const { shop, reseller, provider } = await openConsole(test);
    const lists = { games: '10000' };
    provider.answers['GET /services'] = ({ path }) => ({
      status: true,
      data: path.includes('tipe=Games') ? { Games: [service({ harga: lists.games })] } : {},
    });
    await reseller.ask('POST', 'offer/refresh', { type: 'Games' });
    lists.games = '20000';
    const { status, body } = await reseller.ask<ConsoleOffer>('POST', 'offer/refresh', { type: 'Games' });
    expect([status, body.categories.map(({ category }) => category)]).toEqual([200, ['Free Fire']]);
    expect(provider.seen.at(-1)?.path).toBe('/services?tipe=Games');
    expect(await priceIn(shop)).toEqual([22_000]);
    provider.answers['GET /services'] = () => ({ status: true, data: {} });
    const empty = await reseller.ask<Problem>('POST', 'offer/refresh', { type: 'Games' });
    expect([empty.status, empty.body.code]).toEqual([503, 'provider_unavailable']);
    expect(await priceIn(shop)).toEqual([22_000]);
  });

  it('a hidden product is neither shown nor sold, and comes back', async (test) => {
    const { shop, reseller } = await openConsole(test);
    const body = await shop.bodyFor();
    const hide = (version: number, isHidden: boolean) =>
      reseller.ask('PUT', 'offer', {
        version,
        entry: { kind: 'service', ref: body.ref, isHidden, name: null },
      });
    await hide(0, true);
    expect((await shop.get<Catalog>('/api/catalog')).body.categories).toEqual([]);
    expect((await shop.order(body)).body.code).toBe('service_unavailable');
    await hide(1, false);
    expect((await shop.order(body)).status).toBe(201);
  });

  it.for([
    ['entry.picture', { ...GAME, isHidden: false, name: null, picture: 'http://img.example.com/a.png' }],
    [
      'entry.picture',
      { ...GAME, isHidden: false, name: null, picture: 'https://me:pw@img.example.com/a.png' },
    ],
    ['entry.picture', { ...GAME, isHidden: false, name: null, picture: 'no address' }],
    ['entry.name', { ...GAME, isHidden: false, name: ' ', picture: null }],
    ['entry.target.like', { ...PLAIN, target: { like: 'Nobody', join: '{userId}' } }],
    ['entry.target.join', { ...PLAIN, target: { like: 'Mobile Legends', join: '{userId}' } }],
    ['entry.target.join', { ...PLAIN, target: { like: 'Free Fire', join: '{userId}{userId}' } }],
    ['entry.target.join', { ...PLAIN, target: { like: 'Free Fire', join: '{userId}{' } }],
    ['entry.target.join', { ...PLAIN, target: { like: 'Free Fire', join: '{constructor}' } }],
  ] as const)('that cannot be are refused with %s named', async ([field, entry], test) => {
    const { reseller } = await openConsole(test);
    const { status, body } = await reseller.ask<Problem>('PUT', 'offer', { version: 0, entry });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [field]]);
  });
});
