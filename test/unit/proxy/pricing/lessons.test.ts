import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilDivide, expectedCost, lessonOf } from '../../../../proxy/pricing/lessons.ts';

const rupiah = fc.integer({ min: 1, max: 10_000_000 });
const NOTHING = { byService: new Map<string, number>(), byCategory: new Map<string, number>() };

describe('what an order teaches', () => {
  it('is how much more it cost, in rupiah and as a share', () => {
    expect(lessonOf(10_000, 11_200)).toEqual({ extraRupiah: 1_200, extraHundredths: 1_200 });
    expect(lessonOf(30_000, 30_001)).toEqual({ extraRupiah: 1, extraHundredths: 1 });
  });

  it('is nothing when it cost no more', () => {
    expect(lessonOf(10_000, 9_000)).toEqual({ extraRupiah: 0, extraHundredths: 0 });
  });

  it('prices the same product at its true cost the next time, and never below it by its share', () => {
    fc.assert(
      fc.property(rupiah, rupiah, (listed, more) => {
        const { extraRupiah, extraHundredths } = lessonOf(listed, listed + more);
        const own = { ...NOTHING, byService: new Map([['ref', extraRupiah]]) };
        const shared = { ...NOTHING, byCategory: new Map([['group', extraHundredths]]) };
        expect(expectedCost(listed, 'ref', 'group', own)).toBe(listed + more);
        expect(expectedCost(listed, 'ref', 'group', shared)).toBeGreaterThanOrEqual(listed + more);
      }),
    );
  });
});

describe('the cost to price from', () => {
  const lessons = { byService: new Map([['ref', 0]]), byCategory: new Map([['group', 1_000]]) };

  it('is the listed one where nothing was learnt', () => {
    expect(expectedCost(10_000, 'ref', 'group', NOTHING)).toBe(10_000);
  });

  it("takes the product's own lesson before its category's, even one of nothing", () => {
    expect(expectedCost(10_000, 'ref', 'group', lessons)).toBe(10_000);
    expect(expectedCost(10_000, 'other', 'group', lessons)).toBe(11_000);
    expect(expectedCost(10_000, 'other', 'elsewhere', lessons)).toBe(10_000);
  });
});

it('division rounds up, exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 13 }),
      fc.integer({ min: 1, max: 10_000 }),
      (dividend, divisor) => {
        const exact = (BigInt(dividend) + BigInt(divisor) - 1n) / BigInt(divisor);
        expect(BigInt(ceilDivide(dividend, divisor))).toBe(exact);
      },
    ),
  );
});
