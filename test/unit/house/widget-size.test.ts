import { beforeAll, describe, expect, it } from 'vitest';
import { builtWidget } from '../../support/widget-bundle.ts';
import { explainGrowth } from '../../support/widget-growth.ts';
import { notedParts, type WidgetParts, widgetParts } from '../../support/widget-parts.ts';
import {
  ALL_LIMIT,
  buyersScripts,
  FIRST_LOAD_LIMIT,
  firstLoad,
  type Scripts,
  sizeOf,
} from '../../support/widget-size.ts';

describe("the buyers' script", () => {
  let scripts: Scripts = {};

  beforeAll(() => {
    scripts = buyersScripts(builtWidget());
  });

  it('shows the catalog after at most 15 KiB of brotli', async () => {
    const bytes = sizeOf(firstLoad(scripts)).brotli;
    expect(
      bytes,
      await whyTooLarge('The first load', bytes, FIRST_LOAD_LIMIT, 'firstLoad'),
    ).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  });

  it('is at most 25 KiB of brotli with all its parts', async () => {
    const bytes = sizeOf(scripts).brotli;
    expect(bytes, await whyTooLarge("All buyers' script", bytes, ALL_LIMIT, 'all')).toBeLessThanOrEqual(
      ALL_LIMIT,
    );
  });
});

/** Builds once more only when there is something to explain. */
async function whyTooLarge(
  what: string,
  bytes: number,
  limit: number,
  of: keyof WidgetParts,
): Promise<string> {
  if (bytes <= limit) return '';
  return explainGrowth(what, bytes, limit, notedParts()[of], (await widgetParts())[of]);
}

describe('measuring the widget', () => {
  const main = (pay: string) =>
    `import{a}from"./zul-topup-kit.0a.js";import"./side.js";const p=()=>import(\`./${pay}\`);`;
  const bundle = {
    'zul-topup.js': main('zul-topup-pay.0b.js'),
    'zul-topup-pay.0b.js': 'import{a}from"./zul-topup.js";',
    'zul-topup.0123456789.js': main('zul-topup-pay.0b.0123456789.js'),
    'zul-topup-pay.0b.0123456789.js': 'import{a}from"./zul-topup.0123456789.js";',
    'zul-topup-kit.0a.js': 'export*from"./deep/words.js";const t=`import"./not-really.js"`;',
    'deep/words.js': 'export const a=1',
    'side.js': '',
    'named-by-nobody.js': '',
    'zul-console.js': 'console',
  };
  const first = ['deep/words.js', 'side.js', 'zul-topup-kit.0a.js', 'zul-topup.js'];

  it('takes as first load what is imported statically, at any depth, and nothing loaded later', () => {
    expect(Object.keys(firstLoad(bundle)).sort()).toEqual(first);
  });

  it("leaves the pinned copy, its later parts and the console out of the buyers' scripts, nothing else", () => {
    const names = Object.keys(buyersScripts(bundle)).sort();
    expect(names).toEqual([...first, 'named-by-nobody.js', 'zul-topup-pay.0b.js'].sort());
  });

  it('refuses an import that no browser could follow', () => {
    expect(() => firstLoad({ 'zul-topup.js': 'import"lit"' })).toThrow('zul-topup.js imports lit');
    expect(() => firstLoad({})).toThrow('not in the bundle');
  });

  it('compresses each file on its own, as it is sent', () => {
    const one = sizeOf({ a: 'x'.repeat(5000) });
    const two = sizeOf({ a: 'x'.repeat(5000), b: 'x'.repeat(5000) });
    expect(one.raw).toBe(5000);
    expect(one.brotli).toBeLessThan(100);
    expect([two.brotli, two.gzip]).toEqual([2 * one.brotli, 2 * one.gzip]);
  });

  it('knows of every part what it weighs, and all of them make about the whole', async () => {
    const { all } = await widgetParts();
    const whole = sizeOf(buyersScripts(builtWidget())).raw;
    const sum = Object.values(all).reduce((total, bytes) => total + bytes, 0);
    expect(Object.keys(all)).toEqual(expect.arrayContaining(['lit-html', 'widget/topup/views/pay.ts']));
    expect(sum / whole).toBeGreaterThan(0.9);
    expect(sum / whole).toBeLessThan(1.1);
  });
});

describe('the message of the gate', () => {
  const before = { 'widget/topup/views/pay.ts': 2_000, 'lit-html': 7_000 };

  it('names what grew, the largest growth first, and what to do', () => {
    const now = { 'widget/topup/views/pay.ts': 2_500, 'lit-html': 6_900, 'widget/topup/views/map.ts': 1_234 };
    const text = explainGrowth('The first load', 16_000, 15_360, before, now);
    expect(text).toContain('The first load is 16,000 bytes of brotli, 640 more than the 15,360 allowed.');
    expect(text).toMatch(/map\.ts grew from 0 to 1,234\n.*pay\.ts grew from 2,000 to 2,500\n/);
    expect(text).not.toContain('lit-html');
    expect(text).toContain('import()');
  });

  it('names the largest parts when nothing grew', () => {
    expect(explainGrowth('The first load', 16_000, 15_360, before, before)).toMatch(
      /lit-html: 7,000\n.*pay\.ts/,
    );
  });
});
