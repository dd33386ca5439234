import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { orderDiamonds, test } from './support/stage.ts';

test.use({ isNew: true });

test('who hides the way on his device sees nothing more of it there', async ({ page, stage }) => {
  await enterConsole(page, stage);
  await page.getByRole('button', { name: 'Sembunyikan di perangkat ini' }).click();
  await expect(page.getByText('Siapkan tokomu')).toBeHidden();
  await page.goto(`${stage.proxyUrl}/console/#/account`);
  await expect(page.getByRole('button', { name: 'Daftar baru' })).toBeVisible();
  await expect(page.getByText('langkah 1 dari 5')).toBeHidden();
});

test('a first visit leads from the one-time link to an order of his own, step by step', async ({
  page,
  stage,
}) => {
  await enterConsole(page, stage);
  await expect(page.getByText('0 dari 5 langkah selesai')).toBeVisible();
  await expectForEverybody(page);
  await page.getByRole('link', { name: 'Mulai: Hubungkan akun ZulTopup' }).click();
  await expect(page.getByText('langkah 1 dari 5')).toBeVisible();
  await page.getByRole('button', { name: 'Daftar baru' }).click();
  await page.getByLabel('Username').fill('kios_rini');
  await page.getByLabel('Nama toko atau namamu').fill('Kios Rini');
  await page.getByLabel('Email').fill('rini@example.com');
  await page.getByLabel('Kata sandi baru untuk ZulTopup').fill('rahasia-rini');
  await page.getByRole('button', { name: 'Daftar dan hubungkan' }).click();
  await expect(page.getByText('langkah 2 dari 5')).toBeVisible();
  await expectForEverybody(page);

  await page.getByRole('link', { name: 'Lanjut' }).click();
  await page.getByLabel('Nama toko').fill('Kios Rini');
  await page.getByLabel('Nomor WhatsApp bantuan').fill('0812 3456 7890');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('langkah 3 dari 5')).toBeVisible();

  await page.getByRole('link', { name: 'Lanjut' }).click();
  await page.getByRole('button', { name: /^Ubah/ }).first().click();
  await page.getByLabel('Persen di atas modal').fill('20');
  await page.getByRole('button', { name: 'Pakai aturan ini' }).click();
  await page.getByLabel('Cari produk').fill('70 Diamond');
  await expect(page.getByText('Rp12.000')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan dan pakai' }).click();
  await expect(page.getByText('langkah 4 dari 5')).toBeVisible();

  await page.getByRole('link', { name: 'Lanjut' }).click();
  await page.getByLabel('Alamat situs').fill('blog.contoh.id');
  await page.getByRole('button', { name: 'Izinkan' }).click();
  await expect(page.getByText('langkah 5 dari 5')).toBeVisible();
  await expectForEverybody(page);

  await page.getByRole('link', { name: 'Lanjut' }).click();
  await expect(page.getByRole('heading', { name: 'Kios Rini' })).toBeVisible();
  await orderDiamonds(page);
  await page.goto(`${stage.proxyUrl}/console/`);
  await expect(page.getByRole('heading', { name: 'Saldo' })).toBeVisible();
  await expect(page.getByText('Siapkan tokomu')).toBeHidden();
});
