import type { PriceRounding, PriceRule, PriceScope } from '../../../proxy/contract/console-prices.ts';
import { formatRupiah } from '../../kit/money.ts';
import type { Lang } from '../lang.ts';
import { percentShown } from '../numbers.ts';
import { PRICES_WORDS } from './words.ts';

/** What a rule does, in one line: "modal + 8% + Rp500, untung minimal Rp300". */
export function ruleText(lang: Lang, rule: PriceRule): string {
  const words = PRICES_WORDS[lang];
  const sums = [
    rule.percentHundredths > 0 ? `${percentShown(rule.percentHundredths)}%` : '',
    rule.fixedRupiah > 0 ? formatRupiah(rule.fixedRupiah) : '',
  ].filter(Boolean);
  return [
    sums.length > 0 ? words.plus.replace('{0}', sums.join(' + ')) : words.atCost,
    rule.leastProfit > 0 ? words.leastShort.replace('{0}', formatRupiah(rule.leastProfit)) : '',
    rule.rounding ? roundingText(lang, rule.rounding).toLowerCase() : '',
    rule.ceiling === null ? '' : words.ceilingShort.replace('{0}', formatRupiah(rule.ceiling)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How far a price is rounded up, as a choice says it. */
export function roundingText(lang: Lang, rounding: PriceRounding): string {
  const words = PRICES_WORDS[lang];
  if (rounding === null) return words.noRounding;
  return rounding.kind === 'step'
    ? words.step.replace('{0}', formatRupiah(rounding.step))
    : words.ending.replace('{0}', String(rounding.ending));
}

/** Whom a rule is for. @param productName what the product of such a rule is called. */
export function scopeText(lang: Lang, scope: PriceScope, productName: string | undefined): string {
  const words = PRICES_WORDS[lang];
  if (scope.kind === 'all') return words.everything;
  if (scope.kind === 'type') return scope.type;
  return scope.kind === 'category' ? `${scope.type}, ${scope.category}` : (productName ?? words.product);
}

/** Two rules for the same cannot stand beside one another. */
export function isSameScope(one: PriceScope, other: PriceScope): boolean {
  return scopeKey(one) === scopeKey(other);
}

/** A scope as a value of a list of choices. */
export function scopeKey(scope: PriceScope): string {
  if (scope.kind === 'all') return 'all';
  if (scope.kind === 'type') return JSON.stringify(['type', scope.type]);
  if (scope.kind === 'category') return JSON.stringify(['category', scope.type, scope.category]);
  return JSON.stringify(['service', scope.ref]);
}
