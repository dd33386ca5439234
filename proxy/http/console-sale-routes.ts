import { Router } from 'express';
import type { SalesCounter } from '../console/sales.ts';
import { consoleProductSearchSchema, consoleSaleSchema } from '../contract/console-sales.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { BalanceSelling } from '../orders/sell.ts';
import { readBody, readQuery } from './console-input.ts';

/** `/console/api/sales`: selling from the balance. The one way to a saldo order, and only for who is signed in. */
export function consoleSaleRoutes(counter: SalesCounter, selling: BalanceSelling): Router {
  const router = Router();

  router.get('/products', (req, res) => {
    res.json({ products: counter.find(readQuery(consoleProductSearchSchema, req).search) });
  });

  router.get('/products/:ref', (req, res) => void res.json(counter.form(req.params.ref)));

  router.post('/', async (req, res) => {
    const key = req.get('idempotency-key')?.trim() ?? '';
    if (!/^[\x21-\x7e]{1,190}$/.test(key)) throw new ProblemError('idempotency_key_missing');
    const { code, status } = await selling.sell(readBody(consoleSaleSchema, req), key);
    res.status(201).json({ code, status });
  });

  return router;
}
