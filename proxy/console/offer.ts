import type { CatalogService } from '../catalog/catalog.ts';
import { OfferLooks } from '../catalog/looks.ts';
import type {
  ConsoleOffer,
  ConsoleOfferCategory,
  ConsoleTargetKind,
  OfferEntry,
} from '../contract/console-offer.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { ProviderUnavailable, ProviderUncertain } from '../provider/errors.ts';
import type { VersionedDocument } from '../store/documents.ts';
import { TARGET_KINDS, type TargetDefinition } from '../targets/definitions.ts';
import { definitionFor, isJoinOf, type OwnTarget } from '../targets/targets.ts';
import { asProblem } from './provider-problem.ts';

/** What dressing the offer needs. */
export interface OfferDressingParts {
  readonly document: VersionedDocument;
  readonly catalog: Pick<CatalogService, 'costs' | 'rebuild' | 'refreshType'>;
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
      const { isHidden = false, name = null, picture = null, target = null } = look ?? {};
      const group = categories.get(key) ?? {
        ...{ type, category, isHidden, name, picture, target },
        usualTarget: kindOf('', definitionFor(type, category)),
        services: [],
      };
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
    const kinds = [...TARGET_KINDS].map(([like, definition]) => kindOf(like, definition));
    return { version: this.#version, categories: [...categories.values()], kinds };
  }

  /** Fetches one type's part of the provider's list now. @throws ProblemError that tells why it did not come. */
  async refresh(type: string): Promise<void> {
    try {
      await this.#parts.catalog.refreshType(type);
    } catch (error) {
      // Nothing was to be done there, so nothing can be in doubt.
      throw asProblem(error instanceof ProviderUncertain ? new ProviderUnavailable(error.message) : error);
    }
  }

  /**
   * From the next request on the offer looks so.
   * @param version the one the change was made from.
   * @throws ProblemError `changed_elsewhere` when another device has changed something meanwhile; `invalid_input` for
   * a target that leaves out what the buyer typed.
   */
  async change(version: number, entry: OfferEntry): Promise<void> {
    const { document, catalog } = this.#parts;
    if (entry.kind === 'category' && entry.target !== null) checkTarget(entry.target);
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

function kindOf(like: string, { fields, join }: TargetDefinition): ConsoleTargetKind {
  const shown = fields.map(({ name, label, optional, example }) => ({ name, label, optional, example }));
  return { like, fields: shown, join };
}

function checkTarget({ like, join }: OwnTarget): void {
  const kind = TARGET_KINDS.get(like);
  if (!kind) throw new ProblemError('invalid_input', { fields: { 'entry.target.like': 'invalid' } });
  if (!isJoinOf(kind, join))
    throw new ProblemError('invalid_input', { fields: { 'entry.target.join': 'invalid' } });
}
