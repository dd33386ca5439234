import { Router } from 'express';
import type { CatalogState } from '../catalog/catalog.ts';
import type { Catalog, Category } from '../contract/catalog.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { definitionFor } from '../targets/targets.ts';

/** What the catalogue's routes need. */
export interface CatalogRoutesParts {
  readonly catalog: { current(): CatalogState | null };
  readonly shop: Catalog['shop'];
}

/** Browsers may show a list this old while they ask for the next one. */
const CACHE = 'public, max-age=15, stale-while-revalidate=60';

/** `GET /api/catalog` and `GET /api/catalog/:category`. */
export function catalogRoutes({ catalog, shop }: CatalogRoutesParts): Router {
  const router = Router();

  router.get('/catalog', (_req, res) => {
    const { catalog: offer, updatedAt, stale } = known(catalog.current());
    const body: Catalog = {
      shop,
      categories: [...offer.categories.values()].map((category) => category.summary),
      updatedAt: new Date(updatedAt).toISOString(),
      stale,
    };
    res.set('Cache-Control', CACHE).json(body);
  });

  router.get('/catalog/:category', (req, res) => {
    const category = known(catalog.current()).catalog.categories.get(req.params.category);
    if (!category) throw new ProblemError('not_found');
    const { id, name, type } = category.summary;
    const body: Category = {
      id,
      name,
      type,
      fields: [...definitionFor(type, name).fields],
      services: [...category.services],
    };
    res.set('Cache-Control', CACHE).json(body);
  });

  return router;
}

function known(state: CatalogState | null): CatalogState {
  if (!state) throw new ProblemError('provider_unavailable', { retryAfterMs: 5_000 });
  return state;
}
