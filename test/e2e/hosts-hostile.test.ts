import { expect, type Locator, type Page } from 'playwright/test';
import type { Stage } from '../support/stage.ts';
import { differences, type Look, looksOf } from './support/looks.ts';
import { orderDiamonds, test } from './support/stage.ts';

test.use({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });

/** Inherited by everything inside the element, if nothing stops them. */
const INHERITED = ['letter-spacing', 'text-transform', 'white-space', 'text-align', 'font-style', 'cursor'];

test('the CSS of a hostile site changes nothing inside the widget', async ({ page, stage }) => {
  const calm = await looksOn('/blog', page, stage);
  const hostile = await looksOn('/hostile', page, stage);
  for (const [screen, looks] of calm) {
    expect(looks.length, screen).toBeGreaterThan(50);
    expect(differences(looks, hostile.get(screen) ?? []), screen).toEqual([]);
  }
});

test('a hostile site is hostile indeed: what it sets reaches the element itself', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/hostile`);
  const outside = page.locator('zul-topup');
  await expect(outside.getByRole('searchbox')).toBeVisible();
  const set = await outside.evaluate((element, names) => {
    const style = getComputedStyle(element);
    return names.map((name) => style.getPropertyValue(name));
  }, INHERITED);
  expect(set).toEqual(['20px', 'uppercase', 'nowrap', 'justify', 'italic', 'crosshair']);
});

test('a site that shrinks what stands in its flex column leaves the widget its width', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/hostile`);
  const widget = page.locator('zul-topup');
  await expect(widget.getByRole('searchbox')).toBeVisible();
  const [own, room] = await widget.evaluate((element) => [
    element.clientWidth,
    element.parentElement?.clientWidth,
  ]);
  expect(own).toBe(room);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('on a page that reads from right to left the widget keeps its own direction', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await fix(widget);
  const before = await looksOf(widget);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  expect(differences(before, await looksOf(widget))).toEqual([]);
});

test('a buyer gets his QR on a hostile site', async ({ page, stage }) => {
  await page.goto(`${stage.pages.url}/hostile`);
  await orderDiamonds(page);
  expect(stage.sandbox.orders()).toHaveLength(1);
});

/** How the first two screens look on a page. */
async function looksOn(path: string, page: Page, stage: Stage): Promise<Map<string, Look[]>> {
  await page.goto(stage.pages.url + path);
  const widget = page.locator('zul-topup');
  await fix(widget);
  const catalog = await looksOf(widget);
  await widget.getByRole('button', { name: /^Mobile Legends/ }).click();
  await widget.getByLabel('Zone ID').waitFor();
  await page.mouse.move(0, 0);
  // The heading of a new screen takes the focus; a tab's worth of keyboard use would outline it.
  await widget.evaluate((host) => (host.shadowRoot?.activeElement as HTMLElement | null)?.blur());
  return new Map([
    ['catalog', catalog],
    ['category', await looksOf(widget)],
  ]);
}

/** The same room on every page, so that what differs is the site's doing. */
async function fix(widget: Locator): Promise<void> {
  await widget.getByRole('searchbox').waitFor();
  await widget.evaluate((element) => {
    element.style.width = '320px';
  });
}
