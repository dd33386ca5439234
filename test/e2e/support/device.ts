import type { Page } from 'playwright/test';

/** What a page handed to the device: kept in the page itself, by the stand-ins below. */
interface Handed {
  shared: { text?: string; files: { name: string; type: string; size: number }[] }[];
  printed: string[];
  locks: { asked: number; held: number };
}

declare global {
  interface Window {
    handed: Handed;
  }
}

/**
 * Stands in for what headless Chromium has not got: the sheet that shares with other apps, the printer and the
 * screen that goes dark. Call it before the page is opened.
 * @param files whether other apps take files; where `refused`, they say so only when they are handed one.
 */
export async function equipDevice(page: Page, files: 'taken' | 'refused' | 'never' = 'taken'): Promise<void> {
  await page.addInitScript((way) => {
    // A frame of the page's own prints, and what it prints is told to the page.
    const handed = window.top === window ? { shared: [], printed: [], locks: { asked: 0, held: 0 } } : null;
    if (handed) window.handed = handed;
    const { shared, printed, locks } = window.handed ?? (window.top as Window).handed;

    window.print = () => {
      printed.push([...document.body.children].map((line) => line.textContent).join('\n'));
      window.dispatchEvent(new Event('afterprint'));
    };
    navigator.canShare = (data) => way !== 'never' || !data?.files;
    navigator.share = async ({ text, files: pictures = [] } = {}) => {
      if (pictures.length > 0 && way !== 'taken') throw new DOMException('no', 'NotAllowedError');
      const kept = pictures.map(({ name, type, size }) => ({ name, type, size }));
      shared.push({ ...(text === undefined ? {} : { text }), files: kept });
    };

    const request = async () => {
      const lock = Object.assign(new EventTarget(), {
        released: false,
        async release() {
          if (!lock.released) locks.held -= 1;
          lock.released = true;
        },
      });
      // A browser lets go by itself when the page is hidden.
      document.addEventListener('visibilitychange', () => document.hidden && lock.release());
      locks.asked += 1;
      locks.held += 1;
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  }, files);
}

/** What the page has handed to the device so far. */
export function handedTo(page: Page): Promise<Handed> {
  return page.evaluate(() => window.handed);
}

/** What the buyer would paste now. */
export async function clipboard(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}
