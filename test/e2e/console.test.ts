import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody, PASSWORD } from './support/console.ts';
import { orderDiamonds, test } from './support/stage.ts';

test.describe('for everybody', () => {
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
  });

  test('he finds every page, sees who is signed in, and signs out', async ({ page, stage }) => {
    await enterConsole(page, stage);
    const menu = page.getByRole('link', { name: 'Menu' });
    // At a desk there is room for all pages beside each other, and no menu.
    if (await menu.isVisible()) {
      await menu.click();
      await expect(page.getByRole('heading', { name: 'Menu' })).toBeFocused();
      await expectForEverybody(page);
      await page.getByRole('main').getByRole('link', { name: 'Perangkat' }).click();
    } else await page.getByRole('navigation').getByRole('link', { name: 'Perangkat' }).click();
    await expect(page.getByRole('heading', { name: 'Perangkat yang masuk' })).toBeFocused();
    await expectForEverybody(page);
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
  await enterConsole(page, stage, 'devices');
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
  await expect(page.getByRole('heading', { name: 'Signed-in devices' })).toBeVisible();
});
