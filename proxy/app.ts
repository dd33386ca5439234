import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { type CatalogRoutesParts, catalogRoutes } from './http/catalog-routes.ts';
import { type EventRoutesParts, eventRoutes } from './http/event-routes.ts';
import { logRequests } from './http/log-requests.ts';
import { type OpsRoutesParts, opsRoutes } from './http/ops-routes.ts';
import { type OrderRoutesParts, orderRoutes } from './http/order-routes.ts';
import { allowOrigins } from './http/origins.ts';
import { errorHandler, notFound } from './http/problem.ts';
import { staticRoutes } from './http/static-routes.ts';
import type { Logger } from './ops/logger.ts';

/** Everything the application answers with. */
export interface AppParts extends CatalogRoutesParts, OrderRoutesParts, EventRoutesParts, OpsRoutesParts {
  readonly logger: Logger;
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number;
  readonly widgetDir: string;
}

/** An order's body is a few hundred bytes. */
const MOST_BODY = '16kb';

/** Builds the Express application: middleware in order, then the routes. It never listens. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.set('trust proxy', parts.trustProxy);
  app.set('x-powered-by', false);
  app.set('query parser', 'simple');

  app.use(logRequests(parts.logger));
  app.use(
    helmet({
      // The script, the images and the answers are made to be used by other sites.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } },
      crossOriginOpenerPolicy: false,
    }),
  );
  app.use(compression());
  app.use(opsRoutes(parts));
  app.use('/api', allowOrigins(parts.allowedOrigins, parts.publicUrl));
  app.use('/api', parts.limits.reads);
  app.use('/api', express.json({ limit: MOST_BODY }));
  app.use('/api', catalogRoutes(parts));
  app.use('/api', orderRoutes(parts));
  app.use('/api', eventRoutes(parts));
  app.use('/api', notFound);
  app.use(staticRoutes(parts.widgetDir, parts.shop.name));
  app.use(notFound);
  app.use(errorHandler(parts.logger));
  return app;
}
