import { test as base, type Locator, type Page } from 'playwright/test';
import type { SandboxOptions } from '../../../demo/sandbox/start-sandbox.ts';
import { type Stage, setStage } from '../../support/stage.ts';

export { payNewest } from '../../support/stage.ts';

interface Setting {
  sandboxOptions: SandboxOptions;
  /** The reseller's pictures of categories, as in his `pictures.json`. */
  pictures: Readonly<Record<string, string>>;
  /** A shop that has just been started for the first time. */
  isNew: boolean;
  stage: Stage;
}

/** Playwright's `test` with a stage of its own for every test. */
export const test = base.extend<Setting>({
  sandboxOptions: [{}, { option: true }],
  pictures: [{}, { option: true }],
  isNew: [false, { option: true }],
  stage: async ({ sandboxOptions, pictures, isNew }, use) => {
    const stage = await setStage(sandboxOptions, pictures, isNew);
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
  await sendDiamonds(widget, userId);
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
  return widget;
}

/** The same way as far as the buyer goes himself: what comes of it is another matter. */
export async function sendDiamonds(widget: Locator, userId = '123456789'): Promise<void> {
  await chooseDiamonds(widget, userId);
  await fillBuyer(widget);
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
}

/** What is bought, and for which id. */
export async function chooseDiamonds(widget: Locator, userId = '123456789'): Promise<void> {
  await widget.getByRole('searchbox').fill('free fire');
  await widget.getByRole('button', { name: /^Free Fire/ }).click();
  await widget.getByRole('radio', { name: /^70 Diamond/ }).check({ force: true });
  await widget.getByLabel('User ID').fill(userId);
}

/** Who buys. */
export async function fillBuyer(widget: Locator): Promise<void> {
  await widget.getByLabel('Nama', { exact: true }).fill('Budi');
  await widget.getByLabel('Nomor WhatsApp').fill('+62 812-3456-7890');
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
