import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { orderDiamonds, payNewest, test } from './support/stage.ts';

test('a reseller sees an order come in, be paid and be earned, without touching his phone', async ({
  page,
  context,
  stage,
}) => {
  await enterConsole(page, stage);
  const home = page.locator('zul-console-home');
  await expect(home.getByRole('heading', { name: 'Siapkan tokomu' })).toBeVisible();
  await expect(home.getByText('2 dari 5 langkah selesai')).toBeVisible();
  const buyer = await context.newPage();
  await buyer.goto(`${stage.pages.url}/blog`);
  await orderDiamonds(buyer);
  await expect(home.getByText('Menunggu pembayaran')).toBeVisible();
  await expect(home.getByText('3 dari 5 langkah selesai')).toBeVisible();
  payNewest(stage);
  await expect(home.getByText('Rp1.000', { exact: true })).toBeVisible();
  await expectForEverybody(page);

  await home.getByRole('link', { name: 'Lihat untung' }).click();
  const profit = page.locator('zul-console-profit');
  await expect(profit.getByRole('heading', { name: 'Untung', exact: true })).toBeFocused();
  await expect(profit.locator('.big')).toHaveText('Rp1.000');
  await expect(profit.locator('canvas')).toBeVisible();
  await expect(profit.getByRole('link', { name: 'Buka Dashboard ZulTopup' })).toHaveAttribute(
    'href',
    new URL(stage.sandbox.apiUrl).origin,
  );
  await expectForEverybody(page);
  await profit.getByText('Pilih tanggal').click();
  await profit.getByLabel('Dari').fill('2020-01-01');
  await profit.getByLabel('Sampai').fill('2020-01-31');
  await profit.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(profit.locator('.big')).toHaveText('Rp0');
});
