import type { CatalogService } from '../catalog/catalog.ts';
import { OfferLooks } from '../catalog/looks.ts';
import type { ConsoleOffer, ConsoleOfferCategory, OfferEntry } from '../contract/console-offer.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { VersionedDocument } from '../store/documents.ts';

/** What dressing the offer needs. */
export interface OfferDressingParts {
  readonly document: VersionedDocument;
  readonly catalog: Pick<CatalogService, 'costs' | 'rebuild'>;
}

/** How the reseller's offer looks: what is hidden, renamed, and pictured. */
export class OfferDressing {
  readonly #parts: OfferDressingParts;
  #version = 0;
  #looks = new OfferLooks([]);

  constructor(parts: OfferDressingParts) {
    this.#parts = parts;
  }

  /** To be called before the first offer is built. */
  async prepare(): Promise<void> {
    const kept = await this.#parts.document.current();
    if (!kept) return;
    this.#version = kept.version;
    this.#looks = new OfferLooks(JSON.parse(kept.text) as OfferEntry[]);
  }

  /** The looks as they hold. */
  readonly current = (): OfferLooks => this.#looks;

  /** The provider's whole list with what is made of it, hidden ones too. */
  show(): ConsoleOffer {
    const categories = new Map<
      string,
      ConsoleOfferCategory & { services: ConsoleOfferCategory['services'][number][] }
    >();
    for (const { service, ref } of this.#parts.catalog.costs()) {
      const { type, category } = service;
      const key = JSON.stringify([type, category]);
      const look = this.#looks.category(type, category);
      const { isHidden = false, name = null, picture = null } = look ?? {};
      const group = categories.get(key) ?? { type, category, isHidden, name, picture, services: [] };
      const own = this.#looks.service(ref);
      group.services.push({
        ref,
        service: service.name,
        available: service.available,
        isHidden: own?.isHidden ?? false,
        name: own?.name ?? null,
      });
      categories.set(key, group);
    }
    return { version: this.#version, categories: [...categories.values()] };
  }

  /**
   * From the next request on the offer looks so.
   * @param version the one the change was made from.
   * @throws ProblemError `changed_elsewhere` when another device has changed something meanwhile.
   */
  async change(version: number, entry: OfferEntry): Promise<void> {
    const { document, catalog } = this.#parts;
    const looks = this.#looks.with(entry);
    const isNewest = version === this.#version;
    if (!isNewest || !(await document.add(version, JSON.stringify(looks.entries), Date.now()))) {
      throw new ProblemError('changed_elsewhere');
    }
    this.#version = version + 1;
    this.#looks = looks;
    catalog.rebuild();
  }
}
