import { expect, type Page } from 'playwright/test';
import { complaints, orderMobileLegends } from './support/hosts.ts';
import { orderDiamonds, payNewest, test } from './support/stage.ts';

test('under a strict policy with Trusted Types a buyer gets his serial number, and nothing is refused', async ({
  page,
  stage,
}) => {
  const heard = await complaints(page);
  const response = await page.goto(`${stage.pages.url}/csp`);
  const policy = response?.headers()['content-security-policy'];
  expect(policy).toContain(`script-src ${stage.proxyUrl};`);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
  const widget = await orderDiamonds(page);
  const qr = widget.getByRole('img', { name: /^Kode QRIS/ });
  await expect.poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  payNewest(stage);
  await expect(widget.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();
  await expect(widget.getByText(serialOf(stage.sandbox.orders()[0]?.catatan))).toBeVisible();
  expect(await heard()).toEqual([]);
});

test('the strict policy is in force: what the widget does not need is refused and heard of', async ({
  page,
  stage,
}) => {
  const heard = await complaints(page);
  await page.goto(`${stage.pages.url}/csp`);
  await page.evaluate(() => {
    const div = document.createElement('div');
    div.setAttribute('style', 'color: red');
    try {
      div.innerHTML = '<b>no</b>';
    } catch {
      // What the policy is there for.
    }
  });
  expect((await heard()).join('\n')).toMatch(/style-src[\s\S]*require-trusted-types-for/);
});

test('a React app hands in its state and hears of the order', async ({ page, stage }) => {
  const heard = await complaints(page);
  await page.goto(`${stage.pages.url}/react`);
  await page.getByRole('button', { name: 'Free Fire' }).first().click();
  const widget = page.locator('zul-topup');
  await expect(widget.getByRole('radio', { name: /^70 Diamond/ })).toBeAttached();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(widget.getByText('Choose', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.getByRole('button', { name: 'Semua', exact: true }).first().click();
  await orderDiamonds(page);
  await expect(page.getByRole('listitem').filter({ hasText: /^ZT-\S+ dibuat: 70 Diamond$/ })).toBeVisible();
  payNewest(stage);
  await expect(page.getByRole('listitem').filter({ hasText: /^ZT-\S+ terkirim/ })).toBeVisible();
  expect(await heard()).toEqual([]);
});

test('a Vue app hands in its state and hears of the order', async ({ page, stage }) => {
  const heard = await complaints(page);
  await page.goto(`${stage.pages.url}/vue`);
  const widget = page.locator('zul-topup');
  await page.getByRole('button', { name: 'Mobile Legends' }).first().click();
  await expect(widget.getByLabel('Zone ID')).toBeVisible();
  await page.getByRole('button', { name: 'Mode malam' }).click();
  await expect(widget).toHaveAttribute('theme', 'dark');
  await page.getByRole('button', { name: 'Semua', exact: true }).first().click();
  await orderDiamonds(page);
  const receipt = page.locator('.receipt');
  await expect(receipt).toHaveText(/^ZT-\S+: 70 Diamond, menunggu pembayaran\.$/);
  payNewest(stage);
  await expect(receipt).toHaveText(/^ZT-\S+: 70 Diamond, terkirim\.$/);
  expect(await heard()).toEqual([]);
});

test('two widgets on one page each sell, with the script loaded three times in two versions', async ({
  page,
  stage,
}) => {
  const heard = await complaints(page);
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (/zul-topup(\.\w+)?\.js$/.test(response.url()) && response.ok()) scripts.add(response.url());
  });
  await page.goto(`${stage.pages.url}/two`);
  await orderMobileLegends(page.locator('#peserta'));
  const other = page.locator('#penonton');
  await orderDiamonds(page, '123456789', other);
  expect(stage.sandbox.orders()).toHaveLength(2);
  expect([...scripts].map((url) => new URL(url).pathname).sort()).toEqual([
    expect.stringMatching(/^\/zul-topup\.[0-9a-f]{10}\.js$/),
    '/zul-topup.js',
  ]);
  expect(await definitions(page)).toBe(1);
  expect(await heard()).toEqual([]);
});

test('a page that allows one lit-html policy keeps its widget when a second version is refused', async ({
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/csp`);
  const widget = page.locator('zul-topup');
  await expect(widget.getByRole('searchbox')).toBeVisible();
  const { file } = (await (await page.request.get(`${stage.proxyUrl}/manifest.json`)).json()) as {
    file: string;
  };
  await page.addScriptTag({ url: `${stage.proxyUrl}/${file}`, type: 'module' }).catch(() => undefined);
  await orderDiamonds(page);
});

test('where a blocker holds the script back, the page says what to allow', async ({ page, stage }) => {
  await page.route('**/zul-topup*.js', (route) => route.abort());
  for (const path of ['/blog', '/shop', '/csp', '/hostile', '/spa/topup', '/react', '/vue', '/builder']) {
    await page.goto(stage.pages.url + path);
    const said = page.getByText(`Izinkan skrip dari ${stage.proxyUrl}, lalu muat ulang halaman ini.`);
    await expect(said, path).toBeVisible();
  }
  await page.goto(`${stage.pages.url}/two`);
  await expect(page.getByText(`Izinkan skrip dari ${stage.proxyUrl}`)).toHaveCount(2);
});

/** Whether all elements of the page are of one class, and that class is the registered one. */
function definitions(page: Page): Promise<number> {
  return page.evaluate(() => {
    const classes = [...document.querySelectorAll('zul-topup')].map((element) => element.constructor);
    return new Set([...classes, customElements.get('zul-topup')]).size;
  });
}

function serialOf(note: string | undefined): string {
  return (note ?? '').replace(/^SN: /, '');
}
