import type { Browser } from 'playwright';
import { type Figure, median } from '../figures.ts';
import { blankPageScriptTime } from './blank-page.ts';
import { buildLeastElement } from './least.ts';
import { takePhone } from './phone.ts';
import type { Stage } from './stage.ts';
import { CATEGORIES, readTrace, scriptTime } from './trace.ts';
import { PAINTED, SHOWN, type Watched } from './watch.ts';

const RUNS = 5;

type Shifts = Pick<Watched, 'cls' | 'moved'>;

/** One visit with an empty cache. */
interface Visit extends Shifts {
  readonly scriptMs: number;
  /** From the navigation to the first paint with the catalog. */
  readonly catalogMs: number;
  /** The widget's files asked for before the catalog was shown: script, styles, words. */
  readonly files: readonly string[];
}

/** Script time and time to the catalog on the blog, and layout shifts on every host page. */
export async function loadFigures(browser: Browser, stage: Stage): Promise<Figure[]> {
  const visits: Visit[] = [];
  const leastMs: number[] = [];
  const least = await buildLeastElement();
  // In turn, so that a machine that grows busy is busy for both.
  for (let run = 0; run < RUNS; run++) {
    leastMs.push(await blankPageScriptTime(browser, least));
    visits.push(await visit(browser, stage.blog, stage.proxyUrl));
  }
  const figures = [...figuresOf(visits, median(leastMs)), shiftFigure('blog', visits)];
  for (const [name, url] of [
    ['above other content, late script', stage.above],
    ['the same, room kept by the site', stage.aboveKept],
  ] as const) {
    const late: Shifts[] = [];
    for (let run = 0; run < RUNS; run++) late.push(await visitLate(browser, url));
    figures.push(shiftFigure(name, late));
  }
  return figures;
}

function figuresOf(visits: readonly Visit[], leastMs: number): Figure[] {
  const scriptMs = median(visits.map((one) => one.scriptMs));
  const catalogMs = median(visits.map((one) => one.catalogMs));
  return [
    {
      what: 'script time until the catalog',
      value: `${scriptMs.toFixed(1)} ms`,
      goal: '<= 30 ms',
      reached: scriptMs <= 30,
    },
    {
      what: 'the same of an element of one line, Lit included, and how many times that the widget takes',
      value: `${leastMs.toFixed(1)} ms, ${(scriptMs / leastMs).toFixed(2)}x`,
    },
    { what: 'from the navigation to the catalog', value: `${catalogMs.toFixed(0)} ms` },
    ...[...new Set(visits.flatMap((one) => one.files))].map((file) => ({
      what: 'asked for before the catalog was shown:',
      value: file,
    })),
  ];
}

function shiftFigure(name: string, visits: readonly Shifts[]): Figure {
  // The worst and not the middle one: a page that jumps at one visit in five jumps.
  const cls = Math.max(...visits.map((one) => one.cls));
  const moved = [...new Set(visits.flatMap((one) => one.moved))].slice(0, 4);
  const which = moved.length > 0 ? `: ${moved.join(', ')} moved` : '';
  return {
    what: `CLS, ${name}, worst of ${RUNS}${which}`,
    value: cls.toFixed(3),
    goal: '0.000',
    reached: cls < 0.0005,
  };
}

async function visit(browser: Browser, url: string, proxyUrl: string): Promise<Visit> {
  const phone = await takePhone(browser);
  try {
    const files: string[] = [];
    phone.page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === proxyUrl && !pathname.startsWith('/api/')) files.push(pathname.slice(1));
    });
    await browser.startTracing(phone.page, { categories: CATEGORIES });
    await phone.open(url);
    const asked = [...files];
    const trace = readTrace(await browser.stopTracing());
    const { cls, moved } = await phone.watched();
    const catalogMs = await phone.page.evaluate(
      (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN,
      SHOWN,
    );
    return { scriptMs: scriptTime(trace, proxyUrl, SHOWN), catalogMs, cls, moved, files: asked };
  } finally {
    await phone.close();
  }
}

/**
 * A visit where the site has painted before the widget's script has come: the order of things on a slow network,
 * made certain, because only what has been painted can jump.
 */
async function visitLate(browser: Browser, url: string): Promise<Shifts> {
  const phone = await takePhone(browser);
  try {
    const painted = phone.page.waitForEvent('console', (message) => message.text() === PAINTED);
    await phone.page.route('**/zul-topup.js', async (route) => {
      await painted;
      await route.continue();
    });
    await phone.open(url);
    return await phone.watched();
  } finally {
    await phone.close();
  }
}
