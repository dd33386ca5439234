import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog, fingerprint, groupKey } from '../../../../proxy/catalog/build.ts';
import { categorySummarySchema, serviceSchema } from '../../../../proxy/contract/catalog.ts';
import type { Lessons } from '../../../../proxy/pricing/lessons.ts';
import type { ProviderService } from '../../../../proxy/provider/mapping.ts';
import { plainDress } from '../../../support/dress.ts';
import { service } from '../support/services.ts';

const MARKUP = { percentHundredths: 1000, fixedRupiah: 500 };
const build = (...services: ProviderService[]) => buildCatalog(services, plainDress(MARKUP));
const idsOf = (...services: ProviderService[]) => [...build(...services).categories.keys()];

describe('the priced catalog', () => {
  it('shows prices with the markup, cheapest first, and never the cost', () => {
    const { categories } = build(
      service({ sid: '2', name: '140 Diamond', costRupiah: 20_000 }),
      service({ sid: '1', costRupiah: 10_000 }),
    );
    const category = categories.get('free-fire');
    expect(category?.services.map(({ sid, price }) => [sid, price])).toEqual([
      ['1', 11_500],
      ['2', 22_500],
    ]);
    expect(JSON.stringify([...categories.values()])).not.toMatch(/cost|10000|20000/);
  });

  it('knows the listed cost of a service, apart from what is shown of it', () => {
    const found = build(service({ costRupiah: 9_876 })).bySid.get('1');
    expect(found?.listedCost).toBe(9_876);
    expect(JSON.stringify([found?.service, found?.category])).not.toContain('9876');
  });

  it('prices from what a product really cost, or else from what its category teaches', () => {
    const other = service({ sid: '2', name: '140 Diamond', costRupiah: 20_000 });
    const elsewhere = service({ sid: '3', category: 'PUBG', costRupiah: 20_000 });
    const lessons: Lessons = {
      byService: new Map([[fingerprint(service()), 1_200]]),
      byCategory: new Map([[groupKey(service()), 500]]),
    };
    const { bySid } = buildCatalog([service(), other, elsewhere], plainDress(MARKUP, { lessons }));
    const prices = ['1', '2', '3'].map((sid) => bySid.get(sid)?.service.price);
    // 10 % and 500 on 11,200; on 20,000 and 5 %; on 20,000.
    expect(prices).toEqual([12_820, 23_600, 22_500]);
    expect(bySid.get('1')?.listedCost).toBe(10_000);
  });

  it('groups by category and finds every service by its sid', () => {
    const catalog = build(service(), service({ sid: '2' }), service({ sid: '3', category: 'PUBG' }));
    expect([...catalog.categories.keys()]).toEqual(['free-fire', 'pubg']);
    expect(catalog.bySid.get('3')?.category.summary.id).toBe('pubg');
    expect(catalog.bySid.get('2')?.service).toBe(catalog.categories.get('free-fire')?.services[1]);
    expect(catalog.bySid.get('4')).toBeUndefined();
  });

  it('sums a category up: its lowest price for sale, how many there are, whether any is for sale', () => {
    const { categories } = build(
      service({ sid: '1', costRupiah: 1_000, available: false }),
      service({ sid: '2', costRupiah: 10_000 }),
      service({ sid: '3', costRupiah: 20_000 }),
    );
    expect(categories.get('free-fire')?.summary).toEqual({
      id: 'free-fire',
      name: 'Free Fire',
      type: 'Games',
      from: 11_500,
      services: 3,
      available: true,
      picture: null,
    });
  });

  it('sums up a category with nothing for sale by its lowest price of all', () => {
    const { categories } = build(service({ available: false }), service({ sid: '2', available: false }));
    expect(categories.get('free-fire')?.summary).toMatchObject({ from: 11_500, available: false });
  });

  it('keeps the first of two rows with one sid, since an order can name only the sid', () => {
    const { bySid, categories } = build(service(), service({ name: 'Other', category: 'PUBG' }));
    expect(bySid.get('1')?.service.name).toBe('70 Diamond');
    expect([...categories.keys()]).toEqual(['free-fire']);
  });

  it('puts games first, then what phones need, then kinds nobody has heard of in their own order', () => {
    const types = ['Streaming', 'PLN', 'Pulsa', 'Games', 'Data', 'Aneh', 'E-Money'];
    const services = types.map((type, index) => service({ sid: String(index), type, category: type }));
    expect([...build(...services).categories.values()].map(({ summary }) => summary.type)).toEqual([
      ...['Games', 'Pulsa', 'Data', 'E-Money', 'PLN', 'Streaming', 'Aneh'],
    ]);
  });

  it('is empty for an empty list', () => {
    expect(build().categories.size).toBe(0);
  });

  it('is what the wire promises, whatever the provider calls its things', () => {
    const services = fc.array(
      fc.record({
        sid: fc.string({ minLength: 1, maxLength: 3 }),
        type: fc.constantFrom('Games', 'Pulsa', 'games', '\u6e38\u620f'),
        category: fc.oneof(
          fc.constantFrom('A B', 'a-b', 'A  B', '\u539f\u795e'),
          fc.string({ maxLength: 4 }),
        ),
        name: fc.string({ minLength: 1, maxLength: 5 }),
        costRupiah: fc.integer({ min: 1, max: 1_000_000 }),
        available: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(services, (list) => {
        const { categories, bySid } = buildCatalog(list, plainDress(MARKUP));
        expect(bySid.size).toBe(new Set(list.map(({ sid }) => sid)).size);
        let count = 0;
        for (const [id, category] of categories) {
          count += category.services.length;
          expect(category.summary.id).toBe(id);
          expect(id).toMatch(/^[a-z0-9-]+$/);
          categorySummarySchema.parse(category.summary);
          for (const one of category.services) serviceSchema.parse(one);
        }
        expect(count).toBe(bySid.size);
      }),
    );
  });
});

describe('the id of a category', () => {
  it('is its name for an address', () => {
    expect(idsOf(service({ category: 'Mobile Legends: Bang Bang!' }))).toEqual(['mobile-legends-bang-bang']);
    expect(idsOf(service({ category: 'Pok\u00e9mon' }))).toEqual(['pokemon']);
  });

  it('takes the type along when two types share a name', () => {
    const pulsa = service({ type: 'Pulsa', category: 'Telkomsel' });
    const data = service({ sid: '2', type: 'Data', category: 'Telkomsel' });
    expect(idsOf(pulsa, data)).toEqual(['telkomsel-pulsa', 'telkomsel-data']);
    expect(idsOf(pulsa)).toEqual(['telkomsel']);
  });

  it('is there, always the same, for a name without Latin letters', () => {
    const [id] = idsOf(service({ category: '\u539f\u795e' }));
    expect(id).toMatch(/^k-[0-9a-f]{8}$/);
    expect(idsOf(service({ category: '\u539f\u795e' }))).toEqual([id]);
    expect(idsOf(service({ category: '\u738b\u8005' }))).not.toEqual([id]);
  });
});

describe('the fingerprint of a product', () => {
  const own = fingerprint(service());

  it('is short and does not change with price or stock', () => {
    expect(own).toMatch(/^[\w-]{12}$/);
    expect(fingerprint(service({ costRupiah: 1, available: false, type: 'Other' }))).toBe(own);
  });

  it.each([{ sid: '2' }, { name: '71 Diamond' }, { category: 'Free Fire Max' }])(
    'changes with %j, so that a renumbered sid sells nothing else',
    (over) => {
      expect(fingerprint(service(over))).not.toBe(own);
    },
  );

  it('tells where one part ends and the next begins', () => {
    expect(fingerprint({ category: 'ab', name: 'c', sid: '1' })).not.toBe(
      fingerprint({ category: 'a', name: 'bc', sid: '1' }),
    );
  });
});
