import type { Lang } from '../lang.ts';

/** What the page of the prices says. */
interface PricesWords {
  readonly title: string;
  readonly hint: string;
  readonly everything: string;
  readonly product: string;
  readonly edit: string;
  readonly remove: string;
  readonly add: string;
  readonly scope: string;
  readonly percent: string;
  readonly fixed: string;
  readonly least: string;
  readonly leastHint: string;
  readonly rounding: string;
  readonly noRounding: string;
  readonly step: string;
  readonly ending: string;
  readonly ceiling: string;
  readonly ceilingHint: string;
  readonly take: string;
  readonly cancel: string;
  readonly wrongNumber: string;
  readonly plus: string;
  readonly leastShort: string;
  readonly ceilingShort: string;
  readonly atCost: string;
  readonly preview: string;
  readonly counts: string;
  readonly under: string;
  readonly over: string;
  readonly show: Readonly<Record<'all' | 'changed' | 'floor', string>>;
  readonly search: string;
  readonly none: string;
  readonly row: string;
  readonly was: string;
  readonly loss: string;
  readonly ceilingBroken: string;
  readonly own: string;
  readonly more: string;
  readonly unsaved: string;
  readonly save: string;
  readonly discard: string;
  readonly saved: string;
  readonly undo: string;
  readonly undone: string;
  readonly history: string;
  readonly version: string;
}

export const PRICES_WORDS: Readonly<Record<Lang, PricesWords>> = {
  id: {
    title: 'Aturan harga',
    hint: 'Aturan yang paling khusus yang berlaku: produk, lalu kategori, lalu jenis, lalu semua.',
    everything: 'Semua produk',
    product: 'Produk',
    edit: 'Ubah',
    remove: 'Hapus',
    add: 'Tambah aturan',
    scope: 'Berlaku untuk',
    percent: 'Persen di atas modal',
    fixed: 'Ditambah rupiah',
    least: 'Untung paling sedikit (rupiah)',
    leastHint: 'Berguna untuk produk murah, yang persennya kecil.',
    rounding: 'Bulatkan ke atas',
    noRounding: 'Tidak dibulatkan',
    step: 'Ke kelipatan {0}',
    ending: 'Ke harga berakhiran {0}',
    ceiling: 'Harga paling tinggi (rupiah)',
    ceilingHint: 'Boleh kosong. Harga tidak pernah turun di bawah modal dan untung paling sedikit.',
    take: 'Pakai aturan ini',
    cancel: 'Batal',
    wrongNumber: 'Tulis angka saja, misalnya 8,5 atau 1.500.',
    plus: 'modal + {0}',
    leastShort: 'untung minimal {0}',
    ceilingShort: 'paling tinggi {0}',
    atCost: 'sama dengan modal',
    preview: 'Hasilnya',
    counts: '{0} produk, {1} harga berubah',
    under: '{0} produk untungnya di bawah batas {1}: pesanannya akan dibatalkan sebelum dibayar',
    over: '{0} produk modalnya sudah melewati harga paling tinggi',
    show: { all: 'Semua', changed: 'Berubah', floor: 'Bermasalah' },
    search: 'Cari produk',
    none: 'Tidak ada produk yang cocok.',
    row: 'modal {0}, untung {1}',
    was: 'sebelumnya {0}',
    loss: 'di bawah batas untung',
    ceilingBroken: 'di atas harga paling tinggi',
    own: 'Atur sendiri',
    more: 'Tampilkan lagi',
    unsaved: 'Belum disimpan: {0} harga akan berubah.',
    save: 'Simpan dan pakai',
    discard: 'Buang perubahan',
    saved: 'Tersimpan. Harga baru sudah berlaku di toko.',
    undo: 'Urungkan perubahan terakhir',
    undone: 'Diurungkan. Harga sebelumnya berlaku lagi.',
    history: 'Riwayat',
    version: 'Versi {0}: {1} aturan',
  },
  en: {
    title: 'Price rules',
    hint: 'The most specific rule counts: product, then category, then type, then everything.',
    everything: 'Everything',
    product: 'Product',
    edit: 'Change',
    remove: 'Remove',
    add: 'Add a rule',
    scope: 'For',
    percent: 'Percent on top of the cost',
    fixed: 'Plus rupiah',
    least: 'Least profit (rupiah)',
    leastHint: 'Good for cheap products, whose percentage is little.',
    rounding: 'Round up',
    noRounding: 'No rounding',
    step: 'To a multiple of {0}',
    ending: 'To a price ending in {0}',
    ceiling: 'Highest price (rupiah)',
    ceilingHint: 'May stay empty. A price never falls below cost and least profit.',
    take: 'Use this rule',
    cancel: 'Cancel',
    wrongNumber: 'Write a number only, such as 8.5 or 1500.',
    plus: 'cost + {0}',
    leastShort: 'profit at least {0}',
    ceilingShort: 'at most {0}',
    atCost: 'at cost',
    preview: 'What comes of it',
    counts: '{0} products, {1} prices change',
    under: '{0} products earn less than your floor of {1}: their orders will be cancelled before payment',
    over: '{0} products already cost more than their highest price',
    show: { all: 'All', changed: 'Changed', floor: 'In trouble' },
    search: 'Find a product',
    none: 'No product fits.',
    row: 'cost {0}, profit {1}',
    was: 'was {0}',
    loss: 'under the profit floor',
    ceilingBroken: 'above the highest price',
    own: 'Own rule',
    more: 'Show more',
    unsaved: 'Not saved yet: {0} prices will change.',
    save: 'Save and use',
    discard: 'Discard the changes',
    saved: 'Saved. The new prices hold in the shop.',
    undo: 'Undo the last change',
    undone: 'Undone. The earlier prices hold again.',
    history: 'History',
    version: 'Version {0}: {1} rules',
  },
};
