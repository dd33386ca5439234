import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategorySummary } from '../../../proxy/contract/catalog.ts';
import { findCategories, prepareSearch } from '../../../widget/topup/state/search.ts';

function named(name: string, type: string): CategorySummary {
  return { id: `${type}-${name}`, name, type, from: 1, services: 1, available: true, picture: null };
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Games: [
    ...['Mobile Legends', 'Free Fire', 'PUBG Mobile', 'Genshin Impact', 'Honkai Star Rail', 'Valorant'],
    ...['Honor of Kings', 'Call of Duty Mobile', 'Arena of Valor', 'Roblox', 'Google Play', 'Steam Wallet'],
    ...['Free Fire Max', 'Zenless Zone Zero', 'Stumble Guys', 'Magic Chess', 'Point Blank'],
  ],
  Pulsa: ['Telkomsel', 'Indosat', 'XL', 'Axis', 'Tri', 'Smartfren'],
  Data: ['Paket Data Telkomsel', 'Paket Data Indosat', 'Paket Data XL', 'Paket Data Tri'],
  'E-Money': ['DANA', 'OVO', 'GoPay', 'ShopeePay', 'LinkAja'],
  PLN: ['Token PLN'],
};
const shop = Object.entries(TYPES).flatMap(([type, names]) => names.map((name) => named(name, type)));

const find = (query: string, categories: readonly CategorySummary[] = shop, type: string | null = null) =>
  findCategories(categories, { query, type, all: false }).map(({ name }) => name);

describe('the search finds first', () => {
  it.each([
    ['mobil lejen', 'Mobile Legends'],
    ['mobile lejend', 'Mobile Legends'],
    ['mobail legen', 'Mobile Legends'],
    ['mobilelegends', 'Mobile Legends'],
    ['mobile legends bang bang', 'Mobile Legends'],
    ['ml', 'Mobile Legends'],
    ['MLBB', 'Mobile Legends'],
    ['ff', 'Free Fire'],
    ['epep', 'Free Fire'],
    ['free fire', 'Free Fire'],
    ['FreeFire', 'Free Fire'],
    ['frefire', 'Free Fire'],
    ['fri fair', 'Free Fire'],
    ['pubg', 'PUBG Mobile'],
    ['pabg', 'PUBG Mobile'],
    ['genshin', 'Genshin Impact'],
    ['gensin', 'Genshin Impact'],
    ['jenshin impak', 'Genshin Impact'],
    ['honkai', 'Honkai Star Rail'],
    ['hongkai', 'Honkai Star Rail'],
    ['hsr', 'Honkai Star Rail'],
    ['valoran', 'Valorant'],
    ['falorant', 'Valorant'],
    ['hok', 'Honor of Kings'],
    ['codm', 'Call of Duty Mobile'],
    ['col of duti', 'Call of Duty Mobile'],
    ['robux', 'Roblox'],
    ['gogle play', 'Google Play'],
    ['stim wolet', 'Steam Wallet'],
    ['zenles', 'Zenless Zone Zero'],
    ['majik ches', 'Magic Chess'],
    ['gopay', 'GoPay'],
    ['go pay', 'GoPay'],
    ['go-pay', 'GoPay'],
    ['shopee pay', 'ShopeePay'],
    ['sopipay', 'ShopeePay'],
    ['link aja', 'LinkAja'],
    ['token listrik', 'Token PLN'],
    ['listrik', 'Token PLN'],
    ['pln', 'Token PLN'],
    ['pulsa tsel', 'Telkomsel'],
    ['pulsa telkomsle', 'Telkomsel'],
    ['kuota xl', 'Paket Data XL'],
    ['paket internet three', 'Paket Data Tri'],
    ['smartfrend', 'Smartfren'],
    ['  DÁNA! ', 'DANA'],
  ])('for %j: %s', (query, name) => {
    expect(find(query)[0]).toBe(name);
  });
});

