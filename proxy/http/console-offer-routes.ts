import { Router } from 'express';
import type { OfferDressing } from '../console/offer.ts';
import { consoleOfferChangeSchema, consoleRefreshSchema } from '../contract/console-offer.ts';
import { readBody } from './console-input.ts';

/** `/console/api/offer`: what of the provider's list is shown, and how. */
export function consoleOfferRoutes(offer: OfferDressing): Router {
  const router = Router();

  router.get('/', (_req, res) => void res.json(offer.show()));

  router.put('/', async (req, res) => {
    const { version, entry } = readBody(consoleOfferChangeSchema, req);
    await offer.change(version, entry);
    res.json(offer.show());
  });

  router.post('/refresh', async (req, res) => {
    await offer.refresh(readBody(consoleRefreshSchema, req).type);
    res.json(offer.show());
  });

  return router;
}
