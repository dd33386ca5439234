import { MINE, orderIn, TOKEN, type Unlike } from './order.ts';
import { type GalleryState, type Json, problem } from './state.ts';

const REMEMBERED: Pick<GalleryState, 'remember'> = {
  remember: () => ({ order: TOKEN, mine: MINE }),
};

const state = (
  name: string,
  title: string,
  shows: string,
  status: string,
  unlike: Unlike = {},
  more: Pick<GalleryState, 'steps' | 'silent'> = {},
): GalleryState => ({
  name: `order-${name}`,
  title: `Order, ${title}`,
  shows,
  ...REMEMBERED,
  answers: { order: orderIn(status, unlike) },
  ...more,
});

const TOKEN_50K: Json = {
  sid: '450',
  name: 'Token PLN 50.000',
  category: 'Token Listrik PLN',
  categoryId: 'pln',
};
const METER: Unlike = { service: TOKEN_50K, target: { meterNumber: '14234567890' }, price: 51_500 };
const SERIAL = 'SN: FF-20261123-8842019937';

/** Each reason a refused order may have, with what the buyer reads. */
const REJECTIONS: readonly [reason: string, shows: string][] = [
  ['refused', 'Pesanan ditolak oleh penyedia'],
  ['bad_target', 'Tujuan tidak dikenali'],
  ['service_unavailable', 'Produk ini sedang gangguan'],
  ['duplicate_order', 'Masih ada pesanan yang sama'],
  ['price_changed', 'Harga baru saja berubah'],
  ['not_sent', 'pesanan belum dikirim'],
  ['qr_unusable', 'QR dari penyedia tidak bisa dipakai'],
];

/** An order from its first second to its end. */
export const ORDER_STATES: readonly GalleryState[] = [
  state('loading', 'loading', 'Membuka pesanan…', 'placing', {}, { silent: ['GET /api/orders/*'] }),
  state('placing', 'being made', 'QR pembayaran sedang disiapkan', 'placing', { age: 0.05 }),
  state('awaiting', 'to be paid', 'Simpan QR', 'awaiting_payment'),
  state('awaiting-code', 'to be paid with a unique code', 'Bayar persis', 'awaiting_payment', {
    amount: 11_137,
  }),
  state('awaiting-long', 'to be paid, large sum', 'Rp1.089.000', 'awaiting_payment', {
    service: { sid: '8', name: '7290 Diamond', category: 'Mobile Legends', categoryId: 'mobile-legends' },
    target: { userId: '1114917746', zoneId: '13486' },
    price: 1_089_000,
  }),
  state('awaiting-soon', 'to be paid, a minute left', 'sisa 00:', 'awaiting_payment', { left: 58 }),
  state('awaiting-over', 'to be paid, time is over', 'Jangan bayar dulu', 'awaiting_payment', {
    age: 16,
    left: -20,
  }),
  state('awaiting-open', 'to be paid, no time limit', 'Saya sudah bayar', 'awaiting_payment', { left: null }),
  state('awaiting-no-qr', 'to be paid, QR missing', 'Gambar QR belum bisa ditampilkan', 'awaiting_payment', {
    hasQr: false,
    invoiceUrl: 'https://pay.example.com/invoice/gallery',
  }),
  state(
    'copied',
    'the sum was copied',
    'Tersalin',
    'awaiting_payment',
    {},
    {
      steps: [{ press: 'Salin Total bayar', every: 1_500 }],
    },
  ),
  state(
    'asking',
    'being asked for',
    'Mengecek…',
    'awaiting_payment',
    {},
    {
      silent: ['POST /api/orders/*/check'],
      steps: [{ press: 'Saya sudah bayar' }],
    },
  ),
  state(
    'asked',
    'asked for',
    'Sedang dicek',
    'awaiting_payment',
    {},
    { steps: [{ press: 'Saya sudah bayar' }, { see: 'Sedang dicek' }] },
  ),
  {
    ...state('asked-again', 'asked for too often', 'Baru saja dicek', 'awaiting_payment'),
    answers: {
      order: orderIn('awaiting_payment'),
      check: () => problem(429, 'rate_limited', { retryAfter: 20 }),
    },
    steps: [{ press: 'Saya sudah bayar' }, { see: 'Baru saja dicek' }],
  },
  state(
    'leaving',
    'left before its end?',
    'Tinggalkan pesanan ini?',
    'awaiting_payment',
    {},
    {
      steps: [{ press: 'Ganti pesanan' }],
    },
  ),
  state(
    'offline',
    'network lost',
    'Koneksi terputus',
    'awaiting_payment',
    {},
    { steps: [{ see: 'Simpan QR' }, { unplug: true }] },
  ),
  state('processing', 'paid, under way', 'Pesanan sedang dikirim', 'processing'),
  state('processing-slow', 'paid, slower than usual', 'Lebih lama dari biasanya', 'processing', {
    age: 45,
    usual: 240,
  }),
  state('processing-stuck', 'paid, much slower than usual', 'Jangan bayar lagi', 'processing', {
    age: 180,
    usual: 240,
  }),
  state('paid-late', 'paid late', 'masuk setelah batas waktu', 'processing', {
    age: 25,
    reason: 'paid_late',
    way: ['placing', 'awaiting_payment', 'expired', 'processing'],
  }),
  state('succeeded', 'delivered', 'FF-20261123-8842019937', 'succeeded', { note: SERIAL }),
  state('succeeded-pln', 'delivered, electricity token', '1234 5678 9012 3456 7890', 'succeeded', {
    ...METER,
    note: '12345678901234567890/BUDI SANTOSO/R1M/900VA',
  }),
  state('succeeded-no-serial', 'delivered, serial number to come', 'Pesananmu selesai', 'succeeded'),
  state('failed', 'not delivered', 'Pengiriman gagal', 'failed'),
  state('failed-unclear', 'payment not clear', 'Pembayaran belum bisa dipastikan', 'failed', {
    reason: 'payment_unclear',
  }),
  state('expired', 'not paid in time', 'Waktu bayar habis', 'expired', { age: 16, left: -60 }),
  ...REJECTIONS.map(([reason, shows]) =>
    state(`rejected-${reason.replace(/_/g, '-')}`, `refused: ${reason}`, shows, 'rejected', { reason }),
  ),
  state('unconfirmed-wait', 'not certain, wait', 'Bisa dicoba lagi setelah', 'unconfirmed', {
    reason: 'no_answer',
    retryIn: 12,
  }),
  state('unconfirmed', 'not certain, try again', 'Belum ada kepastian', 'unconfirmed', {
    age: 20,
    reason: 'no_answer',
    retryIn: -5,
  }),
  {
    name: 'mine',
    title: 'My orders',
    shows: 'Token PLN 50.000',
    remember: () => ({ mine: MINE }),
    answers: { order: orderIn('awaiting_payment') },
    steps: [{ press: 'Pesanan saya' }],
  },
  {
    name: 'mine-empty',
    title: 'My orders, none yet',
    shows: 'Belum ada pesanan di browser ini',
    steps: [{ press: 'Pesanan saya' }],
  },
  {
    ...state('gone', 'not found', 'Pesanan tidak ditemukan', 'placing'),
    answers: { order: () => problem(404, 'not_found') },
  },
];
