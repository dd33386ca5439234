import { ensureChromium } from './chromium.ts';

/** Playwright's global setup: makes sure there is a browser before the first worker starts. */
export default async function prepareBrowser(): Promise<void> {
  const browser = await ensureChromium();
  console.log(`Browser: ${browser.executablePath}`);
}
