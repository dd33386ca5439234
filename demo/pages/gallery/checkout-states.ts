import { CODE, MINE } from './order.ts';
import { type GalleryState, problem, type Step } from './state.ts';

/** A buyer's way to the check screen. */
const FILLED: readonly Step[] = [
  { press: 'Mobile Legends' },
  { pick: '355 Diamond' },
  { type: ['User ID', '1114917746'] },
  { type: ['Zone ID', '13486'] },
  { type: ['Nama', 'Budi Santoso'] },
  { type: ['Nomor WhatsApp', '081234567890'] },
  { press: 'Lanjut' },
];
const SENT: readonly Step[] = [...FILLED, { press: 'Bayar dengan QRIS' }];

/** The last look before an order is made, and everything that can come between. */
export const CHECKOUT_STATES: readonly GalleryState[] = [
  { name: 'check', title: 'Check', shows: 'Cek pesananmu', steps: FILLED },
  {
    name: 'check-server',
    title: 'Check, with a server',
    shows: 'Asia',
    steps: [
      { press: 'Genshin Impact' },
      { pick: 'Blessing' },
      { type: ['UID', '812345678'] },
      { type: ['Nama', 'Budi Santoso'] },
      { type: ['Nomor WhatsApp', '081234567890'] },
      { press: 'Lanjut' },
    ],
  },
  {
    name: 'check-sending',
    title: 'Check, being sent',
    shows: 'Membuat pesanan…',
    silent: ['POST /api/orders'],
    steps: SENT,
  },
  {
    name: 'check-sending-again',
    title: 'Check, an unanswered create found after a killed tab',
    shows: 'Memastikan pesanan…',
    silent: ['POST /api/orders'],
    remember: ({ at }) => ({
      attempt: {
        key: 'gallery-attempt',
        categoryId: 'free-fire',
        at,
        body: {
          sid: '1',
          ref: 'ref-1',
          price: 11_000,
          target: { userId: '1114917746' },
          customer: { name: 'Budi Santoso', phone: '081234567890' },
        },
      },
    }),
  },
  {
    name: 'check-repriced',
    title: 'Check, the price has moved',
    shows: 'Harga baru saja berubah dari Rp54.450 menjadi Rp56.100',
    answers: { create: () => problem(409, 'price_changed', { price: 56_100 }) },
    steps: SENT,
  },
  {
    name: 'check-rate-limited',
    title: 'Check, too many tries',
    shows: 'Terlalu banyak percobaan',
    answers: { create: () => problem(429, 'rate_limited', { retryAfter: 45 }) },
    steps: SENT,
  },
  {
    name: 'check-busy',
    title: 'Check, provider busy',
    shows: 'Sedang ramai sekali',
    answers: { create: () => problem(503, 'provider_busy', { retryAfter: 20 }) },
    steps: SENT,
  },
  {
    name: 'check-provider-away',
    title: 'Check, provider away',
    shows: 'Penyedia sedang tidak bisa dihubungi',
    answers: { create: () => problem(503, 'provider_unavailable') },
    steps: SENT,
  },
  {
    name: 'check-duplicate',
    title: 'Check, the same order is open somewhere else',
    shows: 'Masih ada pesanan yang sama',
    answers: { create: () => problem(409, 'duplicate_order') },
    steps: SENT,
  },
  {
    name: 'check-duplicate-own',
    title: 'Check, the same order is open on this device',
    shows: 'Buka pesanan itu',
    remember: () => ({ mine: MINE }),
    answers: { create: () => problem(409, 'duplicate_order', { orderCode: CODE }) },
    steps: SENT,
  },
  {
    name: 'category-refused',
    title: 'Category, the nominal went out of order',
    shows: 'Produk ini sedang gangguan',
    answers: { create: () => problem(409, 'service_unavailable') },
    steps: SENT,
  },
  {
    name: 'category-said',
    title: 'Category, a field the proxy did not accept',
    shows: 'Isi nomor HP Indonesia, contoh 081234567890.',
    answers: {
      create: () =>
        problem(422, 'invalid_input', {
          fields: { 'customer.phone': 'Isi nomor HP Indonesia, contoh 081234567890.' },
        }),
    },
    steps: SENT,
  },
];
