import type { Browser } from 'playwright';
import { type Figure, median } from '../figures.ts';
import { takePhone } from './phone.ts';
import type { Stage } from './stage.ts';
import { CATEGORIES, readTrace, scriptTime } from './trace.ts';
import { SHOWN } from './watch.ts';

const RUNS = 5;

/** One visit with an empty cache. */
interface Visit {
  readonly scriptMs: number;
  /** From the navigation to the first paint with the catalog. */
  readonly catalogMs: number;
  readonly cls: number;
  readonly moved: readonly string[];
  /** The widget's files asked for before the catalog was shown: script, styles, words. */
  readonly files: readonly string[];
}

/** Script time, time to the catalog and layout shifts on every host page. */
export async function loadFigures(browser: Browser, stage: Stage): Promise<Figure[]> {
  const hosts = [
    ['blog', stage.blog],
    ['above other content', stage.above],
    ['above, room kept', stage.aboveKept],
  ] as const;
  const figures: Figure[] = [];
  for (const [name, url] of hosts) {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, url, stage.proxyUrl));
    figures.push(...figuresOf(name, visits));
  }
  return figures;
}

function figuresOf(name: string, visits: readonly Visit[]): Figure[] {
  const middle = (pick: (visit: Visit) => number) => median(visits.map(pick));
  const scriptMs = middle((visit) => visit.scriptMs);
  // The worst and not the middle one: a page that jumps at one visit in five jumps.
  const cls = Math.max(...visits.map((visit) => visit.cls));
  const moved = [...new Set(visits.flatMap((visit) => visit.moved))];
  return [
    {
      what: `${name}: script time until the catalog`,
      value: `${scriptMs.toFixed(1)} ms`,
      goal: '<= 30 ms',
      reached: scriptMs <= 30,
    },
    { what: `${name}: navigation to the catalog`, value: `${middle((v) => v.catalogMs).toFixed(0)} ms` },
    {
      what: `${name}: CLS, worst of ${RUNS}${moved.length > 0 ? ` (${moved.slice(0, 4).join(', ')})` : ''}`,
      value: cls.toFixed(3),
      goal: '0.000',
      reached: cls < 0.0005,
    },
    { what: `${name}: files asked for until the catalog`, value: visits[0]?.files.join(' ') ?? '' },
  ];
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
