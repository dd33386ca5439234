import type { PriceRounding, PriceRule } from '../contract/console-prices.ts';
import { ceilDivide } from './lessons.ts';
import type { Markup } from './markup.ts';

/** A price and whether its rule's ceiling had to give way. */
export interface Priced {
  /** Whole rupiah. */
  readonly price: number;
  /** The ceiling lies under cost and least profit: the price keeps to those. */
  readonly isOverCeiling: boolean;
}

/** What a rule is chosen by. */
export interface Sellable {
  readonly ref: string;
  readonly type: string;
  readonly category: string;
}

/** The shop's rules, the most specific one first: it counts whole, nothing is mixed. */
export class PriceRules {
  readonly #byScope: ReadonlyMap<string, PriceRule>;
  readonly #rest: PriceRule;

  /** @param fallback what holds where no rule does. */
  constructor(rules: readonly PriceRule[], fallback: Markup) {
    this.#byScope = new Map(rules.map((rule) => [keyOf(rule.scope), rule]));
    this.#rest = this.#byScope.get('all') ?? fromMarkup(fallback);
  }

  /** The rule for a product. */
  ruleFor({ ref, type, category }: Sellable): PriceRule {
    return (
      this.#byScope.get(keyOf({ kind: 'service', ref })) ??
      this.#byScope.get(keyOf({ kind: 'category', type, category })) ??
      this.#byScope.get(keyOf({ kind: 'type', type })) ??
      this.#rest
    );
  }

  /** What a product sells for. @param cost whole rupiah. */
  price(cost: number, product: Sellable): Priced {
    return priceBy(cost, this.ruleFor(product));
  }
}

/** A markup of the environment as the rule for everything. */
export function fromMarkup({ percentHundredths, fixedRupiah }: Markup): PriceRule {
  return {
    scope: { kind: 'all' },
    percentHundredths,
    fixedRupiah,
    leastProfit: 0,
    rounding: null,
    ceiling: null,
  };
}

/**
 * Cost to price by one rule, in whole rupiah and rounding only up: percentage and fixed sum, at least the least
 * profit, then the rounding, then the ceiling, which never takes a price below cost and least profit.
 */
export function priceBy(cost: number, rule: PriceRule): Priced {
  const least = cost + rule.leastProfit;
  const marked = cost + ceilDivide(cost * rule.percentHundredths, 10_000) + rule.fixedRupiah;
  const price = roundUp(Math.max(marked, least), rule.rounding);
  if (rule.ceiling === null || price <= rule.ceiling) return { price, isOverCeiling: false };
  return rule.ceiling >= least
    ? { price: rule.ceiling, isOverCeiling: false }
    : { price: roundUp(least, rule.rounding), isOverCeiling: true };
}

function roundUp(price: number, rounding: PriceRounding): number {
  if (rounding === null) return price;
  if (rounding.kind === 'step') return ceilDivide(price, rounding.step) * rounding.step;
  // 900 ends every thousand once, 99 every hundred.
  const period = 10 ** String(rounding.ending).length;
  return ceilDivide(Math.max(0, price - rounding.ending), period) * period + rounding.ending;
}

function keyOf(scope: PriceRule['scope']): string {
  if (scope.kind === 'category') return JSON.stringify(['category', scope.type, scope.category]);
  if (scope.kind === 'all') return 'all';
  return JSON.stringify([scope.kind, scope.kind === 'type' ? scope.type : scope.ref]);
}
