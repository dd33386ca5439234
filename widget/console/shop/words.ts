import type { Lang } from '../lang.ts';
import type { Snippet } from './snippets.ts';

/** What the page of the shop says. */
interface ShopWords {
  readonly title: string;
  readonly name: string;
  readonly help: string;
  readonly helpHint: string;
  readonly save: string;
  readonly saved: string;
  readonly sites: string;
  readonly sitesHint: string;
  readonly noSites: string;
  readonly fixed: string;
  readonly site: string;
  readonly add: string;
  readonly remove: string;
  readonly allow: string;
  readonly refused: string;
  readonly refusedHint: string;
  readonly times: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly snippet: Readonly<Record<Snippet, string>>;
  readonly where: Readonly<Record<Snippet, string>>;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly test: string;
  readonly testHint: string;
  readonly open: string;
}

export const SHOP_WORDS: Readonly<Record<Lang, ShopWords>> = {
  id: {
    title: 'Toko',
    name: 'Nama toko',
    help: 'Nomor WhatsApp bantuan',
    helpHint: 'Pembeli menghubungi nomor ini, dengan kode pesanannya sudah terisi. Boleh dikosongkan.',
    save: 'Simpan',
    saved: 'Tersimpan. Pembeli langsung melihatnya.',
    sites: 'Situs yang boleh menampilkan toko',
    sitesHint: 'Halaman toko di alamat ini selalu boleh. Tambahkan blog atau situs lain yang kamu pasangi.',
    noSites: 'Belum ada situs lain.',
    fixed: 'dari ALLOWED_ORIGINS di server',
    site: 'Alamat situs, misalnya blog.example.com',
    add: 'Izinkan',
    remove: 'Hapus',
    allow: 'Izinkan',
    refused: 'Mencoba menampilkan toko, tetapi belum diizinkan',
    refusedHint: 'Izinkan hanya situs yang kamu kenal.',
    times: '{0} kali, terakhir {1}',
    paste: 'Pasang di situsmu',
    pasteHint: 'Salin baris ini dan tempel di tempat toko harus muncul.',
    snippet: { html: 'HTML', wordpress: 'WordPress', blogger: 'Blogger', react: 'React' },
    where: {
      html: 'Tempel di dalam <body>, di tempat toko harus muncul.',
      wordpress: 'Di editor halaman: tambah blok “HTML Khusus”, lalu tempel.',
      blogger: 'Di editor postingan atau halaman: ganti ke “Tampilan HTML”, lalu tempel.',
      react: 'Pasang skripnya sekali di index.html, lalu pakai elemennya di komponen mana pun.',
    },
    copy: 'Salin',
    copied: 'Tersalin.',
    copyFailed: 'Belum tersalin. Pilih teksnya dan salin sendiri.',
    test: 'Coba beli sendiri',
    testHint:
      'Buka tokomu seperti pembeli, lalu pesan satu produk murah. Tautan ini juga bisa dipasang di bio.',
    open: 'Buka toko',
  },
  en: {
    title: 'Shop',
    name: 'Name of the shop',
    help: 'WhatsApp number for help',
    helpHint: 'Buyers write to this number, with their order code filled in. It may stay empty.',
    save: 'Save',
    saved: 'Saved. Buyers see it at once.',
    sites: 'Sites that may show the shop',
    sitesHint: 'The shop’s page at this address always may. Add the blogs or sites you put it on.',
    noSites: 'No other site yet.',
    fixed: 'from ALLOWED_ORIGINS on the server',
    site: 'Address of the site, such as blog.example.com',
    add: 'Allow',
    remove: 'Remove',
    allow: 'Allow',
    refused: 'Tried to show the shop and may not yet',
    refusedHint: 'Allow only sites that you know.',
    times: '{0} times, last {1}',
    paste: 'Put it on your site',
    pasteHint: 'Copy these lines and paste them where the shop shall appear.',
    snippet: { html: 'HTML', wordpress: 'WordPress', blogger: 'Blogger', react: 'React' },
    where: {
      html: 'Paste inside <body>, where the shop shall appear.',
      wordpress: 'In the page editor: add a “Custom HTML” block, then paste.',
      blogger: 'In the editor of a post or page: switch to “HTML view”, then paste.',
      react: 'Put the script into index.html once, then use the element in any component.',
    },
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'Not copied. Select the text and copy it yourself.',
    test: 'Buy from yourself',
    testHint: 'Open your shop as a buyer would and order something cheap. The link is good for a bio, too.',
    open: 'Open the shop',
  },
};
