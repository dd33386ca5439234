import type { Lang } from './lang.ts';

/** A page of the console: `#/name` opens the element `zul-console-name`. */
export interface PageEntry {
  readonly name: string;
  readonly label: Readonly<Record<Lang, string>>;
  /** One stroke on a grid of 24. */
  readonly sign: string;
  /** On a phone the bar at the bottom has room for four; the others stand in the menu. */
  readonly isInBar: boolean;
  /** Loads the file that defines the element. */
  readonly load: () => Promise<unknown>;
}

/** In the order of the navigation; the first is where the console opens. */
export const PAGES: readonly [PageEntry, ...PageEntry[]] = [
  {
    name: 'home',
    label: { id: 'Beranda', en: 'Home' },
    sign: 'M4 11.5 12 5l8 6.5M6.5 10v9.5h11V10m-7 9.5V14h3v5.5',
    isInBar: true,
    load: () => import('./home/home-page.ts'),
  },
  {
    name: 'orders',
    label: { id: 'Pesanan', en: 'Orders' },
    sign: 'M6 4h12v16.5l-3-2-3 2-3-2-3 2zM9 8.5h6M9 12.5h6',
    isInBar: true,
    load: () => import('./orders/orders-page.ts'),
  },
  {
    name: 'prices',
    label: { id: 'Harga', en: 'Prices' },
    sign: 'M4 5.5V11l8.3 8.3a2 2 0 0 0 2.8 0l4.2-4.2a2 2 0 0 0 0-2.8L11 4H5.5A1.5 1.5 0 0 0 4 5.5M8 8v.1',
    isInBar: true,
    load: () => import('./prices/prices-page.ts'),
  },
  {
    name: 'offer',
    label: { id: 'Etalase', en: 'Storefront' },
    sign: 'M4.500 5h6v6h-6zm9 0h6v6h-6zm-9 8.500h6v6h-6zm9 0h6v6h-6z',
    isInBar: false,
    load: () => import('./offer/offer-page.ts'),
  },
  {
    name: 'profit',
    label: { id: 'Untung', en: 'Profit' },
    sign: 'M5 19v-3.500m4.700 3.500v-7m4.600 7V8.500M19 19V5',
    isInBar: false,
    load: () => import('./profit/profit-page.ts'),
  },
  {
    name: 'sell',
    label: { id: 'Jual', en: 'Sell' },
    sign: 'M4 8h16l-1.2 9.5a2 2 0 0 1-2 1.7H7.200a2 2 0 0 1-2-1.7zM8.500 8a3.500 3.500 0 0 1 7 0',
    isInBar: false,
    load: () => import('./sell/sell-page.ts'),
  },
  {
    name: 'deposit',
    label: { id: 'Isi saldo', en: 'Top up' },
    sign: 'M17 7.5V6a2 2 0 0 0-2-2L6 6a2 2 0 0 0-2 2v9.5A2.5 2.5 0 0 0 6.5 20h11a2.5 2.5 0 0 0 2.5-2.5V10a2.5 2.5 0 0 0-2.5-2.5H6m10 6.3h.1',
    isInBar: false,
    load: () => import('./deposit/deposit-page.ts'),
  },
  {
    name: 'shop',
    label: { id: 'Toko', en: 'Shop' },
    sign: 'M5 10v9.5h14V10M3.5 8.5 5.5 4h13l2 4.5a2.9 2.9 0 0 1-5.7 0 2.9 2.9 0 0 1-5.6 0 2.9 2.9 0 0 1-5.7 0M10 19.5V14h4v5.5',
    isInBar: false,
    load: () => import('./shop/shop-page.ts'),
  },
  {
    name: 'account',
    label: { id: 'Akun', en: 'Account' },
    sign: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0m-3.5 12a7.5 7.5 0 0 1 15 0',
    isInBar: false,
    load: () => import('./account/account-page.ts'),
  },
  {
    name: 'notices',
    label: { id: 'Pemberitahuan', en: 'Notices' },
    sign: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4',
    isInBar: false,
    load: () => import('./notices/notices-page.ts'),
  },
  {
    name: 'privacy',
    label: { id: 'Data pembeli', en: 'Buyers’ data' },
    sign: 'M12 4 5 6.500v5c0 4 3 7 7 8.500 4-1.500 7-4.500 7-8.500v-5zm-3 8 2.200 2.200L15 10',
    isInBar: false,
    load: () => import('./privacy/privacy-page.ts'),
  },
  {
    name: 'devices',
    label: { id: 'Perangkat', en: 'Devices' },
    sign: 'M7 6a2.5 2.5 0 0 1 2.5-2.5h5A2.5 2.5 0 0 1 17 6v12a2.5 2.5 0 0 1-2.5 2.5h-5A2.5 2.5 0 0 1 7 18zm4 11.5h2',
    isInBar: false,
    load: () => import('./devices/devices-page.ts'),
  },
];
