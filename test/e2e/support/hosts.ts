import type { Locator, Page } from 'playwright/test';

/**
 * Collects what a page complains of: errors nobody caught, refusals of its security policy, and what the
 * browser prints as an error. Call it before the page is opened; the function it gives tells what was heard.
 */
export async function complaints(page: Page): Promise<() => Promise<string[]>> {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('tellViolation', (text: string) => heard.push(`violation: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellViolation: (text: string) => void }).tellViolation;
      tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return async () => {
    // Violations are reported in a task of their own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    return heard;
  };
}

/** The way to the QR in a widget that sells Mobile Legends alone. */
export async function orderMobileLegends(widget: Locator, userId = '1114917746'): Promise<void> {
  await widget.getByRole('radio').first().check({ force: true });
  await widget.getByLabel('User ID').fill(userId);
  await widget.getByLabel('Zone ID').fill('1234');
  await widget.getByLabel('Nama', { exact: true }).fill('Sri');
  await widget.getByLabel('Nomor WhatsApp').fill('081234567890');
  await widget.getByRole('button', { name: 'Lanjut' }).click();
  await widget.getByRole('button', { name: 'Bayar dengan QRIS' }).click();
  await widget.getByRole('img', { name: /^Kode QRIS/ }).waitFor();
}
