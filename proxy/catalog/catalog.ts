import { ProblemError } from '../contract/problem-error.ts';
import { type Lessons, lessonOf } from '../pricing/lessons.ts';
import type { PriceRules } from '../pricing/rules.ts';
import { ProviderBusy, ProviderRefused, ProviderUnavailable, ProviderUncertain } from '../provider/errors.ts';
import type { ProviderService } from '../provider/mapping.ts';
import type { StoredLesson } from '../store/lessons.ts';
import type { TargetDefinition } from '../targets/definitions.ts';
import { definitionOf } from '../targets/targets.ts';
import { buildCatalog, groupKey, type PricedCatalog } from './build.ts';
import { type CostedService, costsOf } from './costs.ts';
import type { OfferLooks } from './looks.ts';
import type { PictureOf } from './pictures.ts';

/** What the catalogue needs from outside. An unchanged list is best given as the very same array: what was made of it stands. */
export interface CatalogParts {
  readonly provider: { services(type?: string): Promise<readonly ProviderService[]> };
  readonly load: () => Promise<{ services: string; takenAt: number } | null>;
  /** Keeps the last list across restarts; null where only the time is new. */
  readonly save: (services: string | null, takenAt: number) => Promise<void>;
  readonly loadLessons: () => Promise<readonly StoredLesson[]>;
  readonly saveLessons: (lessons: readonly StoredLesson[], at: number) => Promise<void>;
  /** The reseller's rules as they are, asked whenever the offer is built anew. */
  readonly rules: () => PriceRules;
  /** How he wants the offer to look, likewise. */
  readonly looks: () => OfferLooks;
  /** His pictures from the data folder. */
  readonly pictureOf?: PictureOf;
  /** Told of every list that comes after another. */
  readonly onList?: (before: readonly ProviderService[], after: readonly ProviderService[]) => void;
  /** Told of every refresh that failed. */
  readonly onFailure: (error: unknown) => void;
}

/** The offer at one moment. */
export interface CatalogState {
  readonly catalog: PricedCatalog;
  /** Epoch ms of the provider's answer. */
  readonly updatedAt: number;
  readonly stale: boolean;
}

/** What an order has shown of a product's cost. Whole rupiah. */
export interface CostSeen {
  /** The product's fingerprint. */
  readonly ref: string;
  readonly type: string;
  readonly category: string;
  readonly listedCost: number;
  readonly trueCost: number;
}

/** An order is priced from a list at most this old: it binds the buyer, and sids get renumbered. */
const FRESH_FOR_ORDER_MS = 20_000;
/** Visitors are shown a list at most about this old; asking costs one of the 60 requests. */
const FRESH_FOR_VIEW_MS = 60_000;
/** With no visitors at all, so that the last known list is never from another week. */
const IDLE_REFRESH_MS = 15 * 60_000;
/** Older than this, prices are marked stale whatever the reason. */
const STALE_AFTER_MS = 30 * 60_000;
/** After a failure, how long until a visitor's request asks again. */
const RETRY_MS = 5_000;
/** An order may still be priced from a list this old when the provider is up but gave no list just now. */
const OLDEST_FOR_ORDER_MS = 5 * 60_000;

