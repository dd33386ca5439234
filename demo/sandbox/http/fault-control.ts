import { json, type Response, Router, urlencoded } from 'express';
import type { FaultBook } from '../faults/fault-book.ts';
import { FaultMistake } from '../faults/fault-mistake.ts';

/**
 * `/faults`: what `sandbox.faults` does, for another process (JSON) and for the cashier page (forms, which
 * know only POST and go back to the page). Open to anyone who reaches it, as the whole sandbox is.
 */
export function createFaultControl(faults: FaultBook): Router {
  const router = Router();
  const toCashier = (response: Response, part: string) => response.redirect(303, `/#${part}`);

  router.get('/', (_request, response) => void response.json(faults.list()));

  router.post('/', json(), urlencoded(), (request, response) => {
    try {
      const fields: Record<string, unknown> = request.body ?? {};
      const id = faults.addFrom(fields);
      if (request.is('urlencoded')) toCashier(response, `fault-${String(fields.kind)}`);
      else response.status(201).json({ id });
    } catch (error) {
      if (!(error instanceof FaultMistake)) throw error;
      response.status(400).json({ error: error.message });
    }
  });

  router.delete('/', (_request, response) => {
    faults.clear();
    response.sendStatus(204);
  });
  router.delete('/:id', (request, response) => {
    faults.remove(request.params.id);
    response.sendStatus(204);
  });

  router.post('/clear', (_request, response) => {
    faults.clear();
    toCashier(response, 'faults');
  });
  router.post('/:id/remove', (request, response) => {
    faults.remove(request.params.id);
    toCashier(response, 'faults');
  });

  return router;
}
