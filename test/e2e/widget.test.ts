import { expect } from 'playwright/test';
import { orderDiamonds, payNewest, test } from './support/stage.ts';

test('a buyer finds his earlier orders on this device, and each opens as it is now', {
  tag: '@phone',
}, async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  await widget.getByRole('button', { name: 'Ganti pesanan' }).click();
  await widget.getByRole('button', { name: 'Ya, tinggalkan' }).click();
  payNewest(stage);
  await widget.getByRole('button', { name: 'Pesanan saya' }).click();
  await expect(widget.getByRole('heading', { name: 'Pesanan saya' })).toBeVisible();
  await widget.getByRole('button', { name: /70 Diamond.*Free Fire/ }).click();
  await expect(widget.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();
  await expect(widget.getByRole('button', { name: 'Beli lagi' })).toBeVisible();
  // What was bought last stands first.
  await widget.getByRole('button', { name: 'Pilih produk lain' }).click();
  await expect(widget.locator('.tile').first()).toContainText('Free Fire');
});

test('an id is kept only when the buyer wants it, typed by one tap, and removed by another', {
  tag: '@phone',
}, async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('button', { name: /^Free Fire/ }).click();
  await widget.getByLabel('Simpan ID ini di perangkat ini').check();
  await widget.getByRole('button', { name: 'Kembali' }).click();
  await orderDiamonds(page);
  await widget.getByRole('button', { name: 'Ganti pesanan' }).click();
  await widget.getByRole('button', { name: 'Ya, tinggalkan' }).click();
  await widget.getByRole('button', { name: /^Mobile Legends/ }).click();
  await expect(widget.getByText('ID tersimpan')).toHaveCount(0);
  await widget.getByRole('button', { name: 'Kembali' }).click();
  await widget.getByRole('button', { name: /^Free Fire/ }).click();
  await widget.getByRole('button', { name: '123456789', exact: true }).click();
  await expect(widget.getByLabel('User ID')).toHaveValue('123456789');
  await widget.getByRole('button', { name: 'Hapus 123456789 dari perangkat ini' }).click();
  await expect(widget.getByText('ID tersimpan')).toHaveCount(0);
});

test("a number of another operator than the product's is remarked on, and never refused", async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('searchbox').fill('tsel');
  await widget
    .getByRole('button', { name: /^Telkomsel/ })
    .first()
    .click();
  const phone = widget.getByLabel('Nomor HP');
  await phone.fill('0817');
  await expect(widget.getByText(/Ini nomor XL, sedangkan produk ini untuk Telkomsel/)).toBeVisible();
  await phone.fill('081234567890');
  await expect(widget.getByText('Nomor Telkomsel')).toBeVisible();
});

test('words typed by ear find the game', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  const search = widget.getByRole('searchbox');
  for (const [typed, found] of [
    ['mobil lejen', 'Mobile Legends'],
    ['ff', 'Free Fire'],
  ] as const) {
    await search.fill(typed);
    await expect(widget.locator('.tile').first()).toContainText(found);
  }
});

test('behind a button the shop opens in a dialog that keeps and returns the focus', {
  tag: '@phone',
}, async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  await page.evaluate(() => {
    const button = document.createElement('zul-topup');
    button.id = 'button';
    button.setAttribute('layout', 'button');
    button.setAttribute('type', 'PLN');
    document.querySelector('zul-topup')?.replaceWith(button);
  });
  const widget = page.locator('#button');
  const trigger = widget.getByRole('button', { name: 'Isi ulang' });
  await trigger.click();
  const dialog = widget.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /PLN/ }).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Free Fire/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(trigger).toBeFocused();
});

test('a site can open its shop at one product, and start it anew', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await expect(widget.getByRole('searchbox')).toBeVisible();
  await page.evaluate(() => {
    const element = document.querySelector('zul-topup');
    element?.setAttribute('category', 'free-fire');
    element?.setAttribute('sid', '1');
  });
  await expect(widget.getByRole('radio', { name: /^70 Diamond/ })).toBeChecked();
  await widget.getByLabel('User ID').fill('123456789');
  await page.evaluate(() => (document.querySelector('zul-topup') as unknown as { reset(): void }).reset());
  await expect(widget.getByLabel('User ID')).toHaveValue('');
});

test('English is whole, from the catalog to the QR', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/blog`);
  await page.evaluate(() => document.querySelector('zul-topup')?.setAttribute('lang', 'en'));
  const widget = page.locator('zul-topup');
  await expect(widget.getByRole('heading', { name: 'What would you like to top up?' })).toBeVisible();
  await widget.getByRole('button', { name: /^Free Fire/ }).click();
  await widget.getByRole('radio', { name: /^70 Diamond/ }).check({ force: true });
  await widget.getByLabel('User ID').fill('123456789');
  await widget.getByLabel('Name', { exact: true }).fill('Budi');
  await widget.getByLabel('WhatsApp number').fill('081234567890');
  await widget.getByRole('button', { name: 'Continue' }).click();
  await widget.getByRole('button', { name: 'Pay with QRIS' }).click();
  await expect(widget.getByRole('link', { name: 'Save QR' })).toBeVisible();
});
