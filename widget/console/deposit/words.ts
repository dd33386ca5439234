import type { ConsoleDeposit } from '../../../proxy/contract/console-deposits.ts';
import type { Lang } from '../lang.ts';

/** What the page of the deposits says. */
interface DepositWords {
  readonly title: string;
  readonly hint: string;
  readonly amount: string;
  readonly quick: string;
  readonly make: string;
  readonly wrongAmount: string;
  readonly uncertain: string;
  readonly pay: string;
  readonly exact: string;
  readonly copy: string;
  readonly copied: string;
  readonly qr: string;
  readonly save: string;
  readonly until: string;
  readonly left: string;
  readonly how: string;
  readonly waiting: string;
  readonly done: string;
  readonly doneHint: string;
  readonly expired: string;
  readonly another: string;
  readonly history: string;
  readonly none: string;
  readonly notWhole: string;
  readonly status: Readonly<Record<ConsoleDeposit['status'], string>>;
  readonly open: string;
  readonly unknownAmount: string;
}

export const DEPOSIT_WORDS: Readonly<Record<Lang, DepositWords>> = {
  id: {
    title: 'Isi saldo',
    hint: 'Saldo dipakai untuk “Jual dari saldo”. Pesanan pembeli lewat toko tidak memakai saldo.',
    amount: 'Jumlah (rupiah)',
    quick: 'Pilihan cepat',
    make: 'Buat QR',
    wrongAmount: 'Tulis angka dari Rp1.000 sampai Rp10.000.000.',
    uncertain:
      'Jawaban ZulTopup tidak sampai. Tidak ada yang perlu dibayar: lihat riwayat di bawah, atau buat QR baru.',
    pay: 'Bayar dengan QRIS',
    exact: 'Bayar tepat',
    copy: 'Salin jumlah',
    copied: 'Tersalin.',
    qr: 'Kode QRIS untuk mengisi saldo sebesar {0}',
    save: 'Simpan QR',
    until: 'Berlaku sampai {0}',
    left: 'sisa {0}',
    how: 'Simpan gambarnya, buka aplikasi dompet atau bank, lalu unggah dari galeri. Bayar tepat sampai rupiah terakhir.',
    waiting: 'Menunggu pembayaran. Halaman ini berubah sendiri begitu uangnya masuk.',
    done: 'Saldo sudah terisi',
    doneHint: '{0} masuk ke saldo ZulTopup-mu.',
    expired:
      'Waktu bayar habis. Bila belum membayar, buat QR baru. Bila sudah, tunggu sebentar: halaman ini tetap memeriksa.',
    another: 'Isi lagi',
    history: 'Riwayat',
    none: 'Belum pernah mengisi saldo.',
    notWhole: 'Riwayat dari ZulTopup belum bisa diambil. Ini yang dibuat di sini.',
    status: { pending: 'Menunggu', settlement: 'Masuk', expired: 'Tidak dibayar', unknown: 'Tidak dikenal' },
    open: 'Buka',
    unknownAmount: 'jumlah tidak disebutkan',
  },
  en: {
    title: 'Top up the balance',
    hint: 'The balance pays for “Sell from balance”. Orders of buyers in the shop do not use it.',
    amount: 'Amount (rupiah)',
    quick: 'Quick choices',
    make: 'Make a QR',
    wrongAmount: 'Write a number from Rp1.000 to Rp10.000.000.',
    uncertain:
      'The answer of ZulTopup was lost. Nothing is owed: look at the history below, or make a new QR.',
    pay: 'Pay by QRIS',
    exact: 'Pay exactly',
    copy: 'Copy the amount',
    copied: 'Copied.',
    qr: 'QRIS code to top up the balance by {0}',
    save: 'Save the QR',
    until: 'Good until {0}',
    left: '{0} left',
    how: 'Save the picture, open your wallet or bank, then upload it from the gallery. Pay exactly, to the last rupiah.',
    waiting: 'Waiting for the payment. This page changes by itself once the money is there.',
    done: 'The balance is topped up',
    doneHint: '{0} has reached your ZulTopup balance.',
    expired:
      'Its time is over. If you have not paid, make a new QR. If you have, wait a moment: this page goes on looking.',
    another: 'Top up again',
    history: 'History',
    none: 'No top-ups yet.',
    notWhole: 'ZulTopup did not tell its history. These were made here.',
    status: { pending: 'Waiting', settlement: 'Arrived', expired: 'Not paid', unknown: 'Not known' },
    open: 'Open',
    unknownAmount: 'amount not told',
  },
};
