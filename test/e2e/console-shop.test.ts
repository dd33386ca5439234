import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller renames his shop, allows a site that was refused, and copies its lines', async ({
  page,
  context,
  stage,
}) => {
  const elsewhere = stage.pages.url.replace('127.0.0.1', 'localhost');
  const blog = await context.newPage();
  await blog.goto(`${elsewhere}/blog`);
  await expect(blog.locator('zul-topup').getByText(elsewhere)).toBeVisible();

  await enterConsole(page, stage, 'shop');
  const console = page.locator('zul-console-shop');
  await console.getByLabel('Nama toko').fill('');
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByLabel('Nama toko')).toHaveAttribute('aria-invalid', 'true');
  await expectForEverybody(page);
  await console.getByLabel('Nama toko').fill('Kios Rini');
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByRole('status')).toContainText('Tersimpan');

  await console.getByRole('button', { name: `Izinkan: ${elsewhere}` }).click();
  await expect(console.getByRole('button', { name: `Hapus: ${elsewhere}` })).toBeVisible();
  await blog.reload();
  await expect(blog.locator('zul-topup').getByRole('searchbox')).toBeVisible();

  await console.getByRole('button', { name: 'WordPress' }).click();
  await expect(console.locator('pre')).toContainText(`<div data-zul-topup></div>`);
  await console.getByRole('button', { name: 'Salin' }).click();
  await expect(console.getByText('Tersalin.')).toBeVisible();
  await page.goto(stage.proxyUrl);
  await expect(page.getByRole('heading', { name: 'Kios Rini' })).toBeVisible();
});
