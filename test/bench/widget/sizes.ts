import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/sources.ts';
import { builtWidget } from '../../support/widget-bundle.ts';
import type { WidgetParts } from '../../support/widget-parts.ts';
import {
  ALL_LIMIT,
  buyersScripts,
  FIRST_LOAD_LIMIT,
  firstLoad,
  type Scripts,
  sizeOf,
} from '../../support/widget-size.ts';
import type { Figure } from '../figures.ts';
import { BUY_BUTTON } from './buy-button.ts';

/** What buyers download, beside Shopify's script measured the same way. @param buyButton null: not to be had. */
export function sizeFigures(buyButton: string | null): Figure[] {
  const scripts = buyersScripts(builtWidget());
  return [
    figure('first load: raw / gzip / brotli', firstLoad(scripts), FIRST_LOAD_LIMIT),
    figure("all buyers' script", scripts, ALL_LIMIT),
    figure('styles and words that come as files of their own', dataFiles()),
    buyButton === null
      ? { what: BUY_BUTTON, value: 'not reachable here' }
      : figure(BUY_BUTTON, { 'buybutton.min.js': buyButton }),
  ];
}

/** No script, and so in no limit; but what is moved there from the script is downloaded all the same. */
function dataFiles(): Scripts {
  const folder = join(ROOT, 'dist', 'widget');
  const files = readdirSync(folder).filter((file) => /^zul-topup-.*\.(css|json)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Where the bytes come from: each part's bytes, minified on its own, the largest first. */
export function partFigures({ firstLoad: first, all }: WidgetParts): Figure[] {
  return Object.entries(all)
    .sort(([, a], [, b]) => b - a)
    .map(([part, bytes]) => ({
      what: part,
      value: bytes.toLocaleString('en'),
      goal: part in first ? `${(first[part] ?? 0).toLocaleString('en')} in the first load` : '',
    }));
}

function figure(what: string, scripts: Scripts, limit?: number): Figure {
  const { raw, gzip, brotli } = sizeOf(scripts);
  const value = [raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en')).join(' / ');
  if (limit === undefined) return { what, value };
  return { what, value, goal: `brotli <= ${limit.toLocaleString('en')}`, reached: brotli <= limit };
}
