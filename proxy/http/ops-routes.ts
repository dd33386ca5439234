import { Router } from 'express';
import type { Readiness } from '../catalog/readiness.ts';
import { openApiDocument } from '../contract/openapi.ts';

/** What the operator's routes need. */
export interface OpsRoutesParts {
  /** Rejects when the database does not answer. */
  readonly pingStore: () => Promise<void>;
  readonly readiness: () => Readiness;
  readonly metrics: { readonly contentType: string; metrics(): Promise<string> };
}

/** `/healthz`, `/readyz`, `/metrics` and `/openapi.json`. */
export function opsRoutes({ pingStore, readiness, metrics }: OpsRoutesParts): Router {
  const router = Router();
  const openApi = openApiDocument();

  router.get('/healthz', async (_req, res) => {
    await pingStore();
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  router.get('/readyz', (_req, res) => {
    const state = readiness();
    res.status(state.ready ? 200 : 503);
    res.set('Cache-Control', 'no-store').json(state);
  });

  router.get('/metrics', async (_req, res) => {
    res.set('Content-Type', metrics.contentType).send(await metrics.metrics());
  });

  router.get('/openapi.json', (_req, res) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' }).json(openApi);
  });

  return router;
}
