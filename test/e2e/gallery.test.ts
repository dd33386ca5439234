import { expect, type Locator, type Page, test } from 'playwright/test';
import type { GalleryState } from '../../demo/pages/gallery/state.ts';
import { STATES, THEMES } from '../../demo/pages/gallery/states.ts';
import { violations } from './support/axe.ts';
import { type GalleryStage, setGalleryStage } from './support/gallery-stage.ts';

/** States on one page: loading page and axe takes longer than looking at one more of them. */
const AT_ONCE = 9;

let stage: GalleryStage;
test.beforeAll(async () => {
  stage = await setGalleryStage();
});
test.afterAll(() => stage.strike());

test.describe.configure({ mode: 'parallel' });
// Reduced motion, because a text halfway through fading in has too little contrast.
test.use({
  viewport: { width: 320, height: 640 },
  contextOptions: { reducedMotion: 'reduce' },
  trace: 'off',
});

for (let first = 0; first < STATES.length; first += AT_ONCE) {
  const states = STATES.slice(first, first + AT_ONCE);
  test(`${states[0]?.name} to ${states.at(-1)?.name}: shown in both themes, for everybody, in 320 pixels`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    await page.goto(`${stage.url}?state=${states.map(({ name }) => name)}`);
    for (const state of states) {
      for (const theme of THEMES) faults.push(...(await unlike(page, state, theme)));
    }
    faults.push(...(await overflows(page)), ...(await violations(page, 'zul-topup')));
    expect(faults).toEqual([]);
  });
}

test('a file that an upgrade took away: the page is to be loaded again', async ({ page }) => {
  await page.route(/zul-topup-purchase/, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${stage.url}?state=catalog&theme=light`);
  const widget = page.locator('zul-topup');
  await widget.getByRole('button', { name: 'Free Fire' }).click();
  const again = widget.getByRole('button', { name: 'Muat ulang halaman' });
  await expect(again).toBeVisible();
  expect(await violations(page, 'zul-topup')).toEqual([]);
  await page.unroute(/zul-topup-purchase/);
  await again.click();
  await widget.getByRole('button', { name: 'Free Fire' }).click();
  await expect(widget.getByRole('radio').first()).toBeAttached();
});

/** Whether an element came to its state and says so. */
async function unlike(page: Page, { name, shows }: GalleryState, theme: string): Promise<string[]> {
  const element = page.locator(`zul-topup#${name}-${theme}`);
  const how = await element.and(page.locator('[data-stage]')).getAttribute('data-stage');
  if (how !== 'set') return [`${name}, ${theme}: ${how}`];
  const words = element.getByText(shows).or(element.getByRole('heading', { name: shows }));
  return (await isSeen(words.first())) ? [] : [`${name}, ${theme}: does not show “${shows}”`];
}

function isSeen(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}

/** What is wider than the room it has: the page, or something in a panel, which would cut it off unseen. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page: ${scrollWidth} pixels in ${clientWidth}`] : [];
    for (const host of document.querySelectorAll('zul-topup')) {
      const panel = host.shadowRoot?.querySelector('.panel');
      const edge = panel?.getBoundingClientRect().right ?? 0;
      const isClipped = (each: Element) => {
        let around = each.parentElement;
        while (around && around !== panel && getComputedStyle(around).overflowX === 'visible')
          around = around.parentElement;
        return around !== panel;
      };
      for (const each of panel?.querySelectorAll('*') ?? []) {
        const { right } = each.getBoundingClientRect();
        if (right > edge && !isClipped(each))
          faults.push(`${host.id}: ${each.className} ends ${right - edge} too far`);
      }
    }
    return faults;
  });
}
