import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentShown, percentTyped, rupiahTyped } from '../../../widget/console/numbers.ts';

describe('a percentage', () => {
  it.each([
    ['8', 800],
    ['8,5', 850],
    ['8.25 %', 825],
    ['0', 0],
    ['9999,99', 999_999],
  ])('typed as %j is %i', (typed, hundredths) => expect(percentTyped(typed)).toBe(hundredths));

  it.each(['', 'x', '-1', '8,555', '8,', '10000', '1e3'])('is not %j', (typed) =>
    expect(percentTyped(typed)).toBeNull(),
  );

  it('is read as it is shown', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => percentTyped(percentShown(n)) === n));
  });
});

describe('a sum', () => {
  it.each([
    ['1500', 1500],
    ['Rp 1.500', 1500],
    ['1.500.000', 1_500_000],
    ['', 'empty'],
  ])('typed as %j is %j', (typed, sum) => expect(rupiahTyped(typed, 'empty')).toBe(sum));

  it.each(['1,5', '1.50', 'seribu', '-5', '123456789'])('is not %j', (typed) =>
    expect(rupiahTyped(typed, 0)).toBeNull(),
  );
});
