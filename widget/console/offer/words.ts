import type { Lang } from '../lang.ts';

/** What the page of the offer's looks says. */
interface OfferWords {
  readonly title: string;
  readonly hint: string;
  readonly search: string;
  readonly none: string;
  readonly hidden: string;
  readonly down: string;
  readonly products: string;
  readonly open: string;
  readonly back: string;
  readonly name: string;
  readonly nameHint: string;
  readonly picture: string;
  readonly pictureHint: string;
  readonly hide: string;
  readonly show: string;
  readonly save: string;
  readonly saved: string;
  readonly undo: string;
  readonly rename: string;
  readonly more: string;
}

export const OFFER_WORDS: Readonly<Record<Lang, OfferWords>> = {
  id: {
    title: 'Etalase',
    hint: 'Sembunyikan yang tidak kamu jual, beri nama yang dikenal pembelimu, dan pasang gambar.',
    search: 'Cari kategori',
    none: 'Tidak ada kategori yang cocok.',
    hidden: 'disembunyikan',
    down: 'sedang gangguan',
    products: '{0} produk',
    open: 'Atur',
    back: 'Semua kategori',
    name: 'Nama di toko',
    nameHint: 'Kosongkan untuk memakai nama dari ZulTopup.',
    picture: 'Alamat gambar (https)',
    pictureHint: 'Kosongkan untuk gambar bawaan.',
    hide: 'Sembunyikan',
    show: 'Tampilkan',
    save: 'Simpan',
    saved: 'Tersimpan. Toko sudah berubah.',
    undo: 'Urungkan',
    rename: 'Ubah nama',
    more: 'Tampilkan lagi',
  },
  en: {
    title: 'Storefront',
    hint: 'Hide what you do not sell, use names your buyers know, and add pictures.',
    search: 'Find a category',
    none: 'No category fits.',
    hidden: 'hidden',
    down: 'not available',
    products: '{0} products',
    open: 'Arrange',
    back: 'All categories',
    name: 'Name in the shop',
    nameHint: 'Leave it empty for ZulTopup’s name.',
    picture: 'Address of a picture (https)',
    pictureHint: 'Leave it empty for the drawn one.',
    hide: 'Hide',
    show: 'Show',
    save: 'Save',
    saved: 'Saved. The shop has changed.',
    undo: 'Undo',
    rename: 'Rename',
    more: 'Show more',
  },
};
