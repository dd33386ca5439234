import type { TargetField } from '../contract/catalog.ts';
import { OPERATORS } from './operators.ts';

/** How a kind of product is addressed: what the buyer types, and how it becomes the provider's target. */
export interface TargetDefinition {
  /** Names of categories (provider's `kategori`), compared word by word; the longest match wins. */
  readonly categories: readonly string[];
  readonly fields: readonly TargetField[];
  /** The provider's `target`, with `{field}` where a field goes. The join is undocumented: see the README. */
  readonly join: string;
}

type Extra = Partial<Omit<TargetField, 'name' | 'label' | 'kind'>>;

const NO_EXTRAS: Required<Extra> = {
  example: null,
  hint: null,
  pattern: null,
  options: null,
  inferFrom: null,
  optional: false,
  operators: null,
  operator: null,
};

function field(name: string, kind: TargetField['kind'], id: string, en: string, extra: Extra = {}) {
  return { name, kind, label: { id, en }, ...NO_EXTRAS, ...extra } satisfies TargetField;
}

const userId = (pattern: string, extra: Extra = {}) =>
  field('userId', 'digits', 'User ID', 'User ID', { pattern, example: '123456789', ...extra });
const uid = (pattern: string) => field('uid', 'digits', 'UID', 'UID', { pattern, example: '812345678' });
const username = (pattern: string) => field('username', 'text', 'Username', 'Username', { pattern });
const riotId = field('riotId', 'text', 'Riot ID', 'Riot ID', {
  pattern: '.{3,16}#\\w{2,6}',
  example: 'Player#ID1',
  hint: { id: 'Nama, tanda #, lalu tagline', en: 'Name, the # sign, then the tagline' },
});
const zoneId = field('zoneId', 'digits', 'Zone ID', 'Zone ID', {
  pattern: '\\d{3,6}',
  example: '13486',
  hint: { id: 'Angka di dalam kurung setelah User ID', en: 'The number in brackets after the User ID' },
});
const phone = (extra: Extra = {}) =>
  field('phone', 'phone', 'Nomor HP', 'Phone number', { example: '081234567890', ...extra });
const freeServer = (optional: boolean) => field('server', 'text', 'Server', 'Server', { optional });

/** A server the id's first digits tell (publishers' region codes, as `shared/data/targets.json` lists them). */
function inferredServer(
  options: Readonly<Record<string, string>>,
  prefixes: Readonly<Record<string, string>>,
) {
  return field('server', 'choice', 'Server', 'Server', {
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
    inferFrom: { field: 'uid', prefixes: { ...prefixes } },
  });
}

/** For a category nothing is known of: one free field, so that it can still be sold. */
export const FALLBACK_DEFINITION: TargetDefinition = {
  categories: [],
  fields: [
    field('target', 'text', 'ID tujuan', 'Target ID', {
      hint: { id: 'ID atau nomor yang akan diisi', en: 'The ID or number to be topped up' },
    }),
  ],
  join: '{target}',
};

/** Goes to the number itself, so its operator must be the product's. */
const CARRIER: TargetDefinition = {
  categories: [
    ...['Pulsa', 'Paket Data', 'SMS', 'Telpon', 'Telkomsel', 'Indosat', 'XL', 'Axis', 'Tri', 'Three'],
    ...['Smartfren', 'by.U'],
  ],
  fields: [phone({ operators: [...OPERATORS] })],
  join: '{phone}',
};

/** The number only names an account or a person: any operator will do. */
const PHONE: TargetDefinition = {
  categories: [
    ...['DANA', 'OVO', 'GoPay', 'ShopeePay', 'LinkAja', 'E-Wallet', 'E-Money'],
    ...['Steam', 'Google Play', 'UniPin', 'Razer', 'Megaxus', 'Voucher'],
  ],
  fields: [phone()],
  join: '{phone}',
};

const METER: TargetDefinition = {
  categories: ['PLN', 'Token Listrik'],
  fields: [
    field('meterNumber', 'digits', 'Nomor meter / ID pelanggan', 'Meter number / customer ID', {
      pattern: '\\d{11,12}',
      example: '14234567890',
      hint: { id: '11 atau 12 angka, tertera di meteran', en: '11 or 12 digits, printed on the meter' },
    }),
  ],
  join: '{meterNumber}',
};

/** By the provider's `tipe`, for categories whose name says nothing. */
export const DEFINITION_BY_TYPE: Readonly<Record<string, TargetDefinition>> = {
  pulsa: CARRIER,
  data: CARRIER,
  'e-money': PHONE,
  'e-wallet': PHONE,
  pln: METER,
};

