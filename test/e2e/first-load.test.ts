import { expect } from 'playwright/test';
import { builtWidget } from '../support/widget-bundle.ts';
import { firstLoad } from '../support/widget-size.ts';
import { test } from './support/stage.ts';

test('the catalog shows with no more script than the size gate counts as first load', async ({
  page,
  stage,
}) => {
  const counted = Object.keys(firstLoad(builtWidget()));
  const isLater = (url: URL) =>
    url.origin === stage.proxyUrl && url.pathname.endsWith('.js') && !counted.includes(url.pathname.slice(1));
  // Never answered: whatever waits for it waits for ever.
  await page.route(isLater, () => undefined);
  await page.goto(`${stage.pages.url}/blog`);
  await expect(page.locator('zul-topup').getByRole('button', { name: /^Free Fire/ })).toBeVisible();
});
