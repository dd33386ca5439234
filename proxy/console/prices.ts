import type { CatalogService } from '../catalog/catalog.ts';
import type {
  ConsolePreview,
  ConsolePreviewRow,
  ConsolePrices,
  consolePreviewSchema,
  PriceRule,
} from '../contract/console-prices.ts';
import type { Checked } from '../contract/input.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { Markup } from '../pricing/markup.ts';
import { fromMarkup, PriceRules } from '../pricing/rules.ts';
import type { VersionedDocument } from '../store/documents.ts';

/** What setting prices needs. */
export interface PriceSettingParts {
  readonly document: VersionedDocument;
  readonly catalog: Pick<CatalogService, 'costs' | 'rebuild'>;
  /** As the environment has it: the rule for everything until one is saved. */
  readonly markup: Markup;
  /** Least profit of an order, whole rupiah. */
  readonly floor: number;
}

const HISTORY = 20;
const PAGE = 50;

/** The reseller's price rules: as they hold, tried on the whole offer, saved, and taken back. */
export class PriceSetting {
  readonly #parts: PriceSettingParts;
  #version = 0;
  #saved: readonly PriceRule[];
  #rules: PriceRules;

  constructor(parts: PriceSettingParts) {
    this.#parts = parts;
    this.#saved = [fromMarkup(parts.markup)];
    this.#rules = new PriceRules([], parts.markup);
  }

  /** To be called before the first offer is built. */
  async prepare(): Promise<void> {
    const kept = await this.#parts.document.current();
    if (kept) this.#take(kept.version, JSON.parse(kept.text) as PriceRule[]);
  }

  /** The rules as they hold. */
  readonly current = (): PriceRules => this.#rules;

  /** Whether the reseller has saved any. */
  get isSet(): boolean {
    return this.#version > 0;
  }

  /** Everything the console needs to show and to change them. */
  async show(): Promise<ConsolePrices> {
    const history = await this.#parts.document.history(HISTORY);
    const types = new Map<string, Set<string>>();
    for (const { service } of this.#parts.catalog.costs()) {
      const categories = types.get(service.type) ?? new Set();
      types.set(service.type, categories.add(service.category));
    }
    return {
      version: this.#version,
      rules: this.#saved,
      floor: this.#parts.floor,
      history: history.map(({ version, text, at }) => ({
        version,
        at: new Date(at).toISOString(),
        rules: (JSON.parse(text) as unknown[]).length,
      })),
      types: [...types].map(([type, categories]) => ({ type, categories: [...categories] })),
    };
  }

  /** The whole offer under other rules; the same sums the shop makes. */
  preview({ rules, show, search, from }: Checked<typeof consolePreviewSchema>): ConsolePreview {
    const tried = new PriceRules(rules, this.#parts.markup);
    const rows = this.#parts.catalog.costs().map(({ service, ref, cost }): ConsolePreviewRow => {
      const product = { ref, type: service.type, category: service.category };
      const { price, isOverCeiling } = tried.price(cost, product);
      return {
        ...product,
        service: service.name,
        cost,
        priceNow: this.#rules.price(cost, product).price,
        priceThen: price,
        profit: price - cost,
        isUnderFloor: price - cost < this.#parts.floor,
        isOverCeiling,
      };
    });
    const wanted = search.toLowerCase();
    const found = rows.filter(
      (row) =>
        (show === 'all' ||
          (show === 'floor' ? row.isUnderFloor || row.isOverCeiling : row.priceNow !== row.priceThen)) &&
        `${row.type} ${row.category} ${row.service}`.toLowerCase().includes(wanted),
    );
    return {
      services: rows.length,
      changed: rows.filter((row) => row.priceNow !== row.priceThen).length,
      underFloor: rows.filter((row) => row.isUnderFloor).length,
      overCeiling: rows.filter((row) => row.isOverCeiling).length,
      found: found.length,
      rows: found.slice(from, from + PAGE),
      next: from + PAGE < found.length ? from + PAGE : null,
    };
  }

  /**
   * Rules that hold from the next offer on.
   * @param version the one they were made from.
   * @throws ProblemError `changed_elsewhere` when another device has saved meanwhile.
   */
  async save(version: number, rules: readonly PriceRule[]): Promise<void> {
    const { document } = this.#parts;
    const isNewest = ((await document.current())?.version ?? 0) === version;
    if (!isNewest || !(await document.add(version, JSON.stringify(rules), Date.now()))) {
      throw new ProblemError('changed_elsewhere');
    }
    this.#take(version + 1, rules);
    this.#parts.catalog.rebuild();
  }

  /**
   * Takes the newest change back: what held before holds again, as a version of its own.
   * @throws ProblemError as `save`.
   */
  async undo(version: number): Promise<void> {
    const before = await this.#parts.document.find(version - 1);
    await this.save(
      version,
      before ? (JSON.parse(before.text) as PriceRule[]) : [fromMarkup(this.#parts.markup)],
    );
  }

  #take(version: number, rules: readonly PriceRule[]): void {
    this.#version = version;
    this.#saved = rules;
    this.#rules = new PriceRules(rules, this.#parts.markup);
  }
}
