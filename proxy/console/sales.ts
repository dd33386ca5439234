import type { CatalogService } from '../catalog/catalog.ts';
import type { CostedService } from '../catalog/costs.ts';
import type { ConsoleProduct, ConsoleProductForm } from '../contract/console-sales.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { PriceRules } from '../pricing/rules.ts';
import { fieldsFor } from '../targets/targets.ts';

/** What the counter needs to show what can be sold. */
export interface SalesCounterParts {
  readonly catalog: Pick<CatalogService, 'costs' | 'definitionOf'>;
  readonly rules: () => PriceRules;
}

const MOST_FOUND = 40;

/** What the reseller can sell from his balance: everything the provider has, also what the shop hides. */
export class SalesCounter {
  readonly #parts: SalesCounterParts;

  constructor(parts: SalesCounterParts) {
    this.#parts = parts;
  }

  /** Products whose names hold every word that is typed, in the provider's order. */
  find(search: string): ConsoleProduct[] {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const found: ConsoleProduct[] = [];
    for (const one of this.#parts.catalog.costs()) {
      const { type, category, name } = one.service;
      const text = `${type} ${category} ${name}`.toLowerCase();
      if (words.every((word) => text.includes(word))) found.push(this.#shown(one));
      if (found.length === MOST_FOUND) break;
    }
    return found;
  }

  /** A product and what must be typed for it. @throws ProblemError `service_unavailable` when there is none. */
  form(ref: string): ConsoleProductForm {
    const product = this.#parts.catalog.costs().find((one) => one.ref === ref);
    if (!product) throw new ProblemError('service_unavailable');
    const definition = this.#parts.catalog.definitionOf(product.service);
    return { ...this.#shown(product), fields: fieldsFor(definition, product.service.category) };
  }

  #shown({ service, ref, cost }: CostedService): ConsoleProduct {
    const { sid, type, category, name, available } = service;
    const { price } = this.#parts.rules().price(cost, { ref, type, category });
    return { sid, ref, type, category, service: name, available, cost, price };
  }
}
