import type { OrderStatus } from '../../proxy/contract/order.ts';

/** Everything the console says, in one language. */
export interface ConsoleWords {
  readonly name: string;
  readonly other: string;
  readonly loading: string;
  readonly password: string;
  readonly show: string;
  readonly hide: string;
  readonly signIn: string;
  readonly signInHint: string;
  readonly wrong: string;
  readonly choose: string;
  readonly chooseHint: string;
  readonly chooseButton: string;
  readonly short: string;
  readonly linkVoid: string;
  readonly wait: string;
  readonly noAnswer: string;
  readonly again: string;
  readonly balance: string;
  readonly balanceUnknown: string;
  readonly trouble: Readonly<Record<'no_key' | 'key_refused' | 'provider_away', string>>;
  readonly orders: string;
  readonly noOrders: string;
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly times: string;
  readonly alert: Readonly<Record<string, string>>;
  readonly devices: string;
  readonly thisDevice: string;
  readonly unknownDevice: string;
  readonly lastSeen: string;
  readonly signOut: string;
  readonly signOutAll: string;
}

export const CONSOLE_WORDS: Readonly<Record<'id' | 'en', ConsoleWords>> = {
  id: {
    name: 'Konsol',
    other: 'English',
    loading: 'Memuat…',
    password: 'Kata sandi',
    show: 'Lihat',
    hide: 'Tutup',
    signIn: 'Masuk',
    signInHint:
      'Lupa kata sandi, atau belum memilihnya? Jalankan npm run console:reset di server, lalu buka tautannya.',
    wrong: 'Kata sandi ini tidak cocok. Periksa lagi, lalu coba sekali lagi.',
    choose: 'Pilih kata sandi',
    chooseHint: 'Dipakai untuk masuk ke konsol ini dari HP atau komputer mana pun. Minimal 10 karakter.',
    chooseButton: 'Simpan dan masuk',
    short: 'Minimal 10 karakter.',
    linkVoid:
      'Tautan ini sudah dipakai atau sudah lama. Jalankan npm run console:reset di server untuk tautan baru.',
    wait: 'Terlalu banyak percobaan. Tunggu seperempat jam, lalu coba lagi.',
    noAnswer: 'Belum ada jawaban dari toko. Periksa koneksi internet, lalu coba lagi.',
    again: 'Coba lagi',
    balance: 'Saldo',
    balanceUnknown: 'Saldo tidak disebutkan',
    trouble: {
      no_key: 'API key belum dipasang. Isi ZULTOPUP_API_KEY, lalu jalankan ulang toko.',
      key_refused: 'API key ditolak ZulTopup. Salin lagi dari dasbor ZulTopup, lalu jalankan ulang toko.',
      provider_away: 'ZulTopup sedang tidak bisa dihubungi. Saldo tampil lagi begitu ada jawaban.',
    },
    orders: 'Pesanan',
    noOrders: 'Belum ada pesanan. Bagikan tautan tokomu untuk mulai berjualan.',
    status: {
      placing: 'Sedang dibuat',
      awaiting_payment: 'Menunggu pembayaran',
      processing: 'Sedang dikirim',
      succeeded: 'Berhasil',
      failed: 'Gagal setelah dibayar',
      expired: 'Tidak dibayar',
      rejected: 'Ditolak',
      unconfirmed: 'Belum pasti',
    },
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
    devices: 'Perangkat yang masuk',
    thisDevice: 'perangkat ini',
    unknownDevice: 'Perangkat tidak dikenal',
    lastSeen: 'Terakhir {0}',
    signOut: 'Keluar',
    signOutAll: 'Keluar dari semua perangkat',
  },
  en: {
    name: 'Console',
    other: 'Bahasa Indonesia',
    loading: 'Loading…',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    signIn: 'Sign in',
    signInHint:
      'Password lost, or not chosen yet? Run npm run console:reset on the server and open its link.',
    wrong: 'This password does not fit. Check it and try once more.',
    choose: 'Choose a password',
    chooseHint: 'You sign in with it from any phone or computer. 10 characters or more.',
    chooseButton: 'Save and sign in',
    short: '10 characters or more.',
    linkVoid: 'This link has been used or is too old. Run npm run console:reset on the server for a new one.',
    wait: 'Too many tries. Wait a quarter of an hour, then try again.',
    noAnswer: 'The shop has not answered. Check your connection, then try again.',
    again: 'Try again',
    balance: 'Balance',
    balanceUnknown: 'The balance was not told',
    trouble: {
      no_key: 'There is no API key yet. Set ZULTOPUP_API_KEY, then restart the shop.',
      key_refused:
        'ZulTopup refuses the API key. Copy it again from the ZulTopup dashboard, then restart the shop.',
      provider_away: 'ZulTopup cannot be reached. The balance is back as soon as it answers.',
    },
    orders: 'Orders',
    noOrders: 'No orders yet. Share the link to your shop to begin selling.',
    status: {
      placing: 'Being created',
      awaiting_payment: 'Waiting for payment',
      processing: 'Being delivered',
      succeeded: 'Succeeded',
      failed: 'Failed after payment',
      expired: 'Not paid',
      rejected: 'Refused',
      unconfirmed: 'Not certain',
    },
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
    devices: 'Signed-in devices',
    thisDevice: 'this device',
    unknownDevice: 'Unknown device',
    lastSeen: 'Last seen {0}',
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
  },
};
