import type { Lang } from '../lang.ts';

/** What the home page says. */
export interface HomeWords {
  readonly balance: string;
  readonly balanceUnknown: string;
  readonly trouble: Readonly<Record<'no_key' | 'key_refused' | 'provider_away', string>>;
  readonly connect: string;
  readonly orders: string;
  readonly noOrders: string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly times: string;
  readonly alert: Readonly<Record<string, string>>;
}

export const HOME_WORDS: Readonly<Record<Lang, HomeWords>> = {
  id: {
    balance: 'Saldo',
    balanceUnknown: 'Saldo tidak disebutkan',
    trouble: {
      no_key: 'Akun ZulTopup belum terhubung, jadi toko belum bisa berjualan.',
      key_refused: 'ZulTopup menolak API key toko ini. Masuk lagi untuk mengambil key yang berlaku.',
      provider_away: 'ZulTopup sedang tidak bisa dihubungi. Saldo tampil lagi begitu ada jawaban.',
    },
    connect: 'Hubungkan akun',
    orders: 'Pesanan',
    noOrders: 'Belum ada pesanan. Bagikan tautan tokomu untuk mulai berjualan.',
    alerts: 'Perlu dilihat',
    noAlerts: 'Tidak ada yang perlu dilihat.',
    times: '{0} kali',
    alert: {
      unknown_status: 'Status tidak dikenal dari ZulTopup',
      status_flip: 'Status berubah setelah selesai',
      partial_delivery: 'Terkirim sebagian',
      below_floor: 'Untung di bawah batas, pesanan dibatalkan',
      qr_unusable: 'QR dari ZulTopup tidak bisa dipakai',
      order_missing: 'Pesanan tidak ditemukan di ZulTopup',
      key_refused: 'API key ditolak ZulTopup',
    },
  },
  en: {
    balance: 'Balance',
    balanceUnknown: 'The balance was not told',
    trouble: {
      no_key: 'No ZulTopup account is connected yet, so the shop cannot sell.',
      key_refused: "ZulTopup refuses this shop's API key. Sign in again to fetch the valid one.",
      provider_away: 'ZulTopup cannot be reached. The balance is back as soon as it answers.',
    },
    connect: 'Connect the account',
    orders: 'Orders',
    noOrders: 'No orders yet. Share the link to your shop to begin selling.',
    alerts: 'To be looked at',
    noAlerts: 'Nothing needs your attention.',
    times: '{0} times',
    alert: {
      unknown_status: 'A status from ZulTopup that is not known',
      status_flip: 'A status changed after the end',
      partial_delivery: 'Delivered in part',
      below_floor: 'Profit below the floor, order cancelled',
      qr_unusable: 'A QR from ZulTopup cannot be used',
      order_missing: 'ZulTopup does not find the order',
      key_refused: 'ZulTopup refuses the API key',
    },
  },
};
