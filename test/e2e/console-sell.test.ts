import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller sells from his balance, and sells again after a lost answer only when he is sure', async ({
  page,
  stage,
}) => {
  await enterConsole(page, stage, 'sell');
  const console = page.locator('zul-console-sell');
  await console.getByLabel('Cari produk').fill('mobile legends');
  await expectForEverybody(page);
  await console.getByRole('button', { name: /Mobile Legends, 5 Diamond/ }).click();
  await console.getByLabel('User ID').fill('abc');
  await console.getByLabel('Zone ID').fill('1234');
  await console.getByRole('button', { name: 'Periksa' }).click();
  await console.getByRole('button', { name: 'Jual sekarang' }).click();
  await expect(console.getByLabel('User ID')).toHaveAttribute('aria-invalid', 'true');
  await console.getByLabel('User ID').fill('12345678');
  await expectForEverybody(page);
  await console.getByRole('button', { name: 'Periksa' }).click();
  await expect(console.getByText('12345678 · 1234')).toBeVisible();
  await expectForEverybody(page);
  await console.getByRole('button', { name: 'Jual sekarang' }).click();
  await expect(console.getByRole('heading', { name: 'Berhasil' })).toBeVisible();
  await expect(console.getByText('Nomor seri')).toBeVisible();
  expect(stage.sandbox.orders()).toHaveLength(1);

  stage.sandbox.faults.add({ kind: 'reset', path: '/order/create', work: 'done' });
  const sellOnce = async () => {
    await page.goto(`${stage.proxyUrl}/console/#/sell`);
    await console.getByLabel('Cari produk').fill('free fire 70 diamond');
    await console.getByRole('button', { name: /Free Fire, 70 Diamond/ }).click();
    await console.getByLabel('User ID').fill('123456789');
    await console.getByRole('button', { name: 'Periksa' }).click();
    await console.getByRole('button', { name: 'Jual sekarang' }).click();
  };
  await sellOnce();
  await expect(console.getByRole('heading', { name: 'Belum pasti' })).toBeVisible();
  await sellOnce();
  await expect(console.getByRole('alert')).toContainText('saldo mungkin sudah terpotong');
  expect(stage.sandbox.orders()).toHaveLength(2);
  await expect.poll(() => stage.sandbox.orders().at(-1)?.status).toBe('Success');
  await console.getByRole('button', { name: 'Sudah kuperiksa, jual lagi' }).click();
  await expect(console.getByRole('heading', { name: /Sedang dikirim|Berhasil/ })).toBeVisible();
  expect(stage.sandbox.orders()).toHaveLength(3);
});
