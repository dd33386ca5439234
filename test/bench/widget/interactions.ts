import type { Browser, Locator } from 'playwright';
import { type Figure, median } from '../figures.ts';
import { type Phone, takePhone } from './phone.ts';
import { BIGGEST, FIRST_NOMINAL } from './price-list.ts';

const RUNS = 5;
/** A quick typist. */
const BETWEEN_KEYS_MS = 150;
/** Playwright looks things up by scripts in the page: they must run neither just before a tap nor before its paint. */
const STILL_MS = 1_000;

/** What the buyer does, in order; each ends with what must then be on the page. */
const STEPS: readonly (readonly [name: string, act: (phone: Phone, widget: Locator) => Promise<void>])[] = [
  ['typing in the search', search],
  ['choosing a type', chooseType],
  ['showing all categories', showAll],
  [`choosing a category of 1,000`, chooseCategory],
  ['choosing a nominal of 1,000', chooseNominal],
  ['typing the id below 1,000 nominals', typeId],
];

/** INP: the worst wait from an input to the next paint, for each thing the buyer does among 5,000 services. */
export async function interactionFigures(browser: Browser, url: string): Promise<Figure[]> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await buy(browser, url));
  return STEPS.map(([name], step) => {
    const inp = median(runs.map((waits) => waits[step] ?? Number.NaN));
    // Waits below 16 ms are not reported, and the others are rounded to 8 ms, by the standard.
    const value = inp === 0 ? '< 16 ms' : `${inp.toFixed(0)} ms`;
    return { what: `INP, ${name}`, value, goal: '<= 100 ms', reached: inp <= 100 };
  });
}

async function buy(browser: Browser, url: string): Promise<number[]> {
  const phone = await takePhone(browser);
  try {
    await phone.open(url);
    const widget = phone.page.locator('zul-topup');
    const waits: number[] = [];
    for (const [, act] of STEPS) {
      await phone.watched();
      await phone.page.evaluate(() => {
        window.zulWatched.waits.length = 0;
      });
      await act(phone, widget);
      waits.push(Math.max(0, ...(await phone.watched()).waits));
    }
    return waits;
  } finally {
    await phone.close();
  }
}

async function search(phone: Phone, widget: Locator): Promise<void> {
  const { keyboard } = phone.page;
  await tap(phone, widget.getByRole('searchbox'));
  const erase = async (text: string) => {
    for (const _ of text) await keyboard.press('Backspace', { delay: BETWEEN_KEYS_MS / 2 });
  };
  // One letter that nearly everything has, the abbreviation, a whole name, and nothing at all.
  for (const text of ['a', 'ff', 'mobile legends', 'xqz']) {
    await keyboard.type(text, { delay: BETWEEN_KEYS_MS });
    await erase(text);
  }
  await keyboard.type('steam', { delay: BETWEEN_KEYS_MS });
  await phone.page.waitForTimeout(STILL_MS);
  await tileOf(widget, BIGGEST).waitFor();
  await erase('steam');
  await phone.page.waitForTimeout(STILL_MS);
  await tileOf(widget, 'Free Fire').waitFor();
}

async function chooseType(phone: Phone, widget: Locator): Promise<void> {
  for (const type of ['Games', 'Data'])
    await tap(phone, widget.getByRole('button', { name: type, exact: true }));
  await tileOf(widget, 'XL Harian').waitFor();
  await tap(phone, widget.getByRole('button', { name: 'Semua', exact: true }));
  await tileOf(widget, BIGGEST).waitFor();
}

async function showAll(phone: Phone, widget: Locator): Promise<void> {
  await tap(phone, widget.getByRole('button', { name: /400/ }));
  await tileOf(widget, BIGGEST).waitFor();
}

async function chooseCategory(phone: Phone, widget: Locator): Promise<void> {
  await tap(phone, tileOf(widget, BIGGEST));
  await nominalOf(widget).waitFor();
}

async function chooseNominal(phone: Phone, widget: Locator): Promise<void> {
  await tap(phone, nominalOf(widget));
  await widget.getByRole('radio', { name: FIRST_NOMINAL, checked: true }).waitFor({ state: 'attached' });
}

async function typeId(phone: Phone, widget: Locator): Promise<void> {
  const field = widget.locator('form input:not([type=radio])').first();
  await field.scrollIntoViewIfNeeded();
  await tap(phone, field);
  await phone.page.keyboard.type('12345678', { delay: BETWEEN_KEYS_MS });
}

function tileOf(widget: Locator, category: string): Locator {
  return widget.getByRole('button', { name: new RegExp(`^${category}\\b`) }).first();
}

function nominalOf(widget: Locator): Locator {
  return widget.getByText(FIRST_NOMINAL, { exact: true }).first();
}

/** A finger's tap. */
async function tap({ page }: Phone, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to tap.');
  await page.waitForTimeout(STILL_MS);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(STILL_MS);
}
