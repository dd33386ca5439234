import { expect } from 'playwright/test';
import { orderDiamonds, test } from './support/stage.ts';

test('an order belongs to the widget it was made in: the other one shows its catalog', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/two`);
  const [first, second] = [page.locator('#peserta'), page.locator('#penonton')];
  await expect(first.getByLabel('Zone ID')).toBeVisible();
  await orderDiamonds(page, '123456789', second);
  const qr = second.getByRole('img', { name: /^Kode QRIS/ });
  const address = await qr.getAttribute('src');
  await expect(first.getByLabel('Zone ID')).toBeVisible();

  await page.reload();
  await expect(qr).toHaveAttribute('src', address ?? '');
  await expect(first.getByLabel('Zone ID')).toBeVisible();
  await expect(first.getByRole('img', { name: /^Kode QRIS/ })).toHaveCount(0);
  expect(stage.sandbox.orders()).toHaveLength(1);
});
