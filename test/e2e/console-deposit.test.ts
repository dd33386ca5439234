import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller tops up his balance: exact sum, QR, and the money arrives', async ({ page, stage }) => {
  stage.sandbox.faults.add({ kind: 'unique-code', rupiah: 123 });
  await enterConsole(page, stage, 'deposit');
  const console = page.locator('zul-console-deposit');
  await console.getByLabel('Jumlah').fill('500');
  await console.getByRole('button', { name: 'Buat QR' }).click();
  await expect(console.getByLabel('Jumlah')).toHaveAttribute('aria-invalid', 'true');
  await expectForEverybody(page);
  await console.getByRole('button', { name: 'Rp50.000', exact: true }).click();
  await console.getByRole('button', { name: 'Buat QR' }).click();

  await expect(console.getByRole('heading', { name: 'Bayar dengan QRIS' })).toBeFocused();
  await expect(console.getByText('Rp50.123')).toBeVisible();
  const qr = console.getByRole('img', { name: /^Kode QRIS/ });
  await expect
    .poll(() => qr.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(200);
  await expectForEverybody(page);
  await page.reload();
  await expect(qr).toBeVisible();
  stage.sandbox.pay(decodeURIComponent(page.url().split('/').at(-1) ?? ''));
  await expect(console.getByRole('heading', { name: 'Saldo sudah terisi' })).toBeVisible();
  await page.goto(`${stage.proxyUrl}/console/#/home`);
  await expect(page.getByText('Rp550.000')).toBeVisible();
});
