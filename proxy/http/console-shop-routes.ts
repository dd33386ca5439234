import { type Request, type Response, Router } from 'express';
import type { ShopSettings } from '../console/settings.ts';
import { consoleShopSchema, consoleSiteSchema } from '../contract/console-shop.ts';
import { readBody } from './console-input.ts';
import { baseUrlOf } from './origins.ts';

/** `/console/api/shop`: its name, its help number, and the sites that may show it. */
export function consoleShopRoutes(settings: ShopSettings, publicUrl: string | null): Router {
  const router = Router();
  const show = async (req: Request, res: Response) =>
    void res.json(await settings.show(baseUrlOf(req, publicUrl)));

  router.get('/', (req, res) => show(req, res));

  router.put('/', async (req, res) => {
    await settings.rename(readBody(consoleShopSchema, req));
    await show(req, res);
  });

  router.post('/sites', async (req, res) => {
    await settings.allow(readBody(consoleSiteSchema, req).origin);
    await show(req, res);
  });

  router.delete('/sites/:origin', async (req, res) => {
    await settings.forget(req.params.origin);
    await show(req, res);
  });

  return router;
}
