import { expect } from 'playwright/test';
import { clipboard, equipDevice, handedTo } from './support/device.ts';
import { codeIn } from './support/help.ts';
import { payNewest, test } from './support/stage.ts';

test.use({ sandboxOptions: { deliverySeconds: 1 } });

test('a buyer of electricity reads his token in fours, copies its digits, shares and prints a receipt, and buys again', async ({
  page,
  stage,
}) => {
  await equipDevice(page);
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('searchbox').fill('token listrik');
  await widget.getByRole('button', { name: /^Token PLN/ }).click();
  await widget.getByRole('radio', { name: /^Token 50\.000/ }).check({ force: true });
  await widget.getByLabel('Nomor meter').fill('14234567890');
  await widget.getByLabel('Nama', { exact: true }).fill('Budi');
  await widget.getByLabel('Nomor WhatsApp').fill('081234567890');
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  payNewest(stage);
  await expect(widget.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();

  const note = stage.sandbox.orders()[0]?.catatan ?? '';
  const [digits = '', name = '', tariff = '', power = ''] = note.split('/');
  const fours = digits.replace(/\d{4}(?=\d)/g, '$& ');
  expect(fours).toMatch(/^(\d{4} ){4}\d{4}$/);
  const serial = widget.locator('[part=serial]');
  await expect(serial).toContainText('Token listrik');
  await expect(serial.getByText(fours, { exact: true })).toBeVisible();
  for (const [term, value] of [
    ['Nama', name],
    ['Tarif', tariff],
    ['Daya', power],
  ] as const) {
    const fact = serial.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) });
    await expect(fact.getByRole('definition')).toHaveText(value);
  }
  await serial.getByRole('button', { name: 'Salin Token listrik' }).click();
  await expect(serial.getByRole('button', { name: 'Tersalin' })).toBeVisible();
  expect(await clipboard(page)).toBe(digits);

  // What is shared and what is printed are the same receipt.
  await widget.getByRole('button', { name: 'Bagikan bukti' }).click();
  await widget.getByRole('button', { name: 'Cetak' }).click();
  await expect.poll(async () => (await handedTo(page)).printed.length).toBe(1);
  const { shared, printed } = await handedTo(page);
  const [receipt = ''] = printed;
  expect(shared).toEqual([{ text: receipt, files: [] }]);
  for (const part of ['Toko Uji', await codeIn(widget), 'Token PLN · Token 50.000', '14234567890', fours]) {
    expect(receipt).toContain(part);
  }
  await expect(page.locator('iframe')).toHaveCount(0);

  await widget.getByRole('button', { name: 'Beli lagi' }).click();
  await expect(widget.getByRole('heading', { name: 'Cek pesananmu' })).toBeVisible();
  await expect(widget.getByRole('definition').filter({ hasText: /^14234567890$/ })).toBeVisible();
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  expect(stage.sandbox.orders().map(({ layanan, target }) => [layanan, target])).toEqual([
    ['Token 50.000', '14234567890'],
    ['Token 50.000', '14234567890'],
  ]);
});
