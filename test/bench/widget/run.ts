/**
 * `npm run bench:widget`: what the widget weighs and how quick it is on a slow phone.
 * `-- --parts` lists where the bytes come from and ends; `-- --note` notes them for the size gate's messages.
 */
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright';
import { buildWidgetIfStale } from '../../../demo/build-widget.ts';
import { ensureChromium } from '../../support/chromium.ts';
import { noteParts, widgetParts } from '../../support/widget-parts.ts';
import { type Figure, median, printTable } from '../figures.ts';
import { blankPageScriptTime } from './blank-page.ts';
import { BUY_BUTTON, fetchBuyButton } from './buy-button.ts';
import { interactionFigures } from './interactions.ts';
import { loadFigures } from './load.ts';
import { partFigures, sizeFigures } from './sizes.ts';
import { setStage } from './stage.ts';

const RUNS = 5;

await buildWidgetIfStale();
if (process.argv.includes('--parts') || process.argv.includes('--note')) await listParts();
else await measure();

async function listParts(): Promise<void> {
  const parts = await widgetParts();
  printTable('Where the bytes come from (minified, not compressed)', partFigures(parts));
  if (process.argv.includes('--note')) noteParts(parts);
}

async function measure(): Promise<void> {
  const [load = 0] = loadavg();
  if (load > cpus().length / 2) {
    console.log(`This machine is busy (load ${load.toFixed(1)}): every time below is too long.`);
  }
  const buyButton = await fetchBuyButton();
  printTable('Bytes of script', sizeFigures(buyButton));
  const stage = await setStage();
  const browser = await chromium.launch(await ensureChromium());
  try {
    console.log('visits');
    const visits = await loadFigures(browser, stage);
    const beside: Figure[] = [];
    if (buyButton !== null) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) times.push(await blankPageScriptTime(browser, buyButton));
      beside.push({
        what: `${BUY_BUTTON}: loading its script on a blank page`,
        value: `${median(times).toFixed(1)} ms`,
      });
    }
    console.log('interactions');
    const interactions = await interactionFigures(browser, stage.blog);
    printTable(
      'On a phone 4 times slower than this machine, by slow 4G, with 5,000 services (medians of 5 visits)',
      [...visits, ...beside, ...interactions],
    );
  } finally {
    await browser.close();
    await stage.close();
  }
}