/** Holds the priced offer and keeps it fresh: by traffic when there is some, seldom when there is none. */
export class CatalogService {
  readonly #parts: CatalogParts;
  #services: readonly ProviderService[] = [];
  #kept: readonly ProviderService[] | null = null;
  #costs: readonly CostedService[] | null = null;
  readonly #byService = new Map<string, number>();
  readonly #byCategory = new Map<string, number>();
  #catalog: PricedCatalog | null = null;
  #updatedAt = 0;
  #failure: unknown = null;
  #triedAt = 0;
  #running: Promise<boolean> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: CatalogParts) {
    this.#parts = parts;
  }

  /** Loads what is known from before: the last list and what orders have taught about costs. */
  async restore(): Promise<void> {
    for (const lesson of await this.#parts.loadLessons()) this.#remember(lesson);
    const kept = await this.#parts.load();
    if (!kept) return;
    this.#accept(JSON.parse(kept.services) as ProviderService[]);
    this.#updatedAt = kept.takenAt;
  }

  /** Asks the provider now, and from then on as often as traffic wants it; resolves after the first answer. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.refresh(), IDLE_REFRESH_MS);
    this.#timer.unref();
    await this.refresh();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The offer as visitors see it, or null when the provider has never answered. Asks anew in the background. */
  current(): CatalogState | null {
    const now = Date.now();
    const pause = this.#failure === null ? FRESH_FOR_VIEW_MS : RETRY_MS;
    if (now - this.#updatedAt > FRESH_FOR_VIEW_MS && now - this.#triedAt > pause) void this.refresh();
    return this.#state(now);
  }

  /**
   * The offer fresh enough to bind an order.
   * @throws ProblemError `provider_unavailable` or `provider_busy` when there is none to be had.
   */
  async forOrder(): Promise<CatalogState> {
    if (Date.now() - this.#updatedAt > FRESH_FOR_ORDER_MS) await this.refresh();
    const state = this.#state(Date.now());
    if (this.#failure === null && state) return state;
    const error = this.#failure;
    const provenDown = error instanceof ProviderUnavailable || error instanceof ProviderRefused;
    if (state && !provenDown && Date.now() - state.updatedAt < OLDEST_FOR_ORDER_MS) return state;
    if (error instanceof ProviderBusy) {
      throw new ProblemError('provider_busy', { retryAfterMs: error.retryAfterMs });
    }
    throw new ProblemError('provider_unavailable', { retryAfterMs: RETRY_MS });
  }

  /** What went wrong at the last attempt, or null when the provider answered. */
  get lastFailure(): unknown {
    return this.#failure;
  }

  /** Asks the provider now; several callers share one request. True when a list came back. */
  refresh(): Promise<boolean> {
    this.#running ??= this.#refresh().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #refresh(): Promise<boolean> {
    this.#triedAt = Date.now();
    try {
      const services = await this.#parts.provider.services();
      // An empty answer has been seen from panels in trouble; it must not empty the shop.
      if (services.length === 0) throw new ProviderUnavailable('an empty list of services');
      const takenAt = Date.now();
      if (services !== this.#services) {
        this.#parts.onList?.(this.#services, services);
        this.#accept(services);
      }
      this.#updatedAt = takenAt;
      this.#failure = null;
      // Not waited for: an order may be waiting for the list.
      void this.#keep();
      return true;
    } catch (error) {
      this.#failure = error;
      this.#parts.onFailure(error);
      return false;
    }
  }

  /** Asks for one type alone, and takes it into the list. @throws ProviderUncertain when nothing of it came. */
  async refreshType(type: string): Promise<void> {
    const fresh = (await this.#parts.provider.services(type)).filter((service) => service.type === type);
    if (fresh.length === 0) throw new ProviderUncertain(`an empty list of ${type}`);
    const before = this.#services.filter((service) => service.type === type);
    const at = this.#services.findIndex((service) => service.type === type);
    const others = this.#services.filter((service) => service.type !== type);
    this.#parts.onList?.(before, fresh);
    this.#accept(others.toSpliced(at < 0 ? others.length : at, 0, ...fresh));
    await this.#keep();
  }

  /** A list that is kept already gets a new time only. */
  async #keep(): Promise<void> {
    const services = this.#services;
    try {
      const text = services === this.#kept ? null : JSON.stringify(services);
      await this.#parts.save(text, this.#updatedAt);
      this.#kept = services;
    } catch (error) {
      this.#parts.onFailure(error);
    }
  }

  /** Learns from an order whose true cost was above the listed one, and prices the offer anew. */
  async learn(order: CostSeen): Promise<void> {
    if (order.trueCost <= order.listedCost) return;
    // The order has the shop's own name of the category.
    const product = this.costs().find(({ ref }) => ref === order.ref)?.service;
    const { extraRupiah, extraHundredths } = lessonOf(order.listedCost, order.trueCost);
    const lessons: readonly StoredLesson[] = [
      { scope: 'service', key: order.ref, extra: extraRupiah },
      { scope: 'category', key: groupKey(product ?? order), extra: extraHundredths },
    ];
    for (const lesson of lessons) this.#remember(lesson);
    this.rebuild();
    await this.#parts.saveLessons(lessons, Date.now());
  }

  /** Builds the offer anew from the same list: rules, looks or lessons have changed. */
  rebuild(): void {
    if (this.#catalog) this.#accept(this.#services);
  }

  /** How a product is addressed, also one that the shop hides. */
  definitionOf({ type, category }: Pick<ProviderService, 'type' | 'category'>): TargetDefinition {
    return definitionOf(type, category, this.#parts.looks().category(type, category)?.target ?? null);
  }

  /** The provider's list as last seen, each product once with what it is expected to cost. */
  costs(): readonly CostedService[] {
    this.#costs ??= costsOf(this.#services, this.#lessons);
    return this.#costs;
  }

  get #lessons(): Lessons {
    return { byService: this.#byService, byCategory: this.#byCategory };
  }

  #remember({ scope, key, extra }: StoredLesson): void {
    (scope === 'service' ? this.#byService : this.#byCategory).set(key, extra);
  }

  #accept(services: readonly ProviderService[]): void {
    const { rules, looks, pictureOf = () => null } = this.#parts;
    this.#services = services;
    this.#costs = null;
    this.#catalog = buildCatalog(services, {
      rules: rules(),
      looks: looks(),
      lessons: this.#lessons,
      pictureOf,
    });
  }

  #state(now: number): CatalogState | null {
    if (!this.#catalog) return null;
    const isDown = this.#failure !== null && !(this.#failure instanceof ProviderBusy);
    const stale = isDown || now - this.#updatedAt > STALE_AFTER_MS;
    return { catalog: this.#catalog, updatedAt: this.#updatedAt, stale };
  }
}
