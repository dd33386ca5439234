import { Router } from 'express';
import type { ProfitReport } from '../console/profit.ts';
import { consoleProfitSchema } from '../contract/console-profit.ts';
import { readQuery } from './console-input.ts';

/** `/console/api/profit`: what the shop earns. */
export function consoleProfitRoutes(report: ProfitReport): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { from, to } = readQuery(consoleProfitSchema, req);
    res.json(await report.between(from, to));
  });
  return router;
}
