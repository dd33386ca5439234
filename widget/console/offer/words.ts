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
  readonly target: string;
  readonly usual: string;
  readonly like: string;
  readonly join: string;
  readonly joinHint: string;
  readonly joinWrong: string;
  readonly joined: string;
  readonly fetch: string;
  readonly fetched: string;
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
    target: 'Yang diisi pembeli',
    usual: 'Otomatis',
    like: 'seperti {0}',
    join: 'Cara menggabungkannya untuk ZulTopup',
    joinHint: 'Pakai semua ini, masing-masing sekali: {0}. Tanda di antaranya bebas.',
    joinWrong: 'Setiap isian harus ada tepat sekali, ditulis dengan kurung kurawal.',
    joined: 'Yang terkirim, misalnya:',
    fetch: 'Ambil daftar {0} terbaru',
    fetched: 'Daftar dan harga sudah yang terbaru dari ZulTopup.',
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
    target: 'What buyers fill in',
    usual: 'Automatic',
    like: 'like {0}',
    join: 'How it is joined for ZulTopup',
    joinHint: 'Use all of these, each once: {0}. What stands between them is up to you.',
    joinWrong: 'Every field must be there exactly once, in curly brackets.',
    joined: 'What is sent, for example:',
    fetch: 'Fetch the newest list of {0}',
    fetched: 'List and prices are now the newest of ZulTopup.',
    hide: 'Hide',
    show: 'Show',
    save: 'Save',
    saved: 'Saved. The shop has changed.',
    undo: 'Undo',
    rename: 'Rename',
    more: 'Show more',
  },
};
