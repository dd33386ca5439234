import { expect } from 'playwright/test';
import { codeIn, helpText } from './support/help.ts';
import { orderDiamonds, payNewest, sendDiamonds, test } from './support/stage.ts';

test('times are those of the place the buyer is at, and help knows his order at every step', async ({
  browser,
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page, '123456999');
  // The same buyer's browser, taken two hours to the east.
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    locale: 'id-ID',
    timezoneId: 'Asia/Jayapura',
  });
  const there = await context.newPage();
  await there.goto(`${stage.pages.url}/blog`);
  const away = there.locator('zul-topup');
  const [order] = stage.sandbox.orders();
  for (const [place, zone] of [
    [widget, 'Asia/Jakarta'],
    [away, 'Asia/Jayapura'],
  ] as const) {
    await expect(place.getByText(/^Bayar sebelum/)).toContainText(clock(order?.expiresAt, zone));
    await expect(place.getByRole('listitem').filter({ hasText: 'Pesanan dibuat' })).toContainText(
      clock(order?.createdAt, zone),
    );
  }

  payNewest(stage);
  await expect(widget.getByRole('heading', { name: 'Pembayaran diterima' })).toBeVisible();
  await expect(away.getByRole('listitem').filter({ hasText: 'Pembayaran diterima' })).toContainText(
    clock(stage.sandbox.orders()[0]?.paidAt, 'Asia/Jayapura'),
  );
  expect(await helpText(widget)).toContain(await codeIn(widget));
  await context.close();
});

test('an order without a certain answer is called uncertain: no QR, when to try again, and whom to ask', async ({
  page,
  stage,
}) => {
  stage.sandbox.faults.add({ kind: 'reset', path: '/order/create', work: 'done' });
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await sendDiamonds(widget);
  await expect(widget.getByRole('heading', { name: 'Belum ada kepastian' })).toBeVisible();
  await expect(widget.getByText(/Belum ada yang dibayar/).first()).toBeVisible();
  await expect(widget.getByRole('img', { name: /^Kode QRIS/ })).toHaveCount(0);
  await expect(widget.getByRole('button', { name: /^Bisa dicoba lagi setelah/ })).toBeDisabled();
  expect(await helpText(widget)).toContain(await codeIn(widget));
});

/** A time as it stands on an Indonesian clock in that zone. */
function clock(at: number | null | undefined, timeZone: string): string {
  return new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone }).format(at ?? 0);
}
