import type { Lang } from '../lang.ts';

/** The periods that can be had by a tap. */
export type Period = 'week' | 'month' | 'thisMonth';

/** What the page of the profit says. */
interface ProfitWords {
  readonly title: string;
  readonly hint: string;
  readonly periods: Readonly<Record<Period, string>>;
  readonly period: string;
  readonly own: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly wrongSpan: string;
  readonly profit: string;
  readonly sales: string;
  readonly orders: string;
  readonly count: string;
  readonly pending: string;
  readonly pendingHint: string;
  readonly failed: string;
  readonly byDay: string;
  readonly chart: string;
  readonly byCategory: string;
  readonly table: string;
  readonly day: string;
  readonly category: string;
  readonly none: string;
  readonly withdraw: string;
  readonly withdrawHint: string;
  readonly withdrawOpen: string;
}

export const PROFIT_WORDS: Readonly<Record<Lang, ProfitWords>> = {
  id: {
    title: 'Untung',
    hint: 'Dihitung saat pesanan berhasil, per hari WIB.',
    periods: { week: '7 hari', month: '30 hari', thisMonth: 'Bulan ini' },
    period: 'Jangka waktu',
    own: 'Pilih tanggal',
    from: 'Dari',
    to: 'Sampai',
    show: 'Tampilkan',
    wrongSpan: 'Tanggal akhir harus setelah tanggal awal, paling lama setahun.',
    profit: 'Untung',
    sales: 'Penjualan',
    orders: 'Pesanan berhasil',
    count: 'Jumlah',
    pending: 'Sudah dibayar, belum terkirim',
    pendingHint: '{0} pesanan, untung {1} bila berhasil',
    failed: 'Gagal setelah dibayar',
    byDay: 'Per hari',
    chart: 'Grafik untung per hari; angkanya ada di tabel di bawah.',
    byCategory: 'Per kategori',
    table: 'Angka per hari',
    day: 'Hari',
    category: 'Kategori',
    none: 'Belum ada pesanan berhasil dalam jangka waktu ini.',
    withdraw: 'Tarik untung',
    withdrawHint:
      'Untung dari pembeli terkumpul di saldo profit ZulTopup. Penarikan dilakukan di Dashboard ZulTopup, menu “Tarik Profit”; admin mengirimnya ke rekening atau e-wallet-mu.',
    withdrawOpen: 'Buka Dashboard ZulTopup',
  },
  en: {
    title: 'Profit',
    hint: 'Counted when an order has succeeded, by days in WIB.',
    periods: { week: '7 days', month: '30 days', thisMonth: 'This month' },
    period: 'Period',
    own: 'Choose dates',
    from: 'From',
    to: 'To',
    show: 'Show',
    wrongSpan: 'The last day must be after the first, a year at most.',
    profit: 'Profit',
    sales: 'Sales',
    orders: 'Orders delivered',
    count: 'Orders',
    pending: 'Paid, not delivered yet',
    pendingHint: '{0} orders, profit {1} once they succeed',
    failed: 'Failed after payment',
    byDay: 'By day',
    chart: 'A chart of the profit by day; the figures are in the table below.',
    byCategory: 'By category',
    table: 'Figures by day',
    day: 'Day',
    category: 'Category',
    none: 'No order has succeeded in this period.',
    withdraw: 'Draw your profit',
    withdrawHint:
      'The profit of buyers’ orders gathers in ZulTopup’s profit balance. It is drawn in the ZulTopup dashboard, menu “Tarik Profit”; their staff sends it to your bank or e-wallet.',
    withdrawOpen: 'Open the ZulTopup dashboard',
  },
};
