import { expect, type Page } from 'playwright/test';
import { violations } from './support/axe.ts';
import { orderDiamonds, test } from './support/stage.ts';

const PASSWORD = 'kuda laut biru 7';

/** axe finds nothing, and nothing is wider than the screen, in either theme. */
async function expectForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, 'zul-console')).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(0);
  }
}

test.use({ viewport: { width: 320, height: 640 } });

test.describe('for everybody', () => {
  // axe comes in as a script, which the page's own policy lets nobody bring.
  test.use({ bypassCSP: true });

  test('a reseller chooses his password by the one-time link, sees his shop, and signs out', async ({
    page,
    stage,
  }) => {
    await page.goto(`${stage.pages.url}/blog`);
    await orderDiamonds(page);

    await page.goto(`${stage.proxyUrl}/console/#${stage.setupSecret}`);
    await expect(page.getByRole('heading', { name: 'Pilih kata sandi' })).toBeVisible();
    expect(page.url()).toBe(`${stage.proxyUrl}/console/`);
    await page.getByLabel('Kata sandi').fill('kuda');
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await expect(page.getByRole('alert')).toHaveText('Minimal 10 karakter.');
    await expectForEverybody(page);
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.keyboard.press('Enter');

    const heading = page.getByRole('heading', { name: 'Saldo' });
    await expect(heading).toBeFocused();
    await expect(page.getByText('Rp500.000')).toBeVisible();
    await expect(page.getByText('Menunggu pembayaran')).toBeVisible();
    await expectForEverybody(page);
    await page.reload();
    await expect(heading).toBeVisible();

    await page.getByRole('button', { name: /^Keluar: / }).click();
    await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible();
    await page.goto(`${stage.proxyUrl}/console/#${stage.setupSecret}`);
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('sudah dipakai');
  });
});

test('a wrong password is told, a lost network too, and English is whole', async ({
  page,
  context,
  stage,
}) => {
  await page.goto(`${stage.proxyUrl}/console/#${stage.setupSecret}`);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keluar dari semua perangkat' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Password').fill('something else');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not fit');
  await context.setOffline(true);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('has not answered');
  await context.setOffline(false);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Balance' })).toBeVisible();
});
