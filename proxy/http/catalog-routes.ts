import { type RequestHandler, type Response, Router } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { CatalogState } from '../catalog/catalog.ts';
import type { Catalog, Category } from '../contract/catalog.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { AheadRoute } from './ahead.ts';
import type { Limits } from './limits.ts';
import { crossOriginHeaders, type Sites } from './origins.ts';
import { PreparedJson, sendPrepared } from './prepared.ts';

/** What the catalogue's routes need. */
export interface CatalogRoutesParts {
  readonly catalog: { current(): CatalogState | null };
  /** The shop as it is now; the same object until something changes. */
  readonly shop: () => Catalog['shop'];
  readonly limits: Limits;
  readonly publicUrl: string | null;
  readonly sites: Sites;
}

/** Browsers may show a list this old while they ask for the next one. */
const CACHE = 'public, max-age=15, stale-while-revalidate=60';

/** `GET /api/catalog` and `GET /api/catalog/:category`, each made ready once for each change of the offer. */
export class CatalogRoutes {
  readonly #parts: CatalogRoutesParts;
  readonly #prepared: PreparedCatalog;

  constructor(parts: CatalogRoutesParts) {
    this.#parts = parts;
    this.#prepared = new PreparedCatalog(parts.shop);
  }

  /**
   * The routes as they are usually asked for.
   * @param before what is to be done to every answer, such as headers; it must call the next one at once.
   */
  ahead(before: readonly RequestHandler[]): AheadRoute {
    const { limits, publicUrl, sites } = this.#parts;
    return {
      path: /^\/api\/catalog(?:\/([\w-]{1,200}))?$/,
      answer: (req, res, category) => {
        const crossOrigin = crossOriginHeaders(req, sites, publicUrl);
        limits.reads.take(ipKeyGenerator(req.ip ?? ''));
        const prepared = this.#find(category);
        for (const middleware of before) middleware(req, res as Response, () => undefined);
        for (const name in crossOrigin) res.setHeader(name, crossOrigin[name] ?? '');
        sendPrepared(req, res, prepared, CACHE);
      },
    };
  }

  /** The same within Express, for every other way to write them. */
  router(): Router {
    const router = Router();
    router.get('/catalog', (req, res) => sendPrepared(req, res, this.#find(undefined), CACHE));
    router.get('/catalog/:category', (req, res) => {
      sendPrepared(req, res, this.#find(req.params.category), CACHE);
    });
    return router;
  }

  /** @throws ProblemError `not_found`; `provider_unavailable` while no list has been seen yet. */
  #find(category: string | undefined): PreparedJson {
    const state = this.#parts.catalog.current();
    if (!state) throw new ProblemError('provider_unavailable', { retryAfterMs: 5_000 });
    if (category === undefined) return this.#prepared.list(state);
    const prepared = this.#prepared.category(state, category);
    if (!prepared) throw new ProblemError('not_found');
    return prepared;
  }
}

/** The answers of one state of the offer; a new state keeps those whose text is still the same. */
class PreparedCatalog {
  readonly #shopNow: () => Catalog['shop'];
  #shop: Catalog['shop'] | null = null;
  #state: CatalogState | null = null;
  #ready = new Map<string, PreparedJson>();
  #earlier = new Map<string, PreparedJson>();

  constructor(shop: () => Catalog['shop']) {
    this.#shopNow = shop;
  }

  list(state: CatalogState): PreparedJson {
    this.#follow(state);
    return this.#ready.get('') ?? this.#prepare('', listOf(state, this.#shopNow()));
  }

  /** Null when there is no such category. */
  category(state: CatalogState, id: string): PreparedJson | null {
    this.#follow(state);
    const ready = this.#ready.get(id);
    if (ready && id !== '') return ready;
    const body = categoryOf(state, id);
    return body && this.#prepare(id, body);
  }

  #follow(state: CatalogState): void {
    const last = this.#state;
    const isSameShop = this.#shop === this.#shopNow();
    this.#state = state;
    this.#shop = this.#shopNow();
    const isSame =
      isSameShop &&
      last?.catalog === state.catalog &&
      last.updatedAt === state.updatedAt &&
      last.stale === state.stale;
    if (isSame) return;
    this.#earlier = this.#ready;
    this.#ready = new Map();
  }

  #prepare(id: string, body: Catalog | Category): PreparedJson {
    const text = JSON.stringify(body);
    const earlier = this.#earlier.get(id);
    const prepared = earlier?.text === text ? earlier : new PreparedJson(text);
    this.#ready.set(id, prepared);
    return prepared;
  }
}

function listOf({ catalog, updatedAt, stale }: CatalogState, shop: Catalog['shop']): Catalog {
  const categories = [...catalog.categories.values()].map((category) => category.summary);
  return { shop, categories, updatedAt: new Date(updatedAt).toISOString(), stale };
}

function categoryOf({ catalog }: CatalogState, categoryId: string): Category | null {
  const category = catalog.categories.get(categoryId);
  if (!category) return null;
  const { id, name, type, picture } = category.summary;
  return {
    id,
    name,
    type,
    picture,
    fields: [...category.fields],
    services: [...category.services],
  };
}