describe('the search', () => {
  it('narrows down to what was meant', () => {
    expect(find('mobil lejen')).toEqual(['Mobile Legends']);
    expect(find('frefire')).toEqual(['Free Fire', 'Free Fire Max']);
    expect(find('pulsa tsel')).toEqual(['Telkomsel']);
  });

  it('keeps up with every letter on the way to a name, however it is written', () => {
    for (const query of ['mobil lejen', 'frefire', 'gensin', 'paket data telkomsel', 'token listrik']) {
      for (let length = 3; length <= query.length; length++) {
        expect(find(query.slice(0, length)), query.slice(0, length)).not.toEqual([]);
      }
    }
  });

  it('ranks: the name, its beginning, a word, the initials, a part, then what is only like it', () => {
    const names = ['Super Mario', 'Asmara', 'Max Azure Ray Arena', 'Game Mar', 'Marvel', 'Mar', 'Morvil'];
    const list = names.map((name) => named(name, 'Games'));
    expect(find('mar', list)).toEqual([
      'Mar',
      'Marvel',
      'Game Mar',
      'Super Mario',
      'Max Azure Ray Arena',
      'Asmara',
    ]);
    expect(find('marfil', list)).toEqual(['Marvel', 'Morvil']);
    expect(find('morphil', list)).toEqual(['Morvil', 'Marvel']);
  });

  it('leaves the order of the catalog where nothing fits better than another', () => {
    expect(find('games')).toEqual(TYPES.Games);
    expect(find('paket data')).toEqual(TYPES.Data);
    expect(find('')).toEqual(shop.map(({ name }) => name));
    expect(find(' . ')).toHaveLength(shop.length);
  });

  it('asks for every word', () => {
    expect(find('telkomsel data')).toEqual(['Paket Data Telkomsel']);
    expect(find('free genshin')).toEqual([]);
  });

  it('keeps to the chosen type', () => {
    expect(find('tri', shop, 'Data')).toEqual(['Paket Data Tri']);
    expect(find('', shop, 'PLN')).toEqual(['Token PLN']);
    expect(find('mobile', shop, 'PLN')).toEqual([]);
    // What fits by its letters elsewhere does not stand in the way of what is only like it here.
    expect(find('axis', shop, 'Data')).toEqual([]);
    expect(find('ovo', [named('OVO', 'E-Money'), named('Ofo', 'Games')], 'Games')).toEqual(['Ofo']);
  });

  it.each(['wwz', 'xyz', 'asdf', 'qwerty', 'aaaa', 'hhh', 'kartu kredit', '12345', 'lorem ipsum', '原神'])(
    'finds nothing for %j, which is like nothing',
    (query) => {
      expect(find(query)).toEqual([]);
    },
  );

  it('forgives no slip in a word so short that anything would be like it', () => {
    expect(find('oxa')).toEqual([]);
    expect(find('dxl')).toEqual([]);
  });

  it('finds every category by its name and by each of its words, and the name itself first', () => {
    for (const { name } of shop) {
      expect(find(name)[0]).toBe(name);
      for (const word of name.split(' ')) expect(find(word)).toContain(name);
    }
  });

  it('forgives one slip in a name of five letters or more: left out, doubled, or swapped', () => {
    const slips = fc.record({
      name: fc.constantFrom(...shop.map(({ name }) => name).filter((name) => name.length > 5)),
      at: fc.nat(),
      kind: fc.constantFrom('left out', 'doubled', 'swapped'),
    });
    fc.assert(
      fc.property(slips, ({ name, at, kind }) => {
        // Not the first letter, nor the beginning of a word.
        const places = [...name].flatMap((_, i) =>
          i > 1 && name[i - 1] !== ' ' && name[i] !== ' ' ? [i] : [],
        );
        const i = places[at % places.length] ?? 2;
        const [left, letter, before] = [name.slice(0, i), name.charAt(i), name.slice(0, i - 1)];
        const rest = name.slice(i + 1);
        const typed = {
          'left out': left + rest,
          doubled: left + letter + letter + rest,
          swapped: before + letter + name.charAt(i - 1) + rest,
        }[kind];
        if (typed.split(' ').some((word) => word.length < 5)) return;
        expect(find(typed), typed).toContain(name);
      }),
    );
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (query) => {
        const found = find(query);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 50 },
    );
  });

  it('reads a catalog once: a new list is a new catalog, the same list is answered alike', () => {
    const list = [named('Mobile Legends', 'Games')];
    expect(findCategories(list, { query: 'ml', type: null, all: false })).toBe(
      findCategories(list, { query: 'ML ', type: null, all: true }),
    );
    expect(find('ml', [named('Free Fire', 'Games')])).toEqual([]);
  });
});

describe('a catalog of 5,000 categories', () => {
  const big = [
    ...shop,
    ...Array.from({ length: 5_000 - shop.length }, (_, at) => named(madeUp(at), 'Games')),
  ];

  it('does not drown what was meant, nor flood what was not', () => {
    for (const query of [
      'mobil lejen',
      'ff',
      'pubg',
      'gensin impak',
      'go pay',
      'token listrik',
      'pulsa tsel',
    ]) {
      expect(find(query, big)[0], query).toBe(find(query)[0]);
    }
    for (const query of ['wwz', 'qwrtp', 'hhh', 'lorem ipsum']) expect(find(query, big), query).toEqual([]);
  });

  it('answers each keystroke at once', () => {
    const keystrokes = ['mobil lejen', 'frefire', 'token listrik', 'qwerty zzz', 'sofel grumak'].flatMap(
      (query) => [...query].map((_, at) => query.slice(0, at + 1)),
    );
    const list = [...big];
    const start = performance.now();
    prepareSearch(list);
    const reading = performance.now() - start;
    const times = keystrokes.map((query) => {
      const begin = performance.now();
      findCategories(list, { query, type: null, all: false });
      return performance.now() - begin;
    });
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
    console.log(
      `search in 5,000 categories: read in ${reading.toFixed(1)} ms; a keystroke takes a median of ${at(0.5)} ms, 95 % within ${at(0.95)} ms`,
    );
    expect(times).toHaveLength(keystrokes.length);
  });
});

/** A name of two words that nobody has heard of, another for each number. */
function madeUp(at: number): string {
  const syllables = ['so', 'ru', 'ka', 'ne', 'mi', 'ta', 'gu', 'lo', 'bre', 'wa', 'dun', 'fel', 'hor', 'sti'];
  let seed = Math.imul(at + 1, 2_654_435_761) >>> 0;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return syllables[(seed % 997) % syllables.length] ?? 'so';
  };
  return `${next()}${next()}${next()} ${next()}${next()} ${at}`;
}
