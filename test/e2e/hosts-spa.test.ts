import { expect, type Page } from 'playwright/test';
import { complaints } from './support/hosts.ts';
import { countHeld } from './support/leaks.ts';
import { orderDiamonds, payNewest, test } from './support/stage.ts';

const ROUNDS = 6;

test('an order made in a single-page app goes on while the buyer walks through it', async ({
  page,
  stage,
}) => {
  const heard = await complaints(page);
  await page.goto(`${stage.pages.url}/spa`);
  await walk(page, 'Top up');
  const widget = await orderDiamonds(page);
  const qr = widget.getByRole('img', { name: /^Kode QRIS/ });
  const address = await qr.getAttribute('src');

  await page.getByRole('button', { name: 'Pindah ke samping' }).click();
  await expect(page.locator('.side zul-topup')).toBeVisible();
  await expect(qr).toHaveAttribute('src', address ?? '');
  await walk(page, 'Beranda');
  await expect(widget).toHaveCount(0);
  await page.goBack();
  await expect(qr).toHaveAttribute('src', address ?? '');

  await page.getByRole('button', { name: 'Sembunyikan' }).click();
  payNewest(stage);
  await expect.poll(() => stage.sandbox.orders()[0]?.status, { timeout: 10_000 }).toBe('Success');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(widget.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();
  const serial = (stage.sandbox.orders()[0]?.catatan ?? '').replace(/^SN: /, '');
  await expect(widget.getByText(serial)).toBeVisible();
  expect(stage.sandbox.orders()).toHaveLength(1);
  expect(await heard()).toEqual([]);
});

test('a widget that comes, goes and moves leaves nothing behind', async ({ page, stage }) => {
  const held = await countHeld(page);
  await page.goto(`${stage.pages.url}/spa/topup`);
  const widget = await orderDiamonds(page);
  await expect.poll(held).toMatchObject({ streams: 1 });
  await walk(page, 'Beranda');
  await expect.poll(held).toMatchObject({ streams: 0, timers: 0 });
  const before = await held();

  for (let round = 1; round <= ROUNDS; round += 1) {
    await walk(page, 'Top up');
    // Round by round at another moment of loading: at once, while asking, and with the stream open.
    if (round % 3 === 1) await expect.poll(held).toMatchObject({ streams: 1 });
    if (round % 3 === 2) await expect(widget.getByRole('img', { name: /^Kode QRIS/ })).toBeVisible();
    await page.getByRole('button', { name: 'Pindah ke samping' }).click();
    await page.getByRole('button', { name: 'Sembunyikan' }).click();
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByRole('button', { name: 'Pindah ke tengah' }).click();
    if (round % 2 === 0) await page.getByRole('button', { name: 'Sembunyikan' }).click();
    await walk(page, 'Beranda');
    await expect.poll(held, { message: `after round ${round}` }).toEqual(before);
  }

  await walk(page, 'Top up');
  await expect.poll(held).toMatchObject({ streams: 1 });
  await page.getByRole('button', { name: 'Sembunyikan' }).click();
  await expect.poll(held).toEqual(before);
});

test('a widget that is gone is forgotten by the browser too', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/spa/topup`);
  await expect(page.locator('zul-topup').getByRole('searchbox')).toBeVisible();
  const gone = await page.evaluateHandle(() => {
    const element = document.querySelector('zul-topup');
    return {
      isForgotten: (
        (held) => () =>
          held.deref() === undefined
      )(new WeakRef(element as Element)),
    };
  });
  const isForgotten = async () => {
    await page.requestGC();
    return gone.evaluate(({ isForgotten }) => isForgotten());
  };
  expect(await isForgotten()).toBe(false);
  await walk(page, 'Beranda');
  await expect.poll(isForgotten).toBe(true);
});

async function walk(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: link }).click();
}
