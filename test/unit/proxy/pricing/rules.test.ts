import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceRule } from '../../../../proxy/contract/console-prices.ts';
import { PriceRules, priceBy, type Sellable } from '../../../../proxy/pricing/rules.ts';

const rupiah = fc.integer({ min: 0, max: 1_000_000 });
const cost = fc.integer({ min: 1, max: 10_000_000 });
const rounding = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant('step' as const),
    step: fc.constantFrom(100 as const, 500 as const, 1000 as const),
  }),
  fc.record({ kind: fc.constant('ending' as const), ending: fc.integer({ min: 1, max: 9_999 }) }),
);
const ruleOf = (over: Partial<PriceRule> = {}): PriceRule => ({
  scope: { kind: 'all' },
  percentHundredths: 0,
  fixedRupiah: 0,
  leastProfit: 0,
  rounding: null,
  ceiling: null,
  ...over,
});
const rule = fc.record({
  scope: fc.constant({ kind: 'all' as const }),
  percentHundredths: fc.integer({ min: 0, max: 999_999 }),
  fixedRupiah: rupiah,
  leastProfit: rupiah,
  rounding,
  ceiling: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10_000_000 })),
});
const none = { percentHundredths: 0, fixedRupiah: 0 };

describe('a price by its rule', () => {
  it.each([
    [10_000, { percentHundredths: 800 }, 10_800],
    [10_000, { fixedRupiah: 1_500, percentHundredths: 800 }, 12_300],
    [10_000, { percentHundredths: 100, leastProfit: 500 }, 10_500],
    [10_001, { rounding: { kind: 'step', step: 100 } }, 10_100],
    [10_100, { rounding: { kind: 'step', step: 100 } }, 10_100],
    [10_001, { rounding: { kind: 'ending', ending: 900 } }, 10_900],
    [10_901, { rounding: { kind: 'ending', ending: 900 } }, 11_900],
    [400, { rounding: { kind: 'ending', ending: 900 } }, 900],
    [10_050, { rounding: { kind: 'ending', ending: 99 } }, 10_099],
    [10_000, { percentHundredths: 5_000, ceiling: 12_000 }, 12_000],
    [33, { percentHundredths: 1_000 }, 37],
  ] as const)('makes %i, by %j, %i', (base, over, price) => {
    expect(priceBy(base, ruleOf(over))).toEqual({ price, isOverCeiling: false });
  });

  it('keeps to cost and least profit where the ceiling lies under them, and says so', () => {
    expect(priceBy(10_000, ruleOf({ leastProfit: 500, ceiling: 10_200 }))).toEqual({
      price: 10_500,
      isOverCeiling: true,
    });
  });

  it('is never under cost and least profit, and always whole', () => {
    fc.assert(
      fc.property(cost, rule, (base, by) => {
        const { price } = priceBy(base, by);
        expect(Number.isSafeInteger(price)).toBe(true);
        expect(price).toBeGreaterThanOrEqual(base + by.leastProfit);
      }),
    );
  });

  it('is rounded only up, by less than a step, and ends as told', () => {
    fc.assert(
      fc.property(cost, rule, (base, { ceiling: _, ...by }) => {
        const exact = priceBy(base, { ...by, ceiling: null, rounding: null }).price;
        const { price } = priceBy(base, { ...by, ceiling: null });
        const period =
          by.rounding?.kind === 'step' ? by.rounding.step : 10 ** String(by.rounding?.ending ?? '').length;
        expect(price).toBeGreaterThanOrEqual(exact);
        if (by.rounding === null) expect(price).toBe(exact);
        else if (by.rounding.kind === 'step') expect(price % by.rounding.step).toBe(0);
        else expect(price % period).toBe(by.rounding.ending);
        if (by.rounding && exact >= period) expect(price - exact).toBeLessThan(period);
      }),
    );
  });

  it('grows with the cost', () => {
    fc.assert(
      fc.property(cost, cost, rule, (one, other, by) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(priceBy(low, by).price).toBeLessThanOrEqual(priceBy(high, by).price);
      }),
    );
  });

  it('is over its ceiling only where cost and least profit are', () => {
    fc.assert(
      fc.property(cost, rule, (base, by) => {
        const { price, isOverCeiling } = priceBy(base, by);
        if (by.ceiling === null) expect(isOverCeiling).toBe(false);
        else
          expect(isOverCeiling ? base + by.leastProfit : price).toSatisfy(
            (sum: number) => sum > (by.ceiling ?? 0) === isOverCeiling,
          );
      }),
    );
  });
});

describe('of several rules', () => {
  const product: Sellable = { ref: 'r1', type: 'Games', category: 'Free Fire' };
  const scopes = [
    { kind: 'service', ref: 'r1' },
    { kind: 'category', type: 'Games', category: 'Free Fire' },
    { kind: 'type', type: 'Games' },
    { kind: 'all' },
  ] as const;
  const strangers = [
    { kind: 'service', ref: 'r2' },
    { kind: 'category', type: 'Pulsa', category: 'Free Fire' },
    { kind: 'type', type: 'Pulsa' },
  ] as const;

  it('the most specific one that fits counts, whatever their order, and nothing of the others', () => {
    const given = fc.shuffledSubarray([...scopes, ...strangers]);
    fc.assert(
      fc.property(given, (chosen) => {
        const rules = chosen.map((scope) =>
          ruleOf({ scope, fixedRupiah: 1 + [...scopes, ...strangers].indexOf(scope) }),
        );
        const best = scopes.findIndex((scope) => chosen.includes(scope));
        const { price } = new PriceRules(rules, { ...none, fixedRupiah: 99 }).price(10_000, product);
        expect(price).toBe(10_000 + (best === -1 ? 99 : best + 1));
      }),
    );
  });
});
