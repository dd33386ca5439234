import type { ConsoleSetup } from '../../../proxy/contract/console.ts';
import type { Lang } from '../lang.ts';

/** What the home page says. */
export interface HomeWords {
  readonly balance: string;
  readonly balanceUnknown: string;
  readonly topUp: string;
  readonly trouble: Readonly<Record<'no_key' | 'key_locked' | 'key_refused' | 'provider_away', string>>;
  readonly connect: string;
  readonly today: string;
  readonly todayHint: string;
  readonly profit: string;
  readonly sales: string;
  readonly sold: string;
  readonly more: string;
  readonly free: string;
  readonly orders: string;
  readonly noOrders: string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly seen: string;
  readonly times: string;
  readonly alert: Readonly<Record<string, string>>;
  readonly setup: string;
  readonly setupDone: string;
  readonly step: Readonly<Record<keyof ConsoleSetup, string>>;
  readonly stepHint: Readonly<Record<keyof ConsoleSetup, string>>;
  readonly stepDone: string;
  readonly go: string;
  readonly stepOf: string;
  readonly next: string;
  readonly skip: string;
}

export const HOME_WORDS: Readonly<Record<Lang, HomeWords>> = {
  id: {
    balance: 'Saldo',
    balanceUnknown: 'Saldo tidak disebutkan',
    topUp: 'Isi saldo',
    trouble: {
      key_locked:
        'API key yang tersimpan tidak bisa dibuka karena SECRET_KEY berubah, jadi toko belum bisa berjualan. Hubungkan akun lagi.',
      no_key: 'Akun ZulTopup belum terhubung, jadi toko belum bisa berjualan.',
      key_refused: 'ZulTopup menolak API key toko ini. Masuk lagi untuk mengambil key yang berlaku.',
      provider_away: 'ZulTopup sedang tidak bisa dihubungi. Saldo tampil lagi begitu ada jawaban.',
    },
    connect: 'Hubungkan akun',
    today: 'Hari ini',
    todayHint: 'Menurut waktu WIB, seperti di ZulTopup.',
    profit: 'Untung',
    sales: 'Penjualan',
    sold: 'Pesanan berhasil',
    more: 'Lihat untung',
    free: 'Permintaan ke ZulTopup yang masih boleh menit ini',
    orders: 'Pesanan',
    noOrders: 'Belum ada pesanan. Bagikan tautan tokomu untuk mulai berjualan.',
    alerts: 'Perlu dilihat',
    noAlerts: 'Tidak ada yang perlu dilihat.',
    seen: 'Sudah dilihat',
    times: '{0} kali',
    alert: {
      unknown_status: 'Status tidak dikenal dari ZulTopup',
      status_flip: 'Status berubah setelah selesai',
      partial_delivery: 'Terkirim sebagian',
      below_floor: 'Untung di bawah batas, pesanan dibatalkan',
      qr_unusable: 'QR dari ZulTopup tidak bisa dipakai',
      order_missing: 'Pesanan tidak ditemukan di ZulTopup',
      key_refused: 'API key ditolak ZulTopup',
      provider_down: 'ZulTopup tidak menjawab',
      balance_low: 'Saldo menipis',
      price_jump: 'Harga modal melonjak',
    },
    setup: 'Siapkan tokomu',
    setupDone: '{0} dari {1} langkah selesai',
    step: {
      account: 'Hubungkan akun ZulTopup',
      shop: 'Beri nama toko dan nomor bantuan',
      prices: 'Tentukan harga',
      sites: 'Izinkan blog atau situsmu',
      order: 'Coba beli sendiri',
    },
    stepHint: {
      account: 'Masuk, daftar, atau tempel API key.',
      shop: 'Pembeli melihatnya di atas toko.',
      prices: 'Sekarang memakai aturan bawaan. Lihat contohnya dan simpan aturanmu.',
      sites: 'Lalu salin dua baris ke sana. Boleh dilewati bila cukup halaman toko sendiri.',
      order: 'Buka tokomu dan pesan satu produk murah.',
    },
    stepDone: 'Selesai',
    go: 'Mulai',
    stepOf: 'Menyiapkan toko: langkah {0} dari {1}',
    next: 'Lanjut',
    skip: 'Sembunyikan di perangkat ini',
  },
  en: {
    balance: 'Balance',
    balanceUnknown: 'The balance was not told',
    topUp: 'Top up',
    trouble: {
      key_locked:
        'The kept API key cannot be opened because SECRET_KEY has changed, so the shop cannot sell. Connect the account again.',
      no_key: 'No ZulTopup account is connected yet, so the shop cannot sell.',
      key_refused: "ZulTopup refuses this shop's API key. Sign in again to fetch the valid one.",
      provider_away: 'ZulTopup cannot be reached. The balance is back as soon as it answers.',
    },
    connect: 'Connect the account',
    today: 'Today',
    todayHint: 'By WIB, as at ZulTopup.',
    profit: 'Profit',
    sales: 'Sales',
    sold: 'Orders delivered',
    more: 'See the profit',
    free: 'Requests to ZulTopup still free this minute',
    orders: 'Orders',
    noOrders: 'No orders yet. Share the link to your shop to begin selling.',
    alerts: 'To be looked at',
    noAlerts: 'Nothing needs your attention.',
    seen: 'Seen to',
    times: '{0} times',
    alert: {
      unknown_status: 'A status from ZulTopup that is not known',
      status_flip: 'A status changed after the end',
      partial_delivery: 'Delivered in part',
      below_floor: 'Profit below the floor, order cancelled',
      qr_unusable: 'A QR from ZulTopup cannot be used',
      order_missing: 'ZulTopup does not find the order',
      key_refused: 'ZulTopup refuses the API key',
      provider_down: 'ZulTopup does not answer',
      balance_low: 'The balance is running low',
      price_jump: 'A cost has jumped',
    },
    setup: 'Set your shop up',
    setupDone: '{0} of {1} steps done',
    step: {
      account: 'Connect your ZulTopup account',
      shop: 'Name the shop and a number for help',
      prices: 'Decide on prices',
      sites: 'Allow your blog or site',
      order: 'Buy from yourself',
    },
    stepHint: {
      account: 'Sign in, register, or paste an API key.',
      shop: 'Buyers see it above the shop.',
      prices: 'The rule it came with holds now. Look at examples and save your own.',
      sites: 'Then copy two lines there. Skip it if the shop’s own page is enough.',
      order: 'Open your shop and order something cheap.',
    },
    stepDone: 'Done',
    go: 'Begin',
    stepOf: 'Setting up the shop: step {0} of {1}',
    next: 'Go on',
    skip: 'Hide on this device',
  },
};
