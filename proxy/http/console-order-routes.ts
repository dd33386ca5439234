import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import type { ConsoleOrders } from '../console/orders.ts';
import { csvOf } from '../console/orders-csv.ts';
import {
  consoleOrderFilterSchema,
  consoleOrderNoteSchema,
  consoleOrderPageSchema,
  consoleOrderResolveSchema,
} from '../contract/console-orders.ts';
import { readBody, readQuery } from './console-input.ts';

/** `/console/api/orders`: the shop's orders as their reseller sees them. */
export function consoleOrderRoutes(orders: ConsoleOrders): Router {
  const router = Router();
  const show = async (res: Response, code: string) => void res.json(await orders.show(code));

  router.get('/', async (req, res) => {
    const { after, ...filter } = readQuery(consoleOrderPageSchema, req);
    res.json(await orders.page(filter, after));
  });

  router.get('/export.csv', async (req, res) => {
    const filter = readQuery(consoleOrderFilterSchema, req);
    res.attachment('orders.csv').type('text/csv; charset=utf-8');
    // At the reader's pace: who goes away before the end ends the reading of the store.
    await pipeline(Readable.from(csvOf(orders.all(filter))), res);
  });

  router.get('/:code', (req, res) => show(res, req.params.code));

  router.post('/:code/look', async (req, res) => {
    await orders.lookSoon(req.params.code);
    res.status(202).json({ accepted: true });
  });

  router.put('/:code/note', async (req, res) => {
    await orders.note(req.params.code, readBody(consoleOrderNoteSchema, req).note);
    await show(res, req.params.code);
  });

  router.put('/:code/resolution', async (req, res) => {
    await orders.resolve(req.params.code, readBody(consoleOrderResolveSchema, req).resolution);
    await show(res, req.params.code);
  });

  return router;
}
