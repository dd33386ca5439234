import type { OfferEntry } from '../contract/console-offer.ts';

type CategoryEntry = Extract<OfferEntry, { kind: 'category' }>;
type ServiceEntry = Extract<OfferEntry, { kind: 'service' }>;

/** How the reseller wants his offer to look: what is hidden, renamed, and pictured. */
export class OfferLooks {
  readonly entries: readonly OfferEntry[];
  readonly #categories: ReadonlyMap<string, CategoryEntry>;
  readonly #services: ReadonlyMap<string, ServiceEntry>;

  constructor(entries: readonly OfferEntry[]) {
    this.entries = entries;
    this.#categories = new Map(
      entries.flatMap((entry) => (entry.kind === 'category' ? [[lookKey(entry), entry] as const] : [])),
    );
    this.#services = new Map(
      entries.flatMap((entry) => (entry.kind === 'service' ? [[entry.ref, entry] as const] : [])),
    );
  }

  /** How a category looks, by the provider's names of it; undefined when nothing was said of it. */
  category(type: string, category: string): CategoryEntry | undefined {
    return this.#categories.get(JSON.stringify([type, category]));
  }

  /** How a product looks, by its fingerprint. */
  service(ref: string): ServiceEntry | undefined {
    return this.#services.get(ref);
  }

  /** The same looks with one entry in the place of what was said before; an entry that says nothing is left out. */
  with(entry: OfferEntry): OfferLooks {
    const others = this.entries.filter((other) => lookKey(other) !== lookKey(entry));
    const says =
      entry.isHidden ||
      entry.name !== null ||
      (entry.kind === 'category' && (entry.picture !== null || entry.target !== null));
    return new OfferLooks(says ? [...others, entry] : others);
  }
}

function lookKey(entry: OfferEntry): string {
  return entry.kind === 'service' ? entry.ref : JSON.stringify([entry.type, entry.category]);
}
