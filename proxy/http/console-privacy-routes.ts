import { type Response, Router } from 'express';
import type { Privacy } from '../console/privacy.ts';
import {
  type ConsolePrivacy,
  consolePersonSchema,
  consolePrivacySchema,
} from '../contract/console-privacy.ts';
import { readBody, readQuery } from './console-input.ts';

/** `/console/api/privacy`: how long buyers are remembered, and what is known of one of them. */
export function consolePrivacyRoutes(privacy: Privacy): Router {
  const router = Router();
  const show = async (res: Response) => {
    const shown: ConsolePrivacy = { days: await privacy.days() };
    res.json(shown);
  };

  router.get('/', (_req, res) => show(res));

  router.put('/', async (req, res) => {
    await privacy.setDays(readBody(consolePrivacySchema, req).days);
    await show(res);
  });

  router.get('/person', async (req, res) => {
    const person = await privacy.person(readQuery(consolePersonSchema, req).phone);
    if (req.query.download !== undefined) res.attachment(`${person.phone}.json`);
    res.json(person);
  });

  router.delete('/person', async (req, res) => {
    res.json(await privacy.forget(readQuery(consolePersonSchema, req).phone));
  });

  return router;
}
