import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Markup, parseMarkup } from '../../../../proxy/pricing/markup.ts';

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
