import type { Lang } from '../lang.ts';

/** What the page of the buyers' data says. */
interface PrivacyWords {
  readonly title: string;
  readonly hint: string;
  readonly days: string;
  readonly save: string;
  readonly saved: string;
  readonly wrongDays: string;
  readonly person: string;
  readonly personHint: string;
  readonly phone: string;
  readonly find: string;
  readonly none: string;
  readonly found: string;
  readonly export: string;
  readonly forget: string;
  readonly sure: string;
  readonly yes: string;
  readonly no: string;
  readonly forgotten: string;
  readonly underWay: string;
}

export const PRIVACY_WORDS: Readonly<Record<Lang, PrivacyWords>> = {
  id: {
    title: 'Data pembeli',
    hint: 'Nama, nomor HP, tujuan, nomor seri dan catatan dihapus sekian hari setelah pesanan selesai. Jumlah penjualan dan untung tetap ada.',
    days: 'Disimpan berapa hari',
    save: 'Simpan',
    saved: 'Tersimpan. Yang sudah lewat waktunya langsung dihapus.',
    wrongDays: 'Tulis angka dari 7 sampai 3650.',
    person: 'Data satu pembeli',
    personHint: 'Bila pembeli bertanya apa yang disimpan tentangnya, atau minta dihapus.',
    phone: 'Nomor HP pembeli',
    find: 'Cari',
    none: 'Tidak ada yang disimpan tentang nomor ini.',
    found: '{0} pesanan disimpan untuk {1}',
    export: 'Unduh datanya',
    forget: 'Hapus datanya',
    sure: 'Data {0} akan dihapus dan tidak bisa dikembalikan. Lanjutkan?',
    yes: 'Ya, hapus',
    no: 'Batal',
    forgotten: 'Data dari {0} pesanan sudah dihapus.',
    underWay: '{0} pesanan masih berjalan dan belum dihapus. Hapus lagi setelah selesai.',
  },
  en: {
    title: 'Buyers’ data',
    hint: 'Names, phone numbers, targets, serial numbers and notes are removed so many days after the end of an order. Sums of sales and profit stay.',
    days: 'Kept for how many days',
    save: 'Save',
    saved: 'Saved. What is due by now is removed at once.',
    wrongDays: 'Write a number from 7 to 3650.',
    person: 'One buyer’s data',
    personHint: 'When a buyer asks what you keep of him, or wants it removed.',
    phone: 'The buyer’s phone number',
    find: 'Find',
    none: 'Nothing is kept of this number.',
    found: '{0} orders are kept of {1}',
    export: 'Download the data',
    forget: 'Remove the data',
    sure: 'The data of {0} will be removed and cannot be brought back. Go on?',
    yes: 'Yes, remove it',
    no: 'Cancel',
    forgotten: 'The data of {0} orders has been removed.',
    underWay: '{0} orders are under way and were not removed. Remove them once they are done.',
  },
};
