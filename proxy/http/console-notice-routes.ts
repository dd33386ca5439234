import { type Response, Router } from 'express';
import type { Notices } from '../console/notices.ts';
import { type ConsoleSecret, consoleWebhookSchema } from '../contract/console-notices.ts';
import { readBody } from './console-input.ts';

/** `/console/api/notices`: the webhook and what goes out by it. */
export function consoleNoticeRoutes(notices: Notices): Router {
  const router = Router();
  const show = async (res: Response) => void res.json(await notices.show());

  router.get('/', (_req, res) => show(res));

  router.put('/', async (req, res) => {
    await notices.point(readBody(consoleWebhookSchema, req).url);
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
