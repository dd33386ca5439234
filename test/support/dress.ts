import type { Dress } from '../../proxy/catalog/build.ts';
import { OfferLooks } from '../../proxy/catalog/looks.ts';
import type { Markup } from '../../proxy/pricing/markup.ts';
import { PriceRules } from '../../proxy/pricing/rules.ts';

/** Ten percent on everything. */
export const TEN_PERCENT: Markup = { percentHundredths: 1000, fixedRupiah: 0 };

/** What is made of the provider's list in a shop that has only a markup. */
export function plainDress(markup: Markup, over: Partial<Dress> = {}): Dress {
  return {
    rules: new PriceRules([], markup),
    lessons: { byService: new Map(), byCategory: new Map() },
    looks: new OfferLooks([]),
    pictureOf: () => null,
    ...over,
  };
}
