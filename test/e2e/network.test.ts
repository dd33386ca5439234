import { type BrowserContext, expect, type Locator, type Page, type Route } from 'playwright/test';
import { chooseDiamonds, fillBuyer, orderDiamonds, payNewest, test } from './support/stage.ts';

test('a network that goes in the middle of the form and of the create costs no typing and makes no second order', async ({
  context,
  page,
  stage,
}) => {
  const keys = creates(page);
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await chooseDiamonds(widget);
  await context.setOffline(true);
  await fillBuyer(widget);
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  await expect(widget.getByRole('heading', { name: 'Cek pesananmu' })).toBeVisible();

  // The create arrives and the order is made; the answer is lost, and with it the network again.
  await context.setOffline(false);
  await answerLost(page, () => context.setOffline(true));
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await expect(widget.getByRole('button', { name: 'Memastikan pesanan…' })).toBeVisible();
  await expect(widget.getByText(/^Belum ada jawaban\. Periksa koneksi internet/)).toBeVisible();
  await expect(widget.getByRole('definition').filter({ hasText: /^123456789$/ })).toBeVisible();
  expect(stage.sandbox.orders()).toHaveLength(1);

  await context.setOffline(false);
  await widget.getByRole('button', { name: 'Coba lagi' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  expect(keys.length).toBeGreaterThan(3);
  expect(new Set(keys).size).toBe(1);
  expect(stage.sandbox.orders()).toHaveLength(1);
});

test('a tab that is killed while its order is made finds that order, not a second one', async ({
  context,
  page,
  stage,
}) => {
  const keys = creates(page);
  await page.goto(`${stage.pages.url}/blog`);
  const widget = page.locator('zul-topup');
  await chooseDiamonds(widget);
  await fillBuyer(widget);
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  const made = new Promise<void>((resolve) => answerLost(page, resolve, () => undefined));
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await made;
  await page.close();

  const later = await context.newPage();
  const again = creates(later);
  await later.goto(`${stage.pages.url}/blog`);
  await later
    .locator('zul-topup')
    .getByRole('img', { name: /^Kode QRIS/ })
    .waitFor();
  expect(again).toEqual(keys);
  expect(stage.sandbox.orders()).toHaveLength(1);
});

test('two tabs show one order; the one that loses its network says so, and catches up by itself', async ({
  context,
  page,
  stage,
}) => {
  await page.goto(`${stage.pages.url}/blog`);
  const widget = await orderDiamonds(page);
  const address = await widget.getByRole('img', { name: /^Kode QRIS/ }).getAttribute('src');
  const other = await secondTab(context, `${stage.pages.url}/shop`);
  await expect(other.getByRole('img', { name: /^Kode QRIS/ })).toHaveAttribute('src', address ?? '');

  await context.setOffline(true);
  for (const tab of [widget, other]) {
    await expect(tab.getByText(/^Koneksi terputus\. Kami terus mencoba/)).toBeVisible();
    await expect(tab.getByRole('heading', { name: 'Bayar pakai QRIS' })).toBeVisible();
  }
  payNewest(stage);
  await context.setOffline(false);
  for (const tab of [widget, other]) {
    await expect(tab.getByRole('heading', { name: 'Berhasil dikirim' })).toBeVisible();
    await expect(tab.getByText(/^Koneksi terputus/)).toHaveCount(0);
  }
  expect(stage.sandbox.orders()).toHaveLength(1);
});

/** The keys of the creates a page sends from now on, whether or not they arrive. */
function creates(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/orders')) {
      keys.push(request.headers()['idempotency-key'] ?? 'none');
    }
  });
  return keys;
}

/** The next create reaches the proxy, and its answer does not come back: it breaks off, or stays away. */
async function answerLost(
  page: Page,
  onMade: () => unknown,
  end: (route: Route) => unknown = (route) => route.abort('internetdisconnected'),
): Promise<void> {
  await page.route(
    '**/api/orders',
    async (route) => {
      await route.fetch();
      await onMade();
      await end(route);
    },
    { times: 1 },
  );
}

async function secondTab(context: BrowserContext, url: string): Promise<Locator> {
  const page = await context.newPage();
  await page.goto(url);
  return page.locator('zul-topup');
}
