import { describe, expect, it } from 'vitest';
import { targetFieldSchema } from '../../../../proxy/contract/catalog.ts';
import {
  DEFINITION_BY_TYPE,
  DEFINITIONS,
  FALLBACK_DEFINITION,
} from '../../../../proxy/targets/definitions.ts';
import { definitionFor, readTarget } from '../../../../proxy/targets/targets.ts';

const ALL = [...DEFINITIONS, ...Object.values(DEFINITION_BY_TYPE), FALLBACK_DEFINITION];
const NAMED = ALL.map((definition) => [definition.categories[0] ?? definition.join, definition] as const);

/** Every kind of product the gathered facts list: its names, the fields to ask for, an id that is right. */
const FACTS: [names: string[], fields: string[], right: Record<string, string>][] = [
  [
    ['Mobile Legends', 'MLBB', 'Magic Chess'],
    ['userId', 'zoneId'],
    { userId: '1114917746', zoneId: '13486' },
  ],
  [['Free Fire', 'PUBG', 'Honkai Impact', 'Honor of Kings'], ['userId'], { userId: '123456789' }],
  [['Genshin'], ['uid', 'server'], { uid: '812345678', server: 'os_asia' }],
  [
    ['Honkai Star Rail', 'Honkai: Star Rail'],
    ['uid', 'server'],
    { uid: '812345678', server: 'prod_official_asia' },
  ],
  [['Zenless'], ['uid', 'server'], { uid: '1312345678', server: 'prod_gf_jp' }],
  [['Valorant', 'Wild Rift', 'League of Legends'], ['riotId'], { riotId: 'Player#ID1' }],
  [['Call of Duty', 'CODM'], ['openId'], { openId: '6742151235980173569' }],
  [['Arena of Valor', 'AOV', 'Blood Strike'], ['userId'], { userId: '123456789' }],
  [['Point Blank', 'Stumble Guys', 'Roblox'], ['username'], { username: 'Some_Player1' }],
  [['FC Mobile', 'FIFA Mobile'], ['uid'], { uid: '1234567' }],
  [['Sausage Man'], ['userId'], { userId: 'ab12cd' }],
  [['Ragnarok'], ['userId', 'server'], { userId: '123456' }],
  [
    ['LifeAfter', 'Punishing Gray Raven', 'Azur Lane'],
    ['userId', 'server'],
    { userId: '12345', server: 'NA' },
  ],
  [['Clash of Clans', 'Clash Royale', 'Brawl Stars'], ['playerTag'], { playerTag: '#P0LYQ2G8' }],
  [
    ['Higgs Domino', 'Lords Mobile', '8 Ball Pool', 'Auto Chess', 'Super Sus', 'Love and Deepspace'],
    ['userId'],
    { userId: '123456789' },
  ],
  [['Garena Shell'], ['garenaId'], { garenaId: 'budi.garena' }],
  [['Steam', 'Google Play', 'UniPin', 'Razer', 'Megaxus', 'Voucher'], ['phone'], { phone: '081234567890' }],
  [['Pulsa', 'Paket Data', 'SMS', 'Telpon'], ['phone'], { phone: '081234567890' }],
  [
    ['Telkomsel', 'Indosat', 'XL', 'Axis', 'Tri', 'Smartfren', 'by.U'],
    ['phone'],
    { phone: '+62 812-3456-7890' },
  ],
  [
    ['DANA', 'OVO', 'GoPay', 'ShopeePay', 'LinkAja', 'E-Wallet', 'E-Money'],
    ['phone'],
    { phone: '6281234567890' },
  ],
  [['PLN', 'Token Listrik'], ['meterNumber'], { meterNumber: '14234567890' }],
];

describe.each(FACTS)('%j', (names, fields, right) => {
  it(`asks for ${fields.join(' and ')}, whatever stands around the name`, () => {
    for (const name of names) {
      for (const written of [name, name.toUpperCase(), `Top Up ${name} (Promo)`, ` ${name}: Indonesia`]) {
        const found = definitionFor('Unknown Kind', written);
        expect(
          found.fields.map((field) => field.name),
          written,
        ).toEqual(fields);
        expect(readTarget(found, right), written).toMatchObject({ ok: true });
      }
    }
  });
});

describe.each(NAMED)('the definition of %s', (_name, definition) => {
  it('has patterns that compile and examples that fit them', () => {
    for (const { name, pattern, example } of definition.fields) {
      const whole = new RegExp(`^(?:${pattern ?? '.*'})$`, 'u');
      if (example !== null) expect(whole.test(example), `${name} ${example}`).toBe(true);
    }
  });

  it('takes its own examples', () => {
    for (const field of definition.fields) {
      if (field.example === null) continue;
      const result = readTarget(definition, { [field.name]: field.example });
      expect(result.ok ? undefined : result.issues[field.name], field.name).toBeUndefined();
    }
  });

  it('joins every field it asks for, and nothing else', () => {
    const joined = [...definition.join.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(joined).toEqual(definition.fields.map((field) => field.name));
  });

  it('is what the wire promises, in both languages', () => {
    for (const field of definition.fields) {
      expect(targetFieldSchema.parse(field)).toEqual(field);
      expect(field.label.id && field.label.en).toBeTruthy();
    }
  });

  it('offers choices to choose from, and infers only what it offers, from a field it asks for', () => {
    for (const { kind, options, inferFrom } of definition.fields) {
      expect(options !== null && options.length > 1).toBe(kind === 'choice');
      if (!inferFrom) continue;
      const offered = options?.map((option) => option.value);
      expect(definition.fields.map((field) => field.name)).toContain(inferFrom.field);
      expect(offered).toEqual(expect.arrayContaining(Object.values(inferFrom.prefixes)));
      expect(Object.keys(inferFrom.prefixes).every((prefix) => /^\d+$/.test(prefix))).toBe(true);
    }
  });
});

it('no name belongs to two definitions, or the order of the list would decide', () => {
  const names = DEFINITIONS.flatMap((definition) => definition.categories.map((name) => name.toLowerCase()));
  expect(new Set(names).size).toBe(names.length);
});

it('the first digits of a Genshin UID tell the server, 18 before 1', () => {
  const [, server] = definitionFor('Games', 'Genshin Impact').fields;
  expect(server?.inferFrom).toEqual({
    field: 'uid',
    prefixes: { 6: 'os_usa', 7: 'os_euro', 8: 'os_asia', 18: 'os_asia', 9: 'os_cht' },
  });
});
