import type { Service } from '../../../demo/sandbox/services/service.ts';

/** The one category that holds a fifth of everything. */
export const BIGGEST = 'Steam Wallet';
/** A nominal of the biggest category that is on sale and in sight when the category opens. */
export const FIRST_NOMINAL = 'IDR 6.000';

const CATEGORIES = 400;
const SERVICES = 5_000;
const IN_BIGGEST = 1_000;

const GAMES = [
  'Mobile Legends',
  'Free Fire',
  'PUBG Mobile',
  'Genshin Impact',
  'Honkai Star Rail',
  'Zenless Zone Zero',
  'Wuthering Waves',
  'Valorant',
  'League of Legends Wild Rift',
  'Call of Duty Mobile',
  'Arena of Valor',
  'Honor of Kings',
  'Point Blank',
  'Ragnarok Origin',
  'Ragnarok X',
  'Lords Mobile',
  'Clash of Clans',
  'Clash Royale',
  'Brawl Stars',
  'Stumble Guys',
  'Sausage Man',
  'Super Sus',
  'Metal Slug Awakening',
  'Tower of Fantasy',
  'Undawn',
  'Blood Strike',
  'Delta Force',
  'FC Mobile',
  'eFootball',
  'Identity V',
  'Love and Deepspace',
  'Black Clover Mobile',
  'Solo Leveling Arise',
  'State of Survival',
  'Whiteout Survival',
];
const REGIONS = ['', 'Global', 'Malaysia', 'Filipina', 'Singapura', 'Brasil', 'Thailand', 'Rusia'];
const UNITS = ['Diamond', 'Koin', 'Kristal', 'Token', 'Poin', 'Gold'];
const OPERATORS = ['Telkomsel', 'Indosat', 'XL', 'Axis', 'Tri', 'Smartfren', 'by.U', 'Live.On'];
const PLANS = ['Harian', 'Mingguan', 'Bulanan', 'Malam', 'Video', 'Game', 'Sosmed', 'Kampus'];
const WALLETS = [
  'DANA',
  'OVO',
  'GoPay',
  'ShopeePay',
  'LinkAja',
  'iSaku',
  'AstraPay',
  'Sakuku',
  'DOKU',
  'KasPro',
];
const PURPOSES = ['Saldo', 'Driver', 'Merchant'];

/** A large reseller's price list: 5,000 rows in 400 categories, the same at every run. */
export function largePriceList(): Service[] {
  const dice = seeded(5_000);
  const categories = categoryNames();
  const others = SERVICES - IN_BIGGEST;
  const rows = categories.flatMap(({ tipe, kategori }, at) => {
    // Whole numbers that add up to all the others, whatever the division leaves over.
    const share = (to: number) => Math.floor((to * others) / categories.length);
    return Array.from({ length: share(at + 1) - share(at) }, (_, row) => ({
      tipe,
      kategori,
      layanan: nominal(tipe, row, at),
      harga: 1_000 * (row + 1) + Math.floor(dice() * 900),
      status: dice() < 0.03 ? 'Gangguan' : 'Normal',
    }));
  });
  const biggest = Array.from({ length: IN_BIGGEST }, (_, row) => ({
    tipe: 'Games',
    kategori: BIGGEST,
    layanan: `IDR ${((row + 6) * 1_000).toLocaleString('id')}`,
    harga: (row + 6) * 1_000 + 150,
    status: row % 40 === 39 ? 'Gangguan' : 'Normal',
  }));
  // The biggest after the first few, as a best-seller stands: among the tiles that show at once.
  return [...rows.slice(0, 30), ...biggest, ...rows.slice(30)].map((row, at) => ({
    sid: String(at + 1),
    ...row,
  }));
}

function categoryNames(): { tipe: string; kategori: string }[] {
  const cross = (tipe: string, firsts: string[], seconds: string[]) =>
    seconds.flatMap((second) => firsts.map((first) => ({ tipe, kategori: `${first} ${second}`.trim() })));
  const small = [
    ...cross('Pulsa', OPERATORS, ['', 'Transfer']),
    ...cross('Data', OPERATORS, PLANS),
    ...cross('E-Money', WALLETS, PURPOSES),
    ...cross('PLN', ['Token PLN', 'PLN Prabayar'], ['']),
  ];
  const games = cross('Games', GAMES, REGIONS);
  // Whatever is still missing are bundles of the best-known games.
  const bundles = cross('Games', GAMES, ['Paket Hemat']);
  return [...games, ...bundles].slice(0, CATEGORIES - 1 - small.length).concat(small);
}

function nominal(tipe: string, row: number, category: number): string {
  const amount = ((row + 1) * 5_000).toLocaleString('id');
  if (tipe === 'Games') return `${(row + 1) * (row + 12)} ${UNITS[category % UNITS.length]}`;
  if (tipe === 'Data') return `${row + 1} GB ${(row % 4) * 7 + 7} Hari`;
  return `${tipe === 'Pulsa' ? 'Pulsa' : tipe === 'PLN' ? 'Token' : 'Saldo'} ${amount}`;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
