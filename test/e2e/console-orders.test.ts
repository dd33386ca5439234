import { readFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { orderDiamonds, payNewest, sendDiamonds, test } from './support/stage.ts';

test('a reseller finds an order, sees its money and its way, notes something and downloads all', async ({
  page,
  context,
  stage,
}) => {
  const buyer = await context.newPage();
  await buyer.goto(`${stage.pages.url}/blog`);
  await orderDiamonds(buyer);
  payNewest(stage);

  await enterConsole(page, stage, 'orders');
  const list = page.locator('zul-console-orders');
  await list.getByLabel('Cari pesanan').fill('0812 3456 7890');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expectForEverybody(page);
  await list.getByLabel('Cari pesanan').fill('99999999');
  await expect(list.getByText('Tidak ada pesanan yang cocok')).toBeVisible();
  await list.getByLabel('Cari pesanan').fill('123456789');
  await list.getByRole('link', { name: /^Free Fire, 70 Diamond/ }).click();

  const order = page.locator('zul-console-order');
  await expect(order.getByRole('heading', { name: 'Free Fire, 70 Diamond' })).toBeFocused();
  await expect(order.getByText('Berhasil').first()).toBeVisible();
  await expect(order.getByText('Rp1.000', { exact: true })).toBeVisible();
  await order.getByLabel('Catatanmu').fill('pelanggan lama');
  await order.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(order.getByRole('status')).toHaveText('Catatan tersimpan.');
  await expectForEverybody(page);

  await page.getByRole('link', { name: 'Semua pesanan' }).click();
  await list.getByText('Tanggal dan unduhan').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('link', { name: 'Unduh CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('pelanggan lama');
});

test('a reseller deals with an order whose answer was lost, and takes that back', async ({
  page,
  context,
  stage,
}) => {
  stage.sandbox.faults.add({ kind: 'reset', path: '/order/create', work: 'done' });
  const buyer = await context.newPage();
  await buyer.goto(`${stage.pages.url}/blog`);
  await sendDiamonds(buyer.locator('zul-topup'));
  await expect.poll(() => stage.sandbox.orders().length).toBe(1);
  await enterConsole(page, stage, 'orders');
  const list = page.locator('zul-console-orders');
  await list.getByRole('button', { name: 'Perlu dilihat' }).click();
  await list.getByRole('link', { name: /Belum pasti/ }).click();
  const order = page.locator('zul-console-order');
  await order.getByRole('button', { name: 'Ternyata tidak dibayar' }).click();
  await order.getByRole('button', { name: 'Sudah diurus' }).click();
  await expect(order.getByRole('heading', { name: 'Sudah diurus' })).toBeVisible();
  await order.getByRole('button', { name: 'Batalkan' }).click();
  await expect(order.getByRole('heading', { name: 'Sudah diurus?' })).toBeVisible();
});
