import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Markup, parseMarkup, sellingPrice } from '../../../../proxy/pricing/markup.ts';

const cost = fc.integer({ min: 1, max: 10_000_000 });
const markup = fc.record<Markup>({
  percentHundredths: fc.integer({ min: 0, max: 999_999 }),
  fixedRupiah: fc.integer({ min: 0, max: 99_999_999 }),
});

describe('reading a markup rule', () => {
  it.each([
    ['8%', 800, 0],
    ['0%', 0, 0],
    ['7.5%', 750, 0],
    ['7,25%', 725, 0],
    ['7.05%', 705, 0],
    ['1500', 0, 1500],
    ['0', 0, 0],
    ['8%+500', 800, 500],
    [' 8 % + 500 ', 800, 500],
    ['9999.99%', 999_999, 0],
  ])('takes %j', (text, percentHundredths, fixedRupiah) => {
    expect(parseMarkup(text)).toEqual({ percentHundredths, fixedRupiah });
  });

  it.each([
    ...['', ' ', '%', '+', '8%+', '+500', '500+8%', '8%+8%', '500+500', '8%+500+1', '-8%', '-1500'],
    ...['8%+-500', '8.555%', '.5%', '8.%', '1.500', '1e3', 'Rp1500', '10000%', '123456789', '0x10', '٨%'],
  ])('refuses %j instead of guessing', (text) => {
    expect(parseMarkup(text)).toBeNull();
  });

  it('gives back every rule that is written out', () => {
    fc.assert(
      fc.property(markup, (rule) => {
        const percent = `${(rule.percentHundredths / 100).toFixed(2)}%`;
        expect(parseMarkup(`${percent}+${rule.fixedRupiah}`)).toEqual(rule);
      }),
    );
  });
});

describe('the selling price', () => {
  it.each([
    [10_000, 800, 0, 10_800],
    [10_000, 0, 1500, 11_500],
    [10_000, 800, 500, 11_300],
    [10_000, 0, 0, 10_000],
    [1, 1, 0, 2],
    [9_999, 750, 0, 10_749],
    [33, 1000, 0, 37],
    [10_000_000, 999_999, 0, 1_009_999_000],
  ])(
    'of %i at %i/100 %% plus %i is %i: shares of a rupiah are rounded up',
    (base, hundredths, fixed, price) => {
      expect(sellingPrice(base, { percentHundredths: hundredths, fixedRupiah: fixed })).toBe(price);
    },
  );

  it('is a whole rupiah amount and never below the cost', () => {
    fc.assert(
      fc.property(cost, markup, (base, rule) => {
        const price = sellingPrice(base, rule);
        expect(Number.isSafeInteger(price)).toBe(true);
        expect(price).toBeGreaterThanOrEqual(base + rule.fixedRupiah);
      }),
    );
  });

  it('is the exact share rounded up, as exact arithmetic says', () => {
    fc.assert(
      fc.property(cost, markup, (base, rule) => {
        const exact = (BigInt(base) * BigInt(rule.percentHundredths) + 9_999n) / 10_000n;
        expect(BigInt(sellingPrice(base, rule))).toBe(BigInt(base) + exact + BigInt(rule.fixedRupiah));
      }),
    );
  });

  it('never falls when the cost or the rule rises', () => {
    fc.assert(
      fc.property(cost, markup, fc.nat(1000), fc.nat(1000), (base, rule, more, moreHundredths) => {
        const higherRule = { ...rule, percentHundredths: rule.percentHundredths + moreHundredths };
        expect(sellingPrice(base + more, rule)).toBeGreaterThanOrEqual(sellingPrice(base, rule));
        expect(sellingPrice(base, higherRule)).toBeGreaterThanOrEqual(sellingPrice(base, rule));
      }),
    );
  });
});
