import { MINE, TOKEN } from './order.ts';
import { CATEGORIES, catalog } from './shop.ts';
import { type GalleryState, ok, problem, type Step } from './state.ts';

const open = (name: string): Step => ({ press: name });

/** From the first look at the shop to a filled form. */
export const BROWSING_STATES: readonly GalleryState[] = [
  {
    name: 'catalog-loading',
    title: 'Catalog, loading',
    shows: 'Memuat produk…',
    silent: ['GET /api/catalog'],
  },
  { name: 'catalog', title: 'Catalog', shows: 'Mobile Legends' },
  {
    name: 'catalog-type',
    title: 'Catalog, one type chosen',
    shows: 'Indosat Ooredoo',
    steps: [{ press: 'Pulsa' }],
  },
  {
    name: 'catalog-found',
    title: 'Catalog, search with a result',
    shows: 'Free Fire',
    steps: [{ type: ['Cari game atau produk', 'ff'] }, { see: 'Free Fire' }],
  },
  {
    name: 'catalog-nothing-found',
    title: 'Catalog, nothing found',
    shows: 'Tidak ada yang cocok dengan “candy crush”',
    steps: [{ type: ['Cari game atau produk', 'candy crush'] }],
  },
  {
    name: 'catalog-empty',
    title: 'Catalog, nothing for sale',
    shows: 'Belum ada produk di sini',
    answers: { catalog: ({ at }) => ok(catalog(at, { categories: [] })) },
  },
  {
    name: 'catalog-stale',
    title: 'Catalog, last known prices',
    shows: 'Harga terakhir yang kami tahu',
    answers: { catalog: ({ at }) => ok(catalog(at, { stale: true })) },
  },
  {
    name: 'catalog-failed',
    title: 'Catalog, provider away (503)',
    shows: 'Belum bisa dimuat',
    answers: { catalog: () => problem(503, 'provider_unavailable', { retryAfter: 30 }) },
  },
  {
    name: 'origin-not-allowed',
    title: 'Site not on the list',
    shows: 'ALLOWED_ORIGINS',
    answers: { catalog: () => problem(403, 'origin_not_allowed') },
  },
  {
    name: 'category-loading',
    title: 'Category, loading',
    shows: 'Memuat nominal…',
    silent: ['GET /api/catalog/*'],
    steps: [open('Free Fire')],
  },
  {
    name: 'category-failed',
    title: 'Category, provider away (503)',
    shows: 'Belum bisa dimuat',
    answers: { category: () => problem(503, 'provider_unavailable', { retryAfter: 30 }) },
    steps: [open('Free Fire')],
  },
  {
    name: 'category',
    title: 'Category, game with two fields',
    shows: 'Zone ID',
    steps: [open('Mobile Legends')],
  },
  {
    name: 'category-pinned',
    title: 'Category, the only one of the element',
    shows: 'Pilih nominal',
    attributes: { category: 'free-fire' },
  },
  {
    name: 'category-phone',
    title: 'Category, phone number',
    shows: 'Nomor HP',
    steps: [open('Telkomsel')],
  },
  {
    name: 'category-pln',
    title: 'Category, electricity meter',
    shows: 'Nomor meter / ID pelanggan',
    steps: [open('Token Listrik PLN')],
  },
  {
    name: 'category-server',
    title: 'Category, server told by the id',
    shows: 'UID',
    steps: [open('Genshin Impact'), { pick: '60 Genesis' }, { type: ['UID', '812345678'] }],
  },
  {
    name: 'category-filled',
    title: 'Category, filled in',
    shows: '355 Diamond',
    steps: [
      open('Mobile Legends'),
      { pick: '355 Diamond' },
      { type: ['User ID', '1114917746'] },
      { type: ['Zone ID', '13486'] },
      { type: ['Nama', 'Budi Santoso'] },
      { type: ['Nomor WhatsApp', '081234567890'] },
    ],
  },
  {
    name: 'category-odd',
    title: 'Category, an id that looks odd',
    shows: 'Sepertinya tidak biasa',
    steps: [open('Mobile Legends'), { type: ['User ID', '123'] }, { leave: 'User ID' }],
  },
  {
    name: 'category-errors',
    title: 'Category, fields missing or wrong',
    shows: 'Pilih salah satu nominal dulu.',
    steps: [
      open('Mobile Legends'),
      { type: ['User ID', 'budi123'] },
      { type: ['Nomor WhatsApp', '0217654321'] },
      { press: 'Lanjut' },
    ],
  },
  {
    name: 'category-operator',
    title: 'Category, a number of another operator',
    shows: 'Ini nomor XL, sedangkan produk ini untuk Telkomsel',
    steps: [open('Telkomsel'), { type: ['Nomor HP', '081712345678'] }, { leave: 'Nomor HP' }],
  },
  {
    name: 'category-kept',
    title: 'Category, ids kept on this device',
    shows: 'ID tersimpan',
    remember: () => ({
      saved: {
        'mobile-legends': [
          { userId: '1114917746', zoneId: '13486' },
          { userId: '87654321', zoneId: '2077' },
        ],
      },
    }),
    steps: [open('Mobile Legends')],
  },
  {
    name: 'category-unavailable',
    title: 'Category, all nominals out of order',
    shows: 'Sedang tidak tersedia',
    steps: [open('Honor of Kings')],
  },
  {
    name: 'category-empty',
    title: 'Category, nothing for sale, the only one of the element',
    shows: 'Sedang tidak tersedia',
    attributes: { category: 'free-fire' },
    answers: { category: () => ok({ ...CATEGORIES['free-fire'], services: [] }) },
  },
  {
    name: 'dialog-shut',
    title: 'Dialog, shut while an order is under way',
    shows: 'Lanjutkan pesanan',
    attributes: { layout: 'button' },
    remember: () => ({ order: TOKEN, mine: MINE }),
  },
  {
    name: 'dialog-open',
    title: 'Dialog, open',
    shows: 'Mobile Legends',
    attributes: { layout: 'button' },
    steps: [open('Isi ulang')],
  },
];
