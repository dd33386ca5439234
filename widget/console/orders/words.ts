import type { ConsoleOrder } from '../../../proxy/contract/console-orders.ts';
import type { OrderReason } from '../../../proxy/contract/order.ts';
import type { Lang } from '../lang.ts';

type Resolution = NonNullable<ConsoleOrder['resolution']>;

/** What the pages of the orders say. */
interface OrdersWords {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly all: string;
  readonly attention: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly period: string;
  readonly export: string;
  readonly more: string;
  readonly none: string;
  readonly noneYet: string;
  readonly back: string;
  readonly target: string;
  readonly buyer: string;
  readonly price: string;
  readonly amount: string;
  readonly cost: string;
  readonly profit: string;
  readonly unknown: string;
  readonly serial: string;
  readonly reasonLabel: string;
  readonly reason: Readonly<Record<OrderReason, string>>;
  readonly invoice: string;
  readonly providerText: string;
  readonly timeline: string;
  readonly look: string;
  readonly looking: string;
  readonly note: string;
  readonly save: string;
  readonly saved: string;
  readonly resolve: string;
  readonly resolveHint: string;
  readonly resolution: Readonly<Record<Resolution, string>>;
  readonly resolved: string;
  readonly undo: string;
  readonly sure: string;
  readonly cancel: string;
  readonly copy: string;
  readonly copied: string;
  readonly whatsapp: string;
  readonly saldo: string;
  readonly erased: string;
  readonly notFound: string;
}

export const ORDERS_WORDS: Readonly<Record<Lang, OrdersWords>> = {
  id: {
    title: 'Pesanan',
    search: 'Cari pesanan',
    searchHint: 'Kode, ID tujuan, nomor HP, atau invoice ZulTopup',
    all: 'Semua',
    attention: 'Perlu dilihat',
    status: 'Status',
    from: 'Dari tanggal',
    to: 'Sampai tanggal',
    period: 'Tanggal dan unduhan',
    export: 'Unduh CSV',
    more: 'Tampilkan lagi',
    none: 'Tidak ada pesanan yang cocok. Ubah pencarian atau saringannya.',
    noneYet: 'Belum ada pesanan. Bagikan tautan tokomu untuk mulai berjualan.',
    back: 'Semua pesanan',
    target: 'Tujuan',
    buyer: 'Pembeli',
    price: 'Harga jual',
    amount: 'Dibayar tepat',
    cost: 'Modal',
    profit: 'Untung',
    unknown: 'belum diketahui',
    serial: 'Nomor seri',
    reasonLabel: 'Sebab',
    reason: {
      refused: 'Ditolak ZulTopup',
      service_unavailable: 'Layanan sedang tidak tersedia',
      duplicate_order: 'Pesanan sama masih berjalan di ZulTopup',
      price_changed: 'Untung di bawah batas, pembeli tidak diberi QR',
      bad_target: 'ID tujuan ditolak',
      not_sent: 'Tidak sampai ke ZulTopup',
      no_answer: 'Tidak ada jawaban pasti dari ZulTopup',
      paid_late: 'Dibayar setelah batas waktu',
      payment_unclear: 'ZulTopup tidak memberi QR',
      qr_unusable: 'QR dari ZulTopup tidak bisa dipakai',
    },
    invoice: 'Invoice ZulTopup',
    providerText: 'Kata ZulTopup',
    timeline: 'Perjalanan',
    look: 'Periksa sekarang',
    looking: 'Sedang diperiksa ke ZulTopup.',
    note: 'Catatanmu',
    save: 'Simpan catatan',
    saved: 'Catatan tersimpan.',
    resolve: 'Sudah diurus?',
    resolveHint:
      'Cek pesanan ini di Dashboard ZulTopup, urus dengan pembeli, lalu catat di sini apa yang terjadi.',
    resolution: {
      not_paid: 'Ternyata tidak dibayar',
      delivered: 'Sudah terkirim ke pembeli',
      refunded: 'Uang sudah dikembalikan',
      other: 'Sudah beres dengan cara lain',
    },
    resolved: 'Sudah diurus',
    undo: 'Batalkan',
    sure: 'Catat sebagai “{0}”?',
    cancel: 'Jangan',
    copy: 'Salin',
    copied: 'Tersalin.',
    whatsapp: 'Hubungi lewat WhatsApp',
    saldo: 'dari saldo',
    erased: 'dihapus',
    notFound: 'Pesanan dengan kode ini tidak ada di toko ini.',
  },
  en: {
    title: 'Orders',
    search: 'Find an order',
    searchHint: 'Code, target ID, phone number or ZulTopup invoice',
    all: 'All',
    attention: 'To be looked at',
    status: 'Status',
    from: 'From',
    to: 'To',
    period: 'Dates and download',
    export: 'Download CSV',
    more: 'Show more',
    none: 'No order fits. Change the search or the filters.',
    noneYet: 'No orders yet. Share the link to your shop to begin selling.',
    back: 'All orders',
    target: 'Target',
    buyer: 'Buyer',
    price: 'Selling price',
    amount: 'Exact payment',
    cost: 'Cost',
    profit: 'Profit',
    unknown: 'not known yet',
    serial: 'Serial number',
    reasonLabel: 'Reason',
    reason: {
      refused: 'Refused by ZulTopup',
      service_unavailable: 'The service is not available',
      duplicate_order: 'The same order is still open at ZulTopup',
      price_changed: 'Profit below the floor, the buyer was shown no QR',
      bad_target: 'The target ID was refused',
      not_sent: 'Never reached ZulTopup',
      no_answer: 'No certain answer from ZulTopup',
      paid_late: 'Paid after its time',
      payment_unclear: 'ZulTopup gave no QR',
      qr_unusable: 'The QR from ZulTopup cannot be used',
    },
    invoice: 'ZulTopup invoice',
    providerText: 'ZulTopup says',
    timeline: 'Timeline',
    look: 'Look again now',
    looking: 'ZulTopup is being asked.',
    note: 'Your note',
    save: 'Save the note',
    saved: 'The note is saved.',
    resolve: 'Dealt with?',
    resolveHint:
      'Look the order up in the ZulTopup dashboard, settle it with the buyer, then note here what happened.',
    resolution: {
      not_paid: 'It was not paid after all',
      delivered: 'The buyer has received it',
      refunded: 'The money has been given back',
      other: 'Settled in another way',
    },
    resolved: 'Dealt with',
    undo: 'Undo',
    sure: 'Note it as “{0}”?',
    cancel: 'Do not',
    copy: 'Copy',
    copied: 'Copied.',
    whatsapp: 'Write on WhatsApp',
    saldo: 'from balance',
    erased: 'removed',
    notFound: 'This shop has no order with this code.',
  },
};