const single = (categories: readonly string[], only: TargetField): TargetDefinition => ({
  categories,
  fields: [only],
  join: `{${only.name}}`,
});

export const DEFINITIONS: readonly TargetDefinition[] = [
  {
    categories: ['Mobile Legends', 'MLBB'],
    fields: [userId('\\d{5,12}', { example: '1114917746' }), zoneId],
    join: '{userId}{zoneId}',
  },
  { categories: ['Magic Chess'], fields: [userId('\\d{5,12}'), zoneId], join: '{userId}{zoneId}' },
  single(['Free Fire'], userId('\\d{8,14}')),
  single(['PUBG'], userId('\\d{5,14}')),
  {
    categories: ['Genshin'],
    fields: [
      uid('\\d{9,10}'),
      inferredServer(
        { os_asia: 'Asia', os_usa: 'America', os_euro: 'Europe', os_cht: 'TW, HK, MO' },
        { 6: 'os_usa', 7: 'os_euro', 8: 'os_asia', 18: 'os_asia', 9: 'os_cht' },
      ),
    ],
    join: '{uid}{server}',
  },
  {
    categories: ['Honkai Star Rail'],
    fields: [
      uid('\\d{9,10}'),
      inferredServer(
        {
          prod_official_asia: 'Asia',
          prod_official_usa: 'America',
          prod_official_eur: 'Europe',
          prod_official_cht: 'TW, HK, MO',
        },
        { 6: 'prod_official_usa', 7: 'prod_official_eur', 8: 'prod_official_asia', 9: 'prod_official_cht' },
      ),
    ],
    join: '{uid}{server}',
  },
  {
    categories: ['Zenless'],
    fields: [
      uid('\\d{8,12}'),
      inferredServer(
        { prod_gf_jp: 'Asia', prod_gf_us: 'America', prod_gf_eu: 'Europe', prod_gf_sg: 'TW, HK, MO' },
        { 10: 'prod_gf_us', 13: 'prod_gf_jp', 15: 'prod_gf_eu', 17: 'prod_gf_sg' },
      ),
    ],
    join: '{uid}{server}',
  },
  single(['Honkai Impact'], userId('\\d{5,15}')),
  single(['Honor of Kings'], userId('\\d{5,20}')),
  single(['Valorant', 'Wild Rift', 'League of Legends'], riotId),
  single(
    ['Call of Duty', 'CODM'],
    field('openId', 'digits', 'Open ID', 'Open ID', {
      pattern: '\\d{10,25}',
      example: '6742151235980173569',
    }),
  ),
  single(['Arena of Valor', 'AOV'], userId('\\d{5,18}')),
  single(['Point Blank'], username('[A-Za-z0-9._-]{3,20}')),
  single(['FC Mobile', 'FIFA Mobile'], uid('\\d{6,20}')),
  single(['Stumble Guys'], username('.{3,24}')),
  single(
    ['Sausage Man'],
    field('userId', 'text', 'User ID', 'User ID', { pattern: '[A-Za-z0-9]{4,12}', example: 'abc123' }),
  ),
  single(['Blood Strike'], userId('\\d{8,16}')),
  { categories: ['Ragnarok'], fields: [userId('\\d{5,18}'), freeServer(true)], join: '{userId}|{server}' },
  {
    categories: ['LifeAfter', 'Punishing Gray Raven', 'Azur Lane'],
    fields: [userId('\\d{4,18}'), freeServer(false)],
    join: '{userId}|{server}',
  },
  single(
    ['Clash of Clans', 'Clash Royale', 'Brawl Stars'],
    field('playerTag', 'text', 'Player Tag', 'Player Tag', {
      pattern: '#?[0289PYLQGRJCUVpylqgrjcuv]{5,12}',
      example: '#P0LYQ2G8',
    }),
  ),
  single(
    ['Higgs Domino', 'Lords Mobile', '8 Ball Pool', 'Auto Chess', 'Super Sus', 'Love and Deepspace'],
    userId('\\d{5,15}'),
  ),
  single(['Roblox'], username('\\w{3,20}')),
  single(['Garena Shell'], field('garenaId', 'text', 'Garena ID', 'Garena ID', { pattern: '.{3,32}' })),
  CARRIER,
  PHONE,
  METER,
];

/** Every way of addressing there is, each once, under the name of the first category that has it. */
export const TARGET_KINDS: ReadonlyMap<string, TargetDefinition> = new Map(
  [FALLBACK_DEFINITION, ...DEFINITIONS].map((one) => [one.categories[0] ?? 'target', one] as const),
);
