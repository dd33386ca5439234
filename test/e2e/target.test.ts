import { expect } from 'playwright/test';
import { test } from './support/stage.ts';

test('a pasted id with its zone goes into two fields, and the check shows both before anything is sent', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('button', { name: /^Mobile Legends/ }).click();
  await widget.getByRole('radio', { name: /^86 Diamond/ }).check({ force: true });
  const id = widget.getByLabel('User ID');
  const zone = widget.getByLabel('Zone ID');
  await expect(id).toHaveAttribute('inputmode', 'numeric');
  await expect(widget.getByText('Contoh: 1114917746')).toBeVisible();
  await expect(widget.getByText('Angka di dalam kurung setelah User ID')).toBeVisible();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('12345678 (1234)'));
  await id.press('ControlOrMeta+v');
  await expect(id).toHaveValue('12345678');
  await expect(zone).toHaveValue('1234');

  await widget.getByLabel('Nama', { exact: true }).fill('Sri');
  await widget.getByLabel('Nomor WhatsApp').fill('081234567890');
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  const large = widget.getByRole('definition').filter({ hasText: /^12345678$/ });
  await expect(large).toBeVisible();
  expect(
    await large.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThan(20);
  await expect(widget.getByRole('definition').filter({ hasText: /^1234$/ })).toBeVisible();
  await expect(widget.getByText(/Pesanan ke tujuan yang salah tidak bisa dikembalikan/)).toBeVisible();
  expect(stage.sandbox.orders()).toHaveLength(0);
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  expect(stage.sandbox.orders()[0]?.target).toBe('123456781234');
});

test("the server is told by the id's first digit, and the buyer has the last word", async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('button', { name: /^Genshin Impact/ }).click();
  const server = widget.getByLabel('Server');
  const id = widget.getByLabel('UID');
  await id.fill('612345678');
  await expect(server).toHaveValue('os_usa');
  await id.fill('812345678');
  await expect(server).toHaveValue('os_asia');
  await server.selectOption({ label: 'Europe' });
  await id.fill('612345678');
  await expect(server).toHaveValue('os_euro');
});
