import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { pagePolicy } from './page-policy.ts';
import { SHOP_STYLE, shopPage } from './shop-page.ts';

const YEAR_S = 31_536_000;
/** The unhashed name must follow an upgrade soon, or old widgets would meet a new proxy for a day. */
const WIDGET_MAX_AGE_S = 300;

/**
 * The widget's files, loadable by any site (what may be done with them is decided per request by the
 * allow-list), and the hosted shop page at `/`.
 * @param widgetDir folder of the built bundle.
 * @param shopName as it is now.
 */
export function staticRoutes(widgetDir: string, shopName: () => string): Router {
  const router = Router();
  router.get('/', pagePolicy(SHOP_STYLE, ['data:', 'https:']), (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('html').send(shopPage(shopName()));
  });
  if (!existsSync(join(widgetDir, 'zul-topup.js'))) {
    router.get('/zul-topup.js', (_req, res) => {
      res.status(503).type('text/plain').send('The widget is not built yet: run "npm run build".\n');
    });
  }
  router.use(
    express.static(widgetDir, {
      index: false,
      setHeaders: (res, path) => {
        const hashed = /\.[0-9a-f]{8,}\.(js|css|json)$/.test(path);
        res.setHeader('Access-Control-Allow-Origin', '*');
        res.setHeader(
          'Cache-Control',
          hashed ? `public, max-age=${YEAR_S}, immutable` : `public, max-age=${WIDGET_MAX_AGE_S}`,
        );
      },
    }),
  );
  return router;
}
