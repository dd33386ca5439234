import type { Browser, CDPSession, Page } from 'playwright';
import { PAINTED, SHOWN, type Watched, watch } from './watch.ts';

/** A cheap Android phone, held upright. */
const SCREEN = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
/** How much slower than this machine. */
const CPU_SLOWDOWN = 4;
/** Lighthouse's "slow 4G" as DevTools takes it: milliseconds, bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** Fonts, late shifts and event timings arrive behind the moment they tell of. */
const SETTLE_MS = 1_000;

/** A page on a slow phone with an empty cache. */
export interface Phone {
  readonly page: Page;
  /** Navigates and resolves once the catalog is painted, without asking the page, which would cost it time. */
  open(url: string): Promise<void>;
  /** Waits until everything due has been noted, and reads it. */
  watched(): Promise<Watched>;
  close(): Promise<void>;
}

/** @param browser a Chromium: the slowing is its own. */
export async function takePhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ ...SCREEN, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
  const page = await context.newPage();
  await page.addInitScript(watch, { shown: SHOWN, painted: PAINTED });
  await slowDown(await context.newCDPSession(page));
  return {
    page,
    async open(url) {
      const shown = page.waitForEvent('console', (message) => message.text() === SHOWN);
      await Promise.all([shown, page.goto(url, { waitUntil: 'commit' })]);
    },
    async watched() {
      await page.waitForTimeout(SETTLE_MS);
      return page.evaluate(() => window.zulWatched);
    },
    close: () => context.close(),
  };
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}
