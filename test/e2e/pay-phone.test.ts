import { readFile } from 'node:fs/promises';
import { devices, expect, type Page } from 'playwright/test';
import { equipDevice, handedTo } from './support/device.ts';
import { orderDiamonds, test } from './support/stage.ts';

// A buyer cannot scan what is on his own screen: he hands the picture over.
test.use(devices['Pixel 7']);

const PNG = '89504e470d0a1a0a';

test('on a phone a buyer saves the QR by a plain link, or shares it as a picture', async ({
  page,
  stage,
}) => {
  await equipDevice(page);
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  await expect(widget.getByText('Simpan gambar QR ke galeri.')).toBeVisible();
  await expect(widget.getByText(/^Scan QR ini dengan aplikasi/)).toBeHidden();

  const link = widget.getByRole('link', { name: 'Simpan QR' });
  const address = (await link.getAttribute('href')) ?? '';
  expect(address.startsWith(`${stage.proxyUrl}/api/orders/`)).toBe(true);
  const response = await page.request.get(address);
  expect(response.headers()).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^attachment; filename=zul-topup-ZT-\w+\.png$/),
    'x-content-type-options': 'nosniff',
    // Sites embed the picture from elsewhere, and the share sheet needs its bytes.
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=3600',
  });
  expect((await response.body()).subarray(0, 8).toString('hex')).toBe(PNG);
  const saved = await saveBy(page, () => link.click());
  expect(saved.equals(await response.body())).toBe(true);

  await widget.getByRole('button', { name: 'Bagikan QR' }).click();
  await expect
    .poll(async () => (await handedTo(page)).shared)
    .toEqual([
      {
        files: [{ name: expect.stringMatching(/^qris-ZT-\S+\.png$/), type: 'image/png', size: saved.length }],
      },
    ]);
});

test('where an app refuses the picture after all, sharing saves it', async ({ page, stage }) => {
  await equipDevice(page, 'refused');
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  const saved = await saveBy(page, () => widget.getByRole('button', { name: 'Bagikan QR' }).click());
  expect(saved.subarray(0, 8).toString('hex')).toBe(PNG);
  await expect(widget.getByRole('status')).toHaveText('Simpan gambar QR ke galeri.');
  await expect(widget.getByRole('img', { name: /^Kode QRIS/ })).toBeVisible();
});

test('where other apps take no files, saving is the one way offered', async ({ page, stage }) => {
  await equipDevice(page, 'never');
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  await expect(widget.getByRole('link', { name: 'Simpan QR' })).toBeVisible();
  await expect(widget.getByRole('button', { name: 'Bagikan QR' })).toHaveCount(0);
});

/** The bytes that arrive in the gallery. */
async function saveBy(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path());
}
