import { Router } from 'express';
import type { Deposits } from '../console/deposits.ts';
import { consoleDepositSchema } from '../contract/console-deposits.ts';
import { readBody } from './console-input.ts';

/** `/console/api/deposits`: top-ups of the reseller's balance. */
export function consoleDepositRoutes(deposits: Deposits): Router {
  const router = Router();

  router.get('/', async (_req, res) => void res.json(await deposits.list()));

  router.post('/', async (req, res) => {
    res.status(201).json(await deposits.make(readBody(consoleDepositSchema, req).amount));
  });

  router.get('/:id', async (req, res) => void res.json(await deposits.state(req.params.id)));

  router.get('/:id/qr.png', async (req, res) => {
    const { mediaType, bytes } = await deposits.pictureOf(req.params.id);
    if (req.query.download !== undefined) res.attachment('isi-saldo.png');
    res.set('Cache-Control', 'private, max-age=3600').type(mediaType).send(Buffer.from(bytes));
  });

  return router;
}
