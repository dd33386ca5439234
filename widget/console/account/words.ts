import type { Lang } from '../lang.ts';

/** What the page of the account says. */
interface AccountWords {
  readonly title: string;
  readonly connectTitle: string;
  readonly connectHint: string;
  readonly ways: Readonly<Record<'log-in' | 'register' | 'key', string>>;
  readonly userId: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly username: string;
  readonly usernameHint: string;
  readonly fullName: string;
  readonly email: string;
  readonly newPassword: string;
  readonly key: string;
  readonly keyHint: string;
  readonly send: Readonly<Record<'log-in' | 'register' | 'key', string>>;
  readonly connected: string;
  readonly keyEnding: string;
  readonly from: Readonly<Record<'environment' | 'console', string>>;
  readonly refused: string;
  readonly locked: string;
  readonly regenerate: string;
  readonly regenerateHint: string;
  readonly sure: string;
  readonly yes: string;
  readonly no: string;
  readonly outcome: Readonly<Record<'changed' | 'unchanged' | 'lost' | 'unknown', string>>;
  readonly change: string;
  readonly done: string;
}

export const ACCOUNT_WORDS: Readonly<Record<Lang, AccountWords>> = {
  id: {
    title: 'Akun ZulTopup',
    connectTitle: 'Hubungkan akun ZulTopup',
    connectHint: 'Toko ini menjual lewat akun reseller-mu di ZulTopup. Pilih salah satu cara.',
    ways: { 'log-in': 'Masuk', register: 'Daftar baru', key: 'Tempel API key' },
    userId: 'User ID ZulTopup',
    password: 'Kata sandi ZulTopup',
    passwordHint: 'Dipakai sekali untuk mengambil API key, lalu dibuang. Tidak pernah disimpan.',
    username: 'Username',
    usernameHint: 'Huruf, angka dan garis bawah. Ini menjadi user ID-mu.',
    fullName: 'Nama toko atau namamu',
    email: 'Email',
    newPassword: 'Kata sandi baru untuk ZulTopup',
    key: 'API key',
    keyHint: 'Salin dari Dashboard ZulTopup.',
    send: { 'log-in': 'Masuk dan hubungkan', register: 'Daftar dan hubungkan', key: 'Hubungkan' },
    connected: 'Terhubung',
    keyEnding: 'API key berakhiran',
    from: { environment: 'dari ZULTOPUP_API_KEY di server', console: 'disimpan terkunci di server ini' },
    refused:
      'ZulTopup menolak API key ini. Selama begitu, toko tidak bisa berjualan. Masuk lagi di bawah untuk mengambil key yang berlaku.',
    locked:
      'API key yang tersimpan tidak bisa dibuka karena SECRET_KEY berubah. Kembalikan SECRET_KEY yang lama, atau hubungkan lagi di bawah.',
    regenerate: 'Buat API key baru',
    regenerateHint:
      'Bila key lama bocor. Toko langsung memakai yang baru; program lain yang memakai key lama berhenti bekerja.',
    sure: 'Key lama langsung tidak berlaku. Lanjutkan?',
    yes: 'Ya, buat key baru',
    no: 'Batal',
    outcome: {
      changed: 'Key baru sudah dipakai. Pesanan yang berjalan tidak terganggu.',
      unchanged: 'ZulTopup tidak menjawab, dan key lama masih berlaku. Coba lagi nanti.',
      unknown:
        'ZulTopup tidak menjawab, jadi key lama mungkin sudah tidak berlaku. Jangan buat lagi: tunggu sebentar, dan bila toko ditolak, masuk lagi di bawah.',
      lost: 'Jawaban ZulTopup hilang di jalan dan key lama sudah tidak berlaku. Masuk lagi di bawah untuk mengambil key baru.',
    },
    change: 'Ganti akun atau key',
    done: 'Akun terhubung. Produk sedang diambil.',
  },
  en: {
    title: 'ZulTopup account',
    connectTitle: 'Connect your ZulTopup account',
    connectHint: 'This shop sells by your reseller account at ZulTopup. Choose one way.',
    ways: { 'log-in': 'Sign in', register: 'Register', key: 'Paste an API key' },
    userId: 'ZulTopup user ID',
    password: 'ZulTopup password',
    passwordHint: 'Used once to fetch the API key, then thrown away. It is never kept.',
    username: 'Username',
    usernameHint: 'Letters, digits and underscores. It becomes your user ID.',
    fullName: 'Your name or your shop’s',
    email: 'Email',
    newPassword: 'A new password for ZulTopup',
    key: 'API key',
    keyHint: 'Copy it from the ZulTopup dashboard.',
    send: { 'log-in': 'Sign in and connect', register: 'Register and connect', key: 'Connect' },
    connected: 'Connected',
    keyEnding: 'API key ending in',
    from: { environment: 'from ZULTOPUP_API_KEY on the server', console: 'kept locked on this server' },
    refused:
      'ZulTopup refuses this API key. While it does, the shop cannot sell. Sign in again below to fetch the valid key.',
    locked:
      'The kept API key cannot be opened because SECRET_KEY has changed. Put the old SECRET_KEY back, or connect again below.',
    regenerate: 'Make a new API key',
    regenerateHint:
      'If the old one has leaked. The shop takes the new one at once; other programs with the old key stop working.',
    sure: 'The old key is void at once. Go on?',
    yes: 'Yes, make a new key',
    no: 'Cancel',
    outcome: {
      changed: 'The new key is in use. Running orders were not disturbed.',
      unchanged: 'ZulTopup did not answer, and the old key is still valid. Try again later.',
      unknown:
        'ZulTopup does not answer, so the old key may be void. Do not make another: wait a moment, and if the shop is refused, sign in again below.',
      lost: 'The answer of ZulTopup was lost and the old key is void. Sign in again below to fetch the new one.',
    },
    change: 'Change the account or the key',
    done: 'The account is connected. Products are being fetched.',
  },
};
