import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Locator, type Page } from 'playwright/test';
import { type Pages, startPages } from '../../../demo/pages/serve.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../demo/sandbox/start-sandbox.ts';
import { compose } from '../../../proxy/compose.ts';
import { readConfig } from '../../../proxy/config.ts';

/** The whole system on one machine: sandbox, proxy and host pages, each on an origin of its own. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly proxyUrl: string;
  readonly pages: Pages;
  /** Stops and starts the proxy on the same address and file, as a restart of the process would. */
  restartProxy(): Promise<void>;
}

async function setStage(sandboxOptions: SandboxOptions): Promise<Stage & { strike(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'zul-e2e-'));
  const sandbox = await startSandbox({ deliverySeconds: 2, ...sandboxOptions });
  let proxyUrl = '';
  const pages = await startPages({ proxyUrl: () => proxyUrl });
  const start = async (port: string) => {
    const proxy = await compose(
      readConfig({
        ZULTOPUP_API_KEY: sandbox.apiKey,
        ZULTOPUP_BASE_URL: sandbox.apiUrl,
        HOST: '127.0.0.1',
        PORT: port,
        ALLOWED_ORIGINS: pages.url,
        DATABASE_URL: `file:${join(dir, 'shop.db')}`,
        SHOP_NAME: 'Toko Uji',
        SHOP_HELP: '6281234567890',
        LOG_LEVEL: 'silent',
      }),
    );
    proxyUrl = (await proxy.listen()).url.replace('localhost', '127.0.0.1');
    return proxy;
  };
  let proxy = await start('0');
  return {
    sandbox,
    pages,
    get proxyUrl() {
      return proxyUrl;
    },
    async restartProxy() {
      await proxy.close();
      proxy = await start(new URL(proxyUrl).port);
    },
    async strike() {
      await Promise.all([proxy.close(), pages.close(), sandbox.close()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Playwright's `test` with a stage of its own for every test. */
export const test = base.extend<{ sandboxOptions: SandboxOptions; stage: Stage }>({
  sandboxOptions: [{}, { option: true }],
  stage: async ({ sandboxOptions }, use) => {
    const stage = await setStage(sandboxOptions);
    await use(stage);
    await stage.strike();
  },
});

/** The buyer's way from the catalog to the QR, for one of the sandbox's products. Returns the widget. */
export async function orderDiamonds(
  page: Page,
  userId = '123456789',
  widget = page.locator('zul-topup'),
): Promise<Locator> {
  await widget.getByRole('searchbox').fill('free fire');
  await widget.getByRole('button', { name: /^Free Fire/ }).click();
  await widget.getByRole('radio', { name: /^70 Diamond/ }).check({ force: true });
  await widget.getByLabel('User ID').fill(userId);
  await widget.getByLabel('Nama', { exact: true }).fill('Budi');
  await widget.getByLabel('Nomor WhatsApp').fill('+62 812-3456-7890');
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  return widget;
}

/** Hides the page as if the buyer had gone to another app, or shows it again. */
export async function showPage(page: Page, visible: boolean): Promise<void> {
  await page.evaluate((shown) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (shown ? 'visible' : 'hidden'),
    });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !shown });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

/** What a buyer does in his wallet app with the newest open order. */
export function payNewest({ sandbox }: Stage): void {
  const order = sandbox.orders().at(-1);
  if (!order) throw new Error('there is no order to pay');
  sandbox.pay(order.id);
}
