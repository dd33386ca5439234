import type { Lang } from '../lang.ts';

/** Where a sale stands, as far as the reseller can do anything about it. */
export type SaleState = 'processing' | 'succeeded' | 'failed' | 'rejected' | 'unconfirmed';

/** What the page of selling from the balance says. */
interface SellWords {
  readonly title: string;
  readonly hint: string;
  readonly search: string;
  readonly none: string;
  readonly cost: string;
  readonly down: string;
  readonly back: string;
  readonly price: string;
  readonly priceHint: string;
  readonly name: string;
  readonly next: string;
  readonly wrongPrice: string;
  readonly pick: string;
  readonly choose: string;
  readonly check: string;
  readonly checkHint: string;
  readonly product: string;
  readonly target: string;
  readonly fromBalance: string;
  readonly fromCustomer: string;
  readonly profit: string;
  readonly loss: string;
  readonly confirm: string;
  readonly change: string;
  readonly twice: string;
  readonly twiceOrder: string;
  readonly sure: string;
  readonly priceChanged: string;
  readonly lost: string;
  readonly state: Readonly<Record<SaleState, string>>;
  readonly stateHint: Readonly<Record<SaleState, string>>;
  readonly serial: string;
  readonly copy: string;
  readonly copied: string;
  readonly again: string;
  readonly open: string;
}

export const SELL_WORDS: Readonly<Record<Lang, SellWords>> = {
  id: {
    title: 'Jual dari saldo',
    hint: 'Untuk pelanggan yang membayar langsung kepadamu. Modalnya dipotong dari saldo ZulTopup.',
    search: 'Cari produk',
    none: 'Tidak ada produk yang cocok. Coba kata lain.',
    cost: 'modal {0}',
    down: 'sedang gangguan',
    back: 'Pilih produk lain',
    price: 'Dibayar pelanggan (rupiah)',
    priceHint: 'Hanya untuk catatan untungmu.',
    name: 'Nama pelanggan (boleh kosong)',
    next: 'Periksa',
    wrongPrice: 'Tulis angka saja, misalnya 12.500.',
    pick: 'Jual',
    choose: 'Pilih…',
    check: 'Periksa sekali lagi',
    checkHint: 'Tujuan yang salah tidak bisa dikembalikan.',
    product: 'Produk',
    target: 'Tujuan',
    fromBalance: 'Dipotong dari saldo',
    fromCustomer: 'Dibayar pelanggan',
    profit: 'Untung',
    loss: 'Ini rugi: pelanggan membayar kurang dari modal.',
    confirm: 'Jual sekarang',
    change: 'Ubah',
    twice:
      'Penjualan sebelumnya ke tujuan ini belum pasti: saldo mungkin sudah terpotong. Periksa di Dashboard ZulTopup sebelum menjual lagi.',
    twiceOrder: 'Lihat penjualan itu',
    sure: 'Sudah kuperiksa, jual lagi',
    priceChanged: 'Modalnya sekarang {0}. Periksa lagi, lalu jual bila setuju.',
    lost: 'Jawaban toko tidak sampai. Tekan “Jual sekarang” sekali lagi: penjualan yang sama tidak dibuat dua kali.',
    state: {
      processing: 'Sedang dikirim',
      succeeded: 'Berhasil',
      failed: 'Gagal',
      rejected: 'Tidak jadi',
      unconfirmed: 'Belum pasti',
    },
    stateHint: {
      processing: 'Halaman ini berubah sendiri begitu ada kabar.',
      succeeded: 'Sudah terkirim ke tujuan.',
      failed: 'ZulTopup mengembalikan modalnya ke saldo. Kembalikan uang pelangganmu, atau jual lagi.',
      rejected: 'Tidak ada yang terjual, dan saldo tidak dipotong.',
      unconfirmed:
        'Tidak ada jawaban pasti dari ZulTopup. Saldo mungkin sudah terpotong: periksa di Dashboard ZulTopup sebelum menjual lagi.',
    },
    serial: 'Nomor seri',
    copy: 'Salin',
    copied: 'Tersalin.',
    again: 'Jual lagi',
    open: 'Buka pesanan',
  },
  en: {
    title: 'Sell from balance',
    hint: 'For customers who pay you by themselves. The cost is taken off your ZulTopup balance.',
    search: 'Find a product',
    none: 'No product fits. Try another word.',
    cost: 'cost {0}',
    down: 'not available',
    back: 'Another product',
    price: 'The customer pays (rupiah)',
    priceHint: 'Only for the record of your profit.',
    name: 'Name of the customer (may stay empty)',
    next: 'Check',
    wrongPrice: 'Write a number only, such as 12500.',
    pick: 'Sell',
    choose: 'Choose…',
    check: 'Check once more',
    checkHint: 'A wrong target cannot be taken back.',
    product: 'Product',
    target: 'Target',
    fromBalance: 'Taken off the balance',
    fromCustomer: 'The customer pays',
    profit: 'Profit',
    loss: 'This is a loss: the customer pays less than the cost.',
    confirm: 'Sell now',
    change: 'Change',
    twice:
      'An earlier sale to this target is uncertain: the balance may have paid already. Look it up in the ZulTopup dashboard before you sell again.',
    twiceOrder: 'See that sale',
    sure: 'I have looked, sell again',
    priceChanged: 'The cost is {0} now. Check it, then sell if you agree.',
    lost: 'The shop’s answer was lost. Press “Sell now” once more: the same sale is not made twice.',
    state: {
      processing: 'Being delivered',
      succeeded: 'Succeeded',
      failed: 'Failed',
      rejected: 'Not sold',
      unconfirmed: 'Not certain',
    },
    stateHint: {
      processing: 'This page changes by itself once there is news.',
      succeeded: 'It has reached its target.',
      failed:
        'ZulTopup gives the cost back to the balance. Give your customer his money back, or sell again.',
      rejected: 'Nothing was sold, and nothing was taken off the balance.',
      unconfirmed:
        'No certain answer from ZulTopup. The balance may have paid: look in the ZulTopup dashboard before you sell again.',
    },
    serial: 'Serial number',
    copy: 'Copy',
    copied: 'Copied.',
    again: 'Sell again',
    open: 'Open the order',
  },
};
