import { expect, type Locator } from 'playwright/test';
import type { Service } from '../../demo/sandbox/services/service.ts';
import { BIGGEST, largePriceList } from '../bench/widget/price-list.ts';
import { test } from './support/stage.ts';

/** One pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** Tiles that show before all are asked for. */
const FIRST = 12;
/** A window, what is looked ahead and what one scroll adds to it; the lists are several times as long. */
const MOST = 150;

test.describe('with pictures of the reseller', () => {
  test.use({
    pictures: {
      'free-fire': 'https://pictures.example/ff.png',
      'mobile-legends': 'https://pictures.example/gone.png',
    },
  });

  test('his pictures are on the tiles; where one fails, or there is none, the drawn tile shows', async ({
    page,
    stage,
  }) => {
    await page.route('https://pictures.example/ff.png', (route) =>
      route.fulfill({ body: PIXEL, contentType: 'image/png' }),
    );
    const gone = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/gone.png'));
    await page.route('https://pictures.example/gone.png', (route) => route.abort());
    await page.goto(`${stage.pages.url}/blog`);
    const tile = (name: string) => page.locator('zul-topup .tile').filter({ hasText: name });

    const picture = tile('Free Fire').locator('img');
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    // It lies over the drawn one, and hides it whole.
    expect(await picture.boundingBox()).toEqual(await tile('Free Fire').locator('.cover').boundingBox());

    await gone;
    await expect(tile('Mobile Legends').locator('img')).toBeHidden();
    await expect(tile('Mobile Legends').getByText('ML', { exact: true })).toBeVisible();
    await expect(tile('Genshin Impact').locator('img')).toHaveCount(0);
    await expect(tile('Genshin Impact').getByText('GI', { exact: true })).toBeVisible();
  });
});

test.describe('with 5,000 services', () => {
  const closed: Service = {
    sid: '5001',
    tipe: 'Games',
    kategori: 'Dragon Nest',
    layanan: '10 Koin',
    harga: 9_000,
    status: 'Gangguan',
  };
  test.use({ sandboxOptions: { services: [...largePriceList(), closed] } });

  test('only what is looked at is in the page, and what is down is shown and cannot be chosen', async ({
    page,
    stage,
  }) => {
    await page.goto(`${stage.pages.url}/blog`);
    const widget = page.locator('zul-topup');
    const tiles = widget.locator('.tile');
    await expect(tiles).toHaveCount(FIRST);
    await widget.getByRole('button', { name: 'Lihat semua (401)' }).click();
    await expect.poll(() => tiles.count()).toBeGreaterThan(FIRST);
    await growsWhenScrolled(tiles);

    await widget.getByRole('searchbox').fill('dragon nest');
    await expect(tiles).toHaveCount(1);
    await expect(tiles).toContainText('Gangguan');
    await expect(tiles).toBeDisabled();

    await widget.getByRole('searchbox').fill(BIGGEST);
    await tiles.first().click();
    const nominals = widget.getByRole('radio');
    await expect(nominals.first()).toBeVisible();
    await growsWhenScrolled(nominals);
    await checkDown(widget);
  });
});

/** The fortieth nominal of the biggest category is down: pressing it chooses nothing. */
async function checkDown(widget: Locator): Promise<void> {
  const down = widget.getByRole('radio', { name: 'IDR 45.000 Gangguan' });
  await expect(down).toBeDisabled();
  await widget.locator('.nominal').filter({ hasText: 'IDR 45.000' }).click({ force: true });
  await expect(down).not.toBeChecked();
  await expect(widget.getByText('Belum pilih nominal')).toBeVisible();
}

/** More of a list is drawn only when its end comes near. */
async function growsWhenScrolled(list: Locator): Promise<void> {
  const before = await list.count();
  await list.nth(before - 1).evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await expect.poll(() => list.count()).toBeGreaterThan(before);
  expect(await list.count()).toBeLessThanOrEqual(MOST);
}
