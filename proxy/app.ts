import type { RequestListener } from 'node:http';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import { ahead, tellRefusal } from './http/ahead.ts';
import { CatalogRoutes, type CatalogRoutesParts } from './http/catalog-routes.ts';
import { consolePage } from './http/console-page.ts';
import { type ConsoleRoutesParts, consoleRoutes } from './http/console-routes.ts';
import { type EventRoutesParts, eventRoute } from './http/event-routes.ts';
import { logRequests } from './http/log-requests.ts';
import { type OpsRoutesParts, opsRoutes } from './http/ops-routes.ts';
import { type OrderRoutesParts, orderRoutes } from './http/order-routes.ts';
import { allowOrigins } from './http/origins.ts';
import { errorHandler, notFound } from './http/problem.ts';
import { staticRoutes } from './http/static-routes.ts';

/** Everything the application answers with. */
export interface AppParts extends CatalogRoutesParts, OrderRoutesParts, EventRoutesParts, OpsRoutesParts {
  /** The reseller's side, and the folder of its built bundle; null: there is none. */
  readonly console: (Omit<ConsoleRoutesParts, 'publicUrl'> & { readonly dir: string }) | null;
  readonly trustProxy: number;
  readonly widgetDir: string;
}

/** An order's body is a few hundred bytes. */
const MOST_BODY = '16kb';

/** Builds the Express application: middleware in order, then the routes, behind what is answered ahead of them. It never listens. */
export function createApp(parts: AppParts): RequestListener {
  const app = express();
  const api = express.Router();
  app.set('trust proxy', parts.trustProxy);
  app.set('x-powered-by', false);
  app.set('query parser', 'simple');

  const log = logRequests(parts.logger);
  const security = helmet({
    // The script, the images and the answers are made to be used by other sites.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } },
    crossOriginOpenerPolicy: false,
  });
  const catalog = new CatalogRoutes(parts);

  app.use(log, security);
  api.use(allowOrigins(parts.sites, parts.publicUrl), tellRefusal, parts.limits.reads.handler);
  // Ahead of the compression: it is compressed already, once for everybody.
  api.use(catalog.router());
  api.use(compression(), express.json({ limit: MOST_BODY }), orderRoutes(parts), notFound);
  app.use('/api', api);
  app.use(compression());
  if (parts.console) {
    app.use('/console/api', consoleRoutes({ ...parts.console, publicUrl: parts.publicUrl }));
    app.use('/console', consolePage(parts.console.dir));
  }
  app.use(opsRoutes(parts));
  app.use(staticRoutes(parts.widgetDir, () => parts.shop().name));
  app.use(notFound);
  app.use(errorHandler(parts.logger));
  return ahead(app, [eventRoute(parts), catalog.ahead([log, security])]);
}
