import type { OrderStatus } from '../../proxy/contract/order.ts';
import type { Lang } from './lang.ts';

/** What the reseller calls an order's states. */
export const STATUS_WORDS: Readonly<Record<Lang, Readonly<Record<OrderStatus, string>>>> = {
  id: {
    placing: 'Sedang dibuat',
    awaiting_payment: 'Menunggu pembayaran',
    processing: 'Sedang dikirim',
    succeeded: 'Berhasil',
    failed: 'Gagal setelah dibayar',
    expired: 'Tidak dibayar',
    rejected: 'Ditolak',
    unconfirmed: 'Belum pasti',
  },
  en: {
    placing: 'Being created',
    awaiting_payment: 'Waiting for payment',
    processing: 'Being delivered',
    succeeded: 'Succeeded',
    failed: 'Failed after payment',
    expired: 'Not paid',
    rejected: 'Refused',
    unconfirmed: 'Not certain',
  },
};
