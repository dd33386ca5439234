import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { orderDiamonds, payNewest, test } from './support/stage.ts';

test('a reseller finds what he keeps of a buyer, and removes it', async ({ page, context, stage }) => {
  const buyer = await context.newPage();
  await buyer.goto(`${stage.pages.url}/blog`);
  await orderDiamonds(buyer);
  payNewest(stage);
  await expect(buyer.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();
  await enterConsole(page, stage, 'privacy');
  const console = page.locator('zul-console-privacy');
  await console.getByLabel('Nomor HP pembeli').fill('12');
  await console.getByRole('button', { name: 'Cari' }).click();
  await expect(console.getByLabel('Nomor HP pembeli')).toHaveAttribute('aria-invalid', 'true');
  await console.getByLabel('Nomor HP pembeli').fill('+62 812-3456-7890');
  await console.getByRole('button', { name: 'Cari' }).click();
  await expect(console.getByText('Budi')).toBeVisible();
  await console.getByRole('button', { name: 'Hapus datanya' }).click();
  await expectForEverybody(page);
  await console.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect(console.getByText('Data dari 1 pesanan sudah dihapus.')).toBeVisible();
  await expect(console.getByText('Budi')).toHaveCount(0);
});
