import type { Lang } from '../lang.ts';

/** What the door says. */
export interface DoorWords {
  readonly password: string;
  readonly show: string;
  readonly hide: string;
  readonly signIn: string;
  readonly signInHint: string;
  readonly wrong: string;
  readonly choose: string;
  readonly chooseHint: string;
  readonly chooseButton: string;
  readonly short: string;
  readonly linkVoid: string;
  readonly wait: string;
}

export const DOOR_WORDS: Readonly<Record<Lang, DoorWords>> = {
  id: {
    password: 'Kata sandi',
    show: 'Lihat',
    hide: 'Tutup',
    signIn: 'Masuk',
    signInHint:
      'Lupa kata sandi, atau belum memilihnya? Jalankan npm run console:reset di server, lalu buka tautannya.',
    wrong: 'Kata sandi ini tidak cocok. Periksa lagi, lalu coba sekali lagi.',
    choose: 'Pilih kata sandi',
    chooseHint: 'Dipakai untuk masuk ke konsol ini dari HP atau komputer mana pun. Minimal 10 karakter.',
    chooseButton: 'Simpan dan masuk',
    short: 'Minimal 10 karakter.',
    linkVoid:
      'Tautan ini sudah dipakai atau sudah lama. Jalankan npm run console:reset di server untuk tautan baru.',
    wait: 'Terlalu banyak percobaan. Tunggu seperempat jam, lalu coba lagi.',
  },
  en: {
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    signIn: 'Sign in',
    signInHint:
      'Password lost, or not chosen yet? Run npm run console:reset on the server and open its link.',
    wrong: 'This password does not fit. Check it and try once more.',
    choose: 'Choose a password',
    chooseHint: 'You sign in with it from any phone or computer. 10 characters or more.',
    chooseButton: 'Save and sign in',
    short: '10 characters or more.',
    linkVoid: 'This link has been used or is too old. Run npm run console:reset on the server for a new one.',
    wait: 'Too many tries. Wait a quarter of an hour, then try again.',
  },
};
