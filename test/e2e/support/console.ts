import { expect, type Page } from 'playwright/test';
import type { Stage } from '../../support/stage.ts';
import { violations } from './axe.ts';

/** What the reseller chooses in these tests. */
export const PASSWORD = 'kuda laut biru 7';

/** Opens the console as its reseller, at a page of it such as `orders`. */
export async function enterConsole(page: Page, stage: Stage, name = 'home'): Promise<void> {
  await page.goto(`${stage.proxyUrl}/console/#${stage.setupSecret}`);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.locator('zul-console-home')).toBeAttached();
  if (name !== 'home') await page.goto(`${stage.proxyUrl}/console/#/${name}`);
  await expect(
    page.locator(`zul-console-${name.split('/')[0]}`).getByRole('heading', { level: 1 }),
  ).toBeVisible();
}

/** axe finds nothing, and nothing is wider than the screen, in either theme. Wants `bypassCSP`: axe comes as a script. */
export async function expectForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // The other theme can differ in nothing but its colours.
    const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
    expect(await violations(page, 'zul-console', rules)).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(0);
  }
}
