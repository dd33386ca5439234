import { expect } from 'playwright/test';
import { complaints, orderMobileLegends } from './support/hosts.ts';
import { test } from './support/stage.ts';

test('where a page builder strips unknown tags, a div sells', async ({ page, stage }) => {
  const heard = await complaints(page);
  await page.goto(`${stage.pages.url}/builder`);
  await orderMobileLegends(page.locator('[data-zul-topup] > zul-topup'));
  expect(stage.sandbox.orders()).toHaveLength(1);
  expect(await heard()).toEqual([]);
});

test('a div that comes later is upgraded too, with its attributes and its own content as fallback', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/builder`);
  await expect(page.locator('zul-topup')).toHaveCount(1);
  await page.evaluate(() => {
    const row = document.createElement('section');
    const place = document.createElement('div');
    Object.assign(place.dataset, {
      zulTopup: '',
      proxy: document.querySelector('script[src]')?.getAttribute('src')?.replace('/zul-topup.js', ''),
      category: 'free-fire',
      sid: '1',
      type: 'Games',
      lang: 'en',
      theme: 'dark',
      layout: 'inline',
      onclick: 'alert(1)',
      id: 'stray',
    });
    place.append('Please wait');
    row.append(place);
    document.body.prepend(row);
  });
  const added = page.locator('section zul-topup');
  await expect(added.getByRole('radio', { name: /^70 Diamond/ })).toBeAttached();
  expect(await added.evaluate((element) => element.getAttributeNames().sort())).toEqual([
    'category',
    'lang',
    'layout',
    'proxy',
    'sid',
    'theme',
    'type',
  ]);
  expect(await added.evaluate((element) => element.textContent)).toBe('Please wait');
  await expect(added).toHaveAttribute('lang', 'en');
});

test('a div is upgraded once: moved, copied, or with the script loaded in two versions', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/builder`);
  const inside = page.locator('[data-zul-topup] zul-topup');
  await expect(inside).toHaveCount(1);
  const manifest = await page.request.get(`${stage.proxyUrl}/manifest.json`);
  const { file } = (await manifest.json()) as { file: string };
  await page.addScriptTag({ url: `${stage.proxyUrl}/${file}`, type: 'module' });
  await page.evaluate(() => {
    const place = document.querySelector('[data-zul-topup]');
    if (!place) throw new Error('there is no place');
    document.body.prepend(place);
    document.body.append(place.cloneNode(true));
  });
  await expect(inside).toHaveCount(2);
  await expect(page.locator('[data-zul-topup]')).toHaveCount(2);
  await expect(inside.last().getByLabel('Zone ID')).toBeVisible();
});

test('a script that arrives while the page is still being read waits for the whole div', async ({
  page,
  stage,
}) => {
  const script = `${stage.proxyUrl}/zul-topup.js`;
  const first = `<!doctype html><script type="module" async src="${script}"></script>
    <div data-zul-topup data-category="mobile-legends"><p>Tunggu</p>`;
  // A page without the widget, on an origin that may sell: its document is written anew, in two halves.
  await page.goto(stage.pages.url);
  await page.evaluate(async (html) => {
    document.open();
    document.write(html);
    await customElements.whenDefined('zul-topup');
    document.write('<p>sebentar</p></div>');
    document.close();
  }, first);
  const place = page.locator('[data-zul-topup]');
  await expect(place.locator('zul-topup').getByLabel('Zone ID')).toBeVisible();
  expect(await place.evaluate((div) => [...div.children].map((child) => child.localName))).toEqual([
    'zul-topup',
  ]);
  expect(await place.textContent()).toBe('Tunggusebentar');
});
