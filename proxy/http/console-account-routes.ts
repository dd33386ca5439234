import { type Response, Router } from 'express';
import type { AccountKeys } from '../console/account.ts';
import {
  type ConsoleRegenerated,
  consoleKeySchema,
  consoleLogInSchema,
  consoleRegisterSchema,
} from '../contract/console-account.ts';
import { readBody } from './console-input.ts';

/** `/console/api/account`: how the shop comes to its key. */
export function consoleAccountRoutes(account: AccountKeys): Router {
  const router = Router();
  const show = (res: Response) => void res.json(account.state());

  router.get('/', (_req, res) => show(res));

  router.post('/log-in', async (req, res) => {
    const { userId, password } = readBody(consoleLogInSchema, req);
    await account.logIn(userId, password);
    show(res);
  });

  router.post('/register', async (req, res) => {
    await account.register(readBody(consoleRegisterSchema, req));
    show(res);
  });

  router.put('/key', async (req, res) => {
    await account.paste(readBody(consoleKeySchema, req).key);
    show(res);
  });

  router.post('/regenerate', async (_req, res) => {
    const outcome = await account.regenerate();
    const answer: ConsoleRegenerated = { outcome, account: account.state() };
    res.json(answer);
  });

  return router;
}
