import { expect } from 'playwright/test';
import { clipboard, equipDevice, handedTo } from './support/device.ts';
import { codeIn, helpText } from './support/help.ts';
import { orderDiamonds, payNewest, showPage, test } from './support/stage.ts';

// Long enough that a payment is seen by itself, before the delivery.
test.use({ sandboxOptions: { deliverySeconds: 60 } });

test('at a desk a buyer scans with his phone, copies the exact sum, and the screen stays on until he has paid', async ({
  page,
  stage,
}) => {
  stage.sandbox.faults.add({ kind: 'unique-code', rupiah: 123 });
  await equipDevice(page);
  // A blog's narrow column on a desk is still a desk.
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  const locks = async () => (await handedTo(page)).locks;

  await expect(widget.getByText(/^Scan QR ini dengan aplikasi/)).toBeVisible();
  await expect(widget.getByRole('heading', { name: 'Cara bayar dari HP ini' })).toBeHidden();

  // The last digits tell this payment from another of the same price: they are the sum, and what is copied.
  await expect(widget.locator('[part=amount]')).toContainText('Rp11.123');
  await expect(widget.getByText(/^Bayar persis sampai angka terakhir/)).toBeVisible();
  await widget.getByRole('button', { name: 'Salin Total bayar' }).click();
  await expect(widget.getByRole('button', { name: 'Tersalin' })).toBeVisible();
  expect(await clipboard(page)).toBe('11123');

  expect(await helpText(widget)).toContain(await codeIn(widget));

  expect(await locks()).toEqual({ asked: 1, held: 1 });
  await showPage(page, false);
  expect((await locks()).held).toBe(0);
  await showPage(page, true);
  await expect.poll(locks).toEqual({ asked: 2, held: 1 });
  payNewest(stage);
  await expect(widget.getByRole('heading', { name: 'Pembayaran diterima' })).toBeVisible();
  await expect.poll(locks).toEqual({ asked: 2, held: 0 });
});

test('a buyer who leaves his QR lets the screen go dark again', async ({ page, stage }) => {
  await equipDevice(page);
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  await expect.poll(async () => (await handedTo(page)).locks.held).toBe(1);
  await widget.getByRole('button', { name: 'Ganti pesanan' }).click();
  await widget.getByRole('button', { name: 'Ya, tinggalkan' }).click();
  await expect(widget.getByRole('searchbox')).toBeVisible();
  await expect.poll(async () => (await handedTo(page)).locks.held).toBe(0);
});
