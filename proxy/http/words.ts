import type { ProblemCode } from '../contract/problem.ts';
import type { FieldIssue } from '../contract/problem-error.ts';

/** The languages the proxy speaks to people. */
export type Language = 'id' | 'en';

type Words = Readonly<Record<Language, string>>;

/** What went wrong and what to do, in one sentence each; never the provider's words, never blame. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, { readonly title: Words; readonly detail: Words }>> =
  {
    invalid_input: {
      title: { id: 'Ada isian yang perlu diperbaiki', en: 'Some fields need another look' },
      detail: {
        id: 'Periksa isian yang ditandai, lalu kirim lagi.',
        en: 'Check the marked fields, then send again.',
      },
    },
    idempotency_key_missing: {
      title: { id: 'Header Idempotency-Key belum ada', en: 'The Idempotency-Key header is missing' },
      detail: {
        id: 'Kirim header Idempotency-Key berisi teks acak 1 sampai 200 karakter, tetap sama saat mengulang.',
        en: 'Send an Idempotency-Key header with 1 to 200 random characters, the same for every retry.',
      },
    },
    idempotency_mismatch: {
      title: { id: 'Kunci ini sudah dipakai pesanan lain', en: 'This key belongs to another order' },
      detail: {
        id: 'Buat Idempotency-Key baru untuk pesanan yang berbeda.',
        en: 'Use a new Idempotency-Key for a different order.',
      },
    },
    price_changed: {
      title: { id: 'Harga berubah', en: 'The price has changed' },
      detail: {
        id: 'Periksa harga yang baru, lalu pesan lagi bila setuju.',
        en: 'Look at the new price, then order again if you agree.',
      },
    },
    service_unavailable: {
      title: { id: 'Produk ini sedang tidak bisa dibeli', en: 'This product cannot be bought right now' },
      detail: {
        id: 'Pilih nominal lain, atau coba lagi nanti.',
        en: 'Choose another amount, or try again later.',
      },
    },
    duplicate_order: {
      title: { id: 'Pesanan yang sama masih berjalan', en: 'The same order is still open' },
      detail: {
        id: 'Selesaikan pesanan itu dulu, atau tunggu sampai kedaluwarsa, lalu pesan lagi.',
        en: 'Finish that order first, or wait until it expires, then order again.',
      },
    },
    rate_limited: {
      title: { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
      detail: { id: 'Tunggu sebentar, lalu coba lagi.', en: 'Wait a moment, then try again.' },
    },
    provider_busy: {
      title: { id: 'Sedang ramai', en: 'Very busy right now' },
      detail: {
        id: 'Pesanan belum dibuat. Tunggu sebentar, lalu coba lagi.',
        en: 'No order was made. Wait a moment, then try again.',
      },
    },
    provider_unavailable: {
      title: { id: 'Layanan top up sedang terputus', en: 'The top-up service is out of reach' },
      detail: {
        id: 'Belum ada yang dibayar. Coba lagi beberapa saat lagi.',
        en: 'Nothing has been paid. Try again in a little while.',
      },
    },
    origin_not_allowed: {
      title: { id: 'Situs ini belum diizinkan', en: 'This site is not allowed yet' },
      detail: {
        id: 'Pemilik situs: tambahkan alamat situs ini ke ALLOWED_ORIGINS pada server top up.',
        en: "Site owner: add this site's address to ALLOWED_ORIGINS on the top-up server.",
      },
    },
    unauthorized: {
      title: { id: 'Belum masuk', en: 'Not signed in' },
      detail: { id: 'Masuk lagi di /console/.', en: 'Sign in again at /console/.' },
    },
    provider_refused: {
      title: { id: 'ZulTopup menolak', en: 'ZulTopup said no' },
      detail: {
        id: 'ZulTopup tidak menerima permintaan ini. Baca alasannya, perbaiki, lalu coba lagi.',
        en: 'ZulTopup did not accept this. Read its reason, correct it, then try again.',
      },
    },
    provider_uncertain: {
      title: { id: 'Jawaban ZulTopup tidak sampai', en: 'No certain answer from ZulTopup' },
      detail: {
        id: 'Mungkin sudah berhasil, mungkin belum. Periksa dulu sebelum mengulang.',
        en: 'It may or may not have been done. Check before you try again.',
      },
    },
    changed_elsewhere: {
      title: { id: 'Sudah diubah di tempat lain', en: 'Changed elsewhere meanwhile' },
      detail: {
        id: 'Perangkat lain sudah menyimpan perubahan. Muat ulang, lalu ulangi perubahanmu.',
        en: 'Another device has saved a change. Reload, then make yours again.',
      },
    },
    sale_uncertain: {
      title: { id: 'Penjualan sebelumnya belum pasti', en: 'An earlier sale is uncertain' },
      detail: {
        id: 'Saldo mungkin sudah terpotong untuk tujuan yang sama. Periksa di Dashboard ZulTopup dulu.',
        en: 'Your balance may have paid for the same already. Look it up in the ZulTopup dashboard first.',
      },
    },
    not_found: {
      title: { id: 'Tidak ditemukan', en: 'Not found' },
      detail: {
        id: 'Alamat ini tidak ada. Periksa tautannya, atau mulai lagi dari halaman toko.',
        en: 'There is nothing at this address. Check the link, or start again from the shop page.',
      },
    },
    internal_error: {
      title: { id: 'Ada gangguan di server kami', en: 'Something broke on our server' },
      detail: {
        id: 'Coba lagi sebentar lagi. Bila sudah memesan, buka lagi pesanan itu sebelum memesan ulang.',
        en: 'Try again soon. If you have ordered already, open that order before ordering again.',
      },
    },
  };

/** What is wrong with one field, and what to write instead. */
export const FIELD_WORDS: Readonly<Record<FieldIssue, Words>> = {
  required: { id: 'Wajib diisi.', en: 'Please fill this in.' },
  digits_only: { id: 'Isi dengan angka saja.', en: 'Use digits only.' },
  meter_length: {
    id: 'Nomor meter terdiri dari 11 atau 12 angka.',
    en: 'A meter number has 11 or 12 digits.',
  },
  phone: {
    id: 'Isi nomor HP Indonesia, contoh 081234567890.',
    en: 'Enter an Indonesian mobile number, such as 081234567890.',
  },
  too_long: { id: 'Terlalu panjang.', en: 'This is too long.' },
  characters: {
    id: 'Ada karakter yang tidak terlihat; ketik ulang.',
    en: 'This has invisible characters; type it again.',
  },
  choice: { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' },
  unknown: { id: 'Isian ini tidak dikenal.', en: 'This field is not known.' },
  invalid: { id: 'Isian ini tidak sesuai; periksa lagi.', en: 'This does not look right; check it again.' },
};
