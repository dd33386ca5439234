import type { ConsoleNotice } from '../../../proxy/contract/console-notices.ts';
import type { Lang } from '../lang.ts';
import type { BrowserNoticesState } from './browser-notices.ts';

/** What the page of the notices says. */
interface NoticesWords {
  readonly title: string;
  readonly browser: string;
  readonly browserState: Readonly<Record<BrowserNoticesState, string>>;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly balance: string;
  readonly lowBalance: string;
  readonly lowBalanceHint: string;
  readonly saveBalance: string;
  readonly webhook: string;
  readonly hint: string;
  readonly url: string;
  readonly urlHint: string;
  readonly save: string;
  readonly saved: string;
  readonly secret: string;
  readonly secretHint: string;
  readonly noSecret: string;
  readonly makeSecret: string;
  readonly renewSecret: string;
  readonly once: string;
  readonly copy: string;
  readonly copied: string;
  readonly test: string;
  readonly testSent: string;
  readonly latest: string;
  readonly none: string;
  readonly state: Readonly<Record<ConsoleNotice['state'], string>>;
  readonly type: Readonly<Record<string, string>>;
  readonly tries: string;
  readonly again: string;
}

export const NOTICES_WORDS: Readonly<Record<Lang, NoticesWords>> = {
  id: {
    title: 'Pemberitahuan',
    browser: 'Di perangkat ini',
    browserState: {
      on: 'Menyala: pesanan dan peringatan muncul sebagai notifikasi selama konsol terbuka di peramban ini.',
      off: 'Pesanan dan peringatan bisa muncul sebagai notifikasi selama konsol terbuka di peramban ini.',
      blocked:
        'Diblokir peramban. Izinkan notifikasi untuk situs ini di pengaturan peramban, lalu muat ulang.',
      unsupported:
        'Peramban ini tidak bisa menampilkannya. Buka konsol lewat https di Chrome, Edge, Firefox atau Safari.',
    },
    turnOn: 'Nyalakan notifikasi',
    turnOff: 'Matikan notifikasi',
    balance: 'Saldo menipis',
    lowBalance: 'Ingatkan bila saldo di bawah (Rp)',
    lowBalanceHint: 'Kosongkan bila tidak perlu. Saldo dilihat tiap sepuluh menit.',
    saveBalance: 'Simpan batas',
    webhook: 'Ke server sendiri',
    hint: 'Untuk yang punya server sendiri: toko mengirim kabar pesanan dan peringatan ke sana (Standard Webhooks). Bila kamu tidak memakainya, biarkan kosong.',
    url: 'Alamat tujuan (https)',
    urlHint: 'Kosongkan untuk berhenti mengirim.',
    save: 'Simpan',
    saved: 'Tersimpan.',
    secret: 'Kunci tanda tangan',
    secretHint: 'Servermu memeriksa tanda tangan setiap kabar dengan kunci ini.',
    noSecret: 'Belum ada kunci, jadi belum ada yang dikirim.',
    makeSecret: 'Buat kunci',
    renewSecret: 'Buat kunci baru',
    once: 'Hanya ditampilkan sekali ini. Kunci lama masih ikut menandatangani selama 24 jam.',
    copy: 'Salin kunci',
    copied: 'Tersalin.',
    test: 'Kirim percobaan',
    testSent: 'Percobaan dikirim. Lihat hasilnya di bawah.',
    latest: 'Kiriman terakhir',
    none: 'Belum ada yang dikirim.',
    state: { waiting: 'menunggu', delivered: 'terkirim', given_up: 'menyerah' },
    type: {
      'order.paid': 'Pesanan dibayar',
      'order.succeeded': 'Pesanan berhasil',
      'order.failed': 'Pesanan gagal',
      'order.unconfirmed': 'Pesanan belum pasti',
      'alert.raised': 'Peringatan',
      test: 'Percobaan',
    },
    tries: '{0} percobaan',
    again: 'Kirim lagi',
  },
  en: {
    title: 'Notices',
    browser: 'On this device',
    browserState: {
      on: 'On: orders and alerts come as notifications while the console is open in this browser.',
      off: 'Orders and alerts can come as notifications while the console is open in this browser.',
      blocked: 'Blocked by the browser. Allow notifications for this site in its settings, then reload.',
      unsupported:
        'This browser cannot show them. Open the console by https in Chrome, Edge, Firefox or Safari.',
    },
    turnOn: 'Turn notifications on',
    turnOff: 'Turn notifications off',
    balance: 'Balance running low',
    lowBalance: 'Tell me when the balance is below (Rp)',
    lowBalanceHint: 'Leave it empty if you need it not. The balance is looked at every ten minutes.',
    saveBalance: 'Save the limit',
    webhook: 'To a server of your own',
    hint: 'For who has a server of his own: the shop sends news of orders and alerts there (Standard Webhooks). Leave it empty if you do not use it.',
    url: 'Address to send to (https)',
    urlHint: 'Empty it to stop sending.',
    save: 'Save',
    saved: 'Saved.',
    secret: 'Signing secret',
    secretHint: 'Your server checks the signature of each notice with it.',
    noSecret: 'There is no secret yet, so nothing is sent.',
    makeSecret: 'Make a secret',
    renewSecret: 'Make a new secret',
    once: 'Shown this once. The old one signs along for 24 hours.',
    copy: 'Copy the secret',
    copied: 'Copied.',
    test: 'Send a test',
    testSent: 'A test is on its way. See below what came of it.',
    latest: 'Sent last',
    none: 'Nothing has been sent yet.',
    state: { waiting: 'waiting', delivered: 'delivered', given_up: 'given up' },
    type: {
      'order.paid': 'Order paid',
      'order.succeeded': 'Order succeeded',
      'order.failed': 'Order failed',
      'order.unconfirmed': 'Order not certain',
      'alert.raised': 'Alert',
      test: 'Test',
    },
    tries: '{0} tries',
    again: 'Send again',
  },
};
