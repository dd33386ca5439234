import { type Response, Router } from 'express';
import type { Notices } from '../console/notices.ts';
import type { ShopWatch } from '../console/shop-watch.ts';
import {
  type ConsoleNotices,
  type ConsoleSecret,
  consoleLowBalanceSchema,
  consoleWebhookSchema,
} from '../contract/console-notices.ts';
import { readBody } from './console-input.ts';

/** `/console/api/notices`: the webhook, what goes out by it, and when to be told. */
export function consoleNoticeRoutes(notices: Notices, watch: ShopWatch): Router {
  const router = Router();
  const show = async (res: Response) => {
    const shown: ConsoleNotices = { ...(await notices.show()), lowBalance: watch.lowBalance };
    res.json(shown);
  };

  router.get('/', (_req, res) => show(res));

  router.put('/', async (req, res) => {
    await notices.point(readBody(consoleWebhookSchema, req).url);
    await show(res);
  });

  router.put('/balance', async (req, res) => {
    await watch.tellBelow(readBody(consoleLowBalanceSchema, req).lowBalance);
    await show(res);
  });

  router.post('/secret', async (_req, res) => {
    const made: ConsoleSecret = { secret: await notices.renewSecret() };
    res.json(made);
  });

  router.post('/test', async (_req, res) => {
    notices.test();
    res.status(202).json({ accepted: true });
  });

  router.post('/:id/again', async (req, res) => {
    await notices.again(req.params.id);
    await show(res);
  });

  return router;
}
