import { type Json, ok, problem } from './state.ts';

const words = (id: string, en = id) => ({ id, en });

function field(name: string, kind: string, label: Json, extra: Json = {}): Json {
  const none = { example: null, hint: null, pattern: null, options: null, inferFrom: null };
  return { name, kind, label, ...none, optional: false, operators: null, operator: null, ...extra };
}

const nominal = (sid: string, name: string, price: number, available = true): Json => ({
  sid,
  name,
  price,
  available,
  ref: `ref-${sid}`,
});

const DIAMONDS = [
  nominal('1', '70 Diamond', 11_000),
  nominal('2', '140 Diamond', 21_800),
  nominal('3', '355 Diamond', 54_450),
  nominal('4', '720 Diamond', 108_900),
  nominal('5', '1450 Diamond', 217_800),
  nominal('6', 'Weekly Membership', 31_900),
  nominal('7', 'Monthly Membership + 100 Diamond bonus', 93_500, false),
  nominal('8', '7290 Diamond', 1_089_000),
];

const userId = field('userId', 'digits', words('User ID'), { pattern: '\\d{5,14}', example: '1114917746' });
const phone = field('phone', 'phone', words('Nomor HP', 'Phone number'), {
  example: '081234567890',
  operators: [
    { name: 'Telkomsel', prefixes: ['0812', '0813'] },
    { name: 'XL', prefixes: ['0817', '0818'] },
  ],
  operator: 'Telkomsel',
});

/** The categories that can be opened, by id. */
export const CATEGORIES: Readonly<Record<string, Json>> = {
  'free-fire': {
    id: 'free-fire',
    name: 'Free Fire',
    type: 'Games',
    picture: null,
    fields: [userId],
    services: DIAMONDS,
  },
  'mobile-legends': {
    id: 'mobile-legends',
    name: 'Mobile Legends',
    type: 'Games',
    picture: null,
    fields: [
      userId,
      field('zoneId', 'digits', words('Zone ID'), {
        pattern: '\\d{3,6}',
        example: '13486',
        hint: words('Angka di dalam kurung setelah User ID', 'The number in brackets after the User ID'),
      }),
    ],
    services: DIAMONDS,
  },
  'genshin-impact': {
    id: 'genshin-impact',
    name: 'Genshin Impact',
    type: 'Games',
    picture: null,
    fields: [
      field('uid', 'digits', words('UID'), { pattern: '\\d{9,10}', example: '812345678' }),
      field('server', 'choice', words('Server'), {
        options: [
          { value: 'os_asia', label: 'Asia' },
          { value: 'os_usa', label: 'America' },
          { value: 'os_euro', label: 'Europe' },
        ],
        inferFrom: { field: 'uid', prefixes: { 6: 'os_usa', 7: 'os_euro', 8: 'os_asia' } },
      }),
    ],
    services: [
      nominal('21', '60 Genesis Crystals', 16_500),
      nominal('22', 'Blessing of the Welkin Moon', 75_900),
    ],
  },
  telkomsel: {
    id: 'telkomsel',
    name: 'Telkomsel',
    type: 'Pulsa',
    picture: null,
    fields: [phone],
    services: [5, 10, 15, 20, 25, 50, 100].map((k) => nominal(`3${k}`, `Pulsa ${k}.000`, k * 1_000 + 1_250)),
  },
  pln: {
    id: 'pln',
    name: 'Token Listrik PLN',
    type: 'PLN',
    picture: null,
    fields: [
      field('meterNumber', 'digits', words('Nomor meter / ID pelanggan', 'Meter number / customer ID'), {
        pattern: '\\d{11,12}',
        example: '14234567890',
        hint: words('11 atau 12 angka, tertera di meteran', '11 or 12 digits, printed on the meter'),
      }),
    ],
    services: [20, 50, 100, 200, 500].map((k) => nominal(`4${k}`, `Token PLN ${k}.000`, k * 1_000 + 1_500)),
  },
  'honor-of-kings': {
    id: 'honor-of-kings',
    name: 'Honor of Kings',
    type: 'Games',
    picture: null,
    fields: [userId],
    services: [nominal('51', '80 Tokens', 16_000, false), nominal('52', '240 Tokens', 47_500, false)],
  },
};

const summary = (id: string, name: string, type: string, from: number, available = true): Json => ({
  id,
  name,
  type,
  from,
  services: 8,
  available,
  picture: null,
});

const SUMMARIES = [
  summary('mobile-legends', 'Mobile Legends', 'Games', 11_000),
  summary('free-fire', 'Free Fire', 'Games', 11_000),
  summary('genshin-impact', 'Genshin Impact', 'Games', 16_500),
  summary('pubg-mobile', 'PUBG Mobile', 'Games', 15_400),
  summary('honor-of-kings', 'Honor of Kings', 'Games', 16_000),
  summary('valorant', 'Valorant', 'Games', 56_000, false),
  summary('call-of-duty-mobile', 'Call of Duty Mobile', 'Games', 12_100),
  summary('telkomsel', 'Telkomsel', 'Pulsa', 6_250),
  summary('indosat', 'Indosat Ooredoo', 'Pulsa', 6_300),
  summary('xl', 'XL Axiata', 'Pulsa', 6_400),
  summary('data-telkomsel', 'Paket Data Telkomsel Orbit dan Halo', 'Data', 27_500),
  summary('pln', 'Token Listrik PLN', 'PLN', 21_500),
  summary('dana', 'DANA', 'E-Money', 11_000),
  summary('ovo', 'OVO', 'E-Money', 11_100),
  summary('gopay', 'GoPay', 'E-Money', 11_100),
  summary('steam', 'Steam Wallet IDR', 'Voucher', 13_200),
];

/** The shop's catalog; `parts` replaces what a state needs otherwise. */
export function catalog(at: number, parts: Json = {}): Json {
  return {
    shop: { name: 'Kios Rini', help: '6281234567890' },
    categories: SUMMARIES,
    updatedAt: new Date(at - 90_000).toISOString(),
    stale: false,
    ...parts,
  };
}

/** One category as a shop on a good day answers it. */
export function categoryAnswer(id: string) {
  const found = CATEGORIES[id];
  return found ? ok(found) : problem(404, 'not_found');
}
