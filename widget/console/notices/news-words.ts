import type { ConsoleNews } from '../../../proxy/contract/console.ts';
import type { Lang } from '../lang.ts';

type OrderNews = Extract<ConsoleNews, { kind: 'order' }>;

/** What a notification says. */
interface NewsWords {
  readonly order: Readonly<Record<OrderNews['status'], string>>;
  readonly alert: string;
}

export const NEWS_WORDS: Readonly<Record<Lang, NewsWords>> = {
  id: {
    order: {
      processing: 'Pesanan dibayar',
      succeeded: 'Pesanan berhasil',
      failed: 'Pesanan gagal: lihat yang perlu dilakukan',
      unconfirmed: 'Pesanan belum pasti: lihat yang perlu dilakukan',
    },
    alert: 'Ada yang perlu dilihat di tokomu',
  },
  en: {
    order: {
      processing: 'An order was paid',
      succeeded: 'An order succeeded',
      failed: 'An order failed: see what to do',
      unconfirmed: 'An order is not certain: see what to do',
    },
    alert: 'Something in your shop needs a look',
  },
};
