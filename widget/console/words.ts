import type { Lang } from './lang.ts';

/** What every page says, in one language. */
export interface ShellWords {
  readonly name: string;
  readonly other: string;
  readonly loading: string;
  readonly noAnswer: string;
  readonly again: string;
  readonly said: string;
  readonly menu: string;
  readonly pages: string;
  readonly signOut: string;
}

export const SHELL_WORDS: Readonly<Record<Lang, ShellWords>> = {
  id: {
    name: 'Konsol',
    other: 'English',
    loading: 'Memuat…',
    noAnswer: 'Belum ada jawaban dari toko. Periksa koneksi internet, lalu coba lagi.',
    again: 'Coba lagi',
    said: 'Kata ZulTopup:',
    menu: 'Menu',
    pages: 'Halaman konsol',
    signOut: 'Keluar',
  },
  en: {
    name: 'Console',
    other: 'Bahasa Indonesia',
    loading: 'Loading…',
    noAnswer: 'The shop has not answered. Check your connection, then try again.',
    again: 'Try again',
    said: 'ZulTopup says:',
    menu: 'Menu',
    pages: 'Pages of the console',
    signOut: 'Sign out',
  },
};
