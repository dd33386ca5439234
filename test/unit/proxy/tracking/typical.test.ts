import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hazards } from '../../../../proxy/tracking/hazard.ts';

const DAY = 86_400;

/** A shop in which orders of a category took these seconds to be delivered. */
function taught(ages: readonly number[], group = 'diamonds'): Hazards {
  const hazards = new Hazards();
  for (const age of ages) hazards.observe('processing', group, age, true);
  return hazards;
}
const times = (count: number, age: number) => Array.from({ length: count }, () => age);
const median = (hazards: Hazards, group = 'diamonds') => hazards.typicalSeconds('processing', group, 0.5);

describe('how long a delivery usually takes', () => {
  it('is not said before five have been seen: what is assumed of a new shop is no experience', () => {
    expect(median(new Hazards())).toBeNull();
    expect(median(taught(times(4, 240)))).toBeNull();
    expect(median(taught(times(5, 240)))).not.toBeNull();
  });

  it('is said of a category by its own orders alone, however fast the others are', () => {
    const hazards = taught(times(500, 5), 'pulsa');
    for (const age of times(10, 240)) hazards.observe('processing', 'diamonds', age, true);
    expect(median(hazards, 'pulsa')).toBeLessThan(8);
    expect(median(hazards)).toBeGreaterThan(180);
    expect(median(hazards, 'new-game')).toBeNull();
  });

  it.each([1, 5, 15, 60, 240, 900, 7_200])('comes out near %i seconds when all took that', (age) => {
    const seconds = median(taught(times(20, age))) ?? 0;
    // The steps of age are 1.35 wide, so that is how exact it can be.
    expect(seconds).toBeGreaterThan(Math.min(age / 1.35, age - 1));
    expect(seconds).toBeLessThan(Math.max(age * 1.35, age + 1));
  });

  it('is the middle, not the mean: one order that took a day changes nothing', () => {
    const usual = taught([...times(10, 20), DAY - 1]);
    expect(median(usual)).toBeLessThan(30);
  });

  it('counts an order that was given up for as long as it lasted, not as one that came', () => {
    const hazards = taught(times(10, 20));
    for (let i = 0; i < 30; i++) hazards.observe('processing', 'diamonds', 600, false);
    expect(median(hazards)).toBeNull();
    expect(hazards.typicalSeconds('processing', 'diamonds', 0.1)).toBeLessThan(30);
  });

  it('is of one stage only', () => {
    expect(taught(times(20, 20)).typicalSeconds('awaiting_payment', 'diamonds', 0.5)).toBeNull();
  });

  it('is longer for a larger share, and between the fastest and the slowest order seen', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 60 });
    const shares = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(ages, shares, shares, (seen, one, other) => {
        const hazards = taught(seen);
        const share = (quantile: number) =>
          hazards.typicalSeconds('processing', 'diamonds', quantile) ?? Number.POSITIVE_INFINITY;
        expect(share(Math.min(one, other))).toBeLessThanOrEqual(share(Math.max(one, other)));
        expect(share(0.05)).toBeGreaterThanOrEqual(Math.min(...seen) / 1.36 - 2);
      }),
    );
  });
});
