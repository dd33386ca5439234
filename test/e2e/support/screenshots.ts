/**
 * `npm run screenshots`: a picture of every state, in both themes, 360 and 1280 pixels wide, in
 * test-results/gallery/, for people to judge. Arguments name the states wanted, such as `order-failed`.
 */
import { rm } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright';
import { STATES, THEMES, type Theme } from '../../../demo/pages/gallery/states.ts';
import { ensureChromium } from '../../support/chromium.ts';
import { setGalleryStage } from './gallery-stage.ts';

const FOLDER = 'test-results/gallery';
const WIDTHS = [360, 1280];

const wanted = process.argv.slice(2);
const states = STATES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
const stage = await setGalleryStage();
const browser = await chromium.launch(await ensureChromium());
try {
  for (const width of WIDTHS) await Promise.all(THEMES.map((theme) => takeAll(browser, width, theme)));
  console.log(`${states.length * WIDTHS.length * THEMES.length} pictures in ${FOLDER}/`);
} finally {
  await browser.close();
  await stage.strike();
}

async function takeAll(from: Browser, width: number, theme: Theme): Promise<void> {
  const height = width < 500 ? 740 : 800;
  const page = await from.newPage({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  for (const { name } of states) {
    await page.goto(`${stage.url}?state=${name}&theme=${theme}`);
    await page.locator('zul-topup[data-stage]').waitFor();
    const how = await page.locator('zul-topup').getAttribute('data-stage');
    if (how !== 'set') console.warn(`${name}: ${how}`);
    await page.waitForLoadState('load');
    // A window as tall as its page: in a picture of a scrolled one, what sticks would float halfway.
    const full = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, full) });
    await page.screenshot({ path: `${FOLDER}/${width}-${theme}/${name}.png`, animations: 'disabled' });
    await page.setViewportSize({ width, height });
  }
  await page.close();
}
