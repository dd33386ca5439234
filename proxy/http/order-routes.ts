import { Router } from 'express';
import { parseInput } from '../contract/input.ts';
import { type CreateOrder, createOrderSchema, type Order } from '../contract/order.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { OrderReader } from '../orders/read.ts';
import type { Picture } from '../provider/qr-image.ts';
import type { OrderRow } from '../store/orders.ts';
import type { Limits } from './limits.ts';
import { baseUrlOf } from './origins.ts';

/** What a buyer does that makes a look at his order worth more than any schedule. */
export interface BuyerSignals {
  /** He says he has paid. */
  lookSoon(orderId: string): void;
  /** He has the order open again. */
  reopened(orderId: string): void;
}

/** What the orders' routes need. */
export interface OrderRoutesParts {
  readonly placing: { place(request: CreateOrder, idempotencyKey: string): Promise<OrderRow> };
  readonly reader: OrderReader;
  readonly qr: { pictureOf(order: OrderRow): Promise<Picture | null> };
  readonly tracker: BuyerSignals;
  readonly limits: Limits;
  readonly publicUrl: string | null;
}

/** `/api/orders` and what hangs below it, but for the event stream. */
export function orderRoutes(parts: OrderRoutesParts): Router {
  const { placing, reader, qr, tracker, limits, publicUrl } = parts;
  const router = Router();

  router.post('/orders', limits.orders, async (req, res) => {
    const key = req.get('idempotency-key')?.trim() ?? '';
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new ProblemError('idempotency_key_missing');
    const row = await placing.place(parseInput(createOrderSchema, req.body), key);
    const order: Order = await reader.present(row, baseUrlOf(req, publicUrl));
    res.status(201).set('Cache-Control', 'no-store').json({ order });
  });

  router.get('/orders/:token', async (req, res) => {
    const row = await reader.open(req.params.token);
    res
      .set('Cache-Control', 'no-store')
      .json({ order: await reader.present(row, baseUrlOf(req, publicUrl)) });
  });

  router.get('/orders/:token/qr.png', async (req, res) => {
    const row = await reader.open(req.params.token);
    const picture = await qr.pictureOf(row);
    if (!picture) throw new ProblemError('not_found');
    if (req.query.download !== undefined) res.attachment(`zul-topup-${row.code}.png`);
    res.set({ 'Cache-Control': 'private, max-age=3600', 'Content-Type': picture.mediaType });
    res.send(Buffer.from(picture.bytes));
  });

  router.post('/orders/:token/check', limits.signals.handler, limits.checksOfOneOrder, async (req, res) => {
    const row = await reader.open(String(req.params.token));
    tracker.lookSoon(row.id);
    res.status(202).set('Cache-Control', 'no-store').json({ accepted: true });
  });

  return router;
}
