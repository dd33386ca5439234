import { type Response, Router } from 'express';
import type { PriceSetting } from '../console/prices.ts';
import { consolePreviewSchema, consolePricesSchema, consoleUndoSchema } from '../contract/console-prices.ts';
import { readBody } from './console-input.ts';

/** `/console/api/prices`: the reseller's rules, tried and saved. */
export function consolePriceRoutes(prices: PriceSetting): Router {
  const router = Router();
  const show = async (res: Response) => void res.json(await prices.show());

  router.get('/', (_req, res) => show(res));

  router.post('/preview', (req, res) => void res.json(prices.preview(readBody(consolePreviewSchema, req))));

  router.put('/', async (req, res) => {
    const { version, rules } = readBody(consolePricesSchema, req);
    await prices.save(version, rules);
    await show(res);
  });

  router.post('/undo', async (req, res) => {
    await prices.undo(readBody(consoleUndoSchema, req).version);
    await show(res);
  });

  return router;
}
