import { type Response, Router } from 'express';
import type { ShopSettings } from '../console/settings.ts';
import { consoleShopSchema, consoleSiteSchema } from '../contract/console-shop.ts';
import { readBody } from './console-input.ts';

/** `/console/api/shop`: its name, its help number, and the sites that may show it. */
export function consoleShopRoutes(settings: ShopSettings): Router {
  const router = Router();
  const show = async (res: Response) => void res.json(await settings.show());

  router.get('/', (_req, res) => show(res));

  router.put('/', async (req, res) => {
    await settings.rename(readBody(consoleShopSchema, req));
    await show(res);
  });

  router.post('/sites', async (req, res) => {
    await settings.allow(readBody(consoleSiteSchema, req).origin);
    await show(res);
  });

  router.delete('/sites/:origin', async (req, res) => {
    await settings.forget(req.params.origin);
    await show(res);
  });

  return router;
}
