import { type Request, type Response, Router } from 'express';
import { drawQr } from '../../sandbox/qr-png.ts';
import { qrisPayload } from '../../sandbox/qris.ts';
import { CODE } from './order.ts';
import { catalog, categoryAnswer } from './shop.ts';
import { type Answer, type GalleryState, ok, problem, type Showing } from './state.ts';
import { STATES } from './states.ts';

const BY_NAME = new Map(STATES.map((state) => [state.name, state]));

/**
 * The wire's routes with fixed answers, once for each state and each element that shows it:
 * `/STATE/ELEMENT/api/catalog` and so on. The element's part keeps what two of them remember apart; digits
 * at its end are the time all data is counted from, else it is now.
 */
export function fixedProxy(): Router {
  const router = Router();
  const at = '/:state/:element';
  router.get(`${at}/healthz`, (_request, response) => void response.json({ status: 'ok' }));
  router.get(`${at}/api/catalog`, (request, response) => send(response, catalogOf(request)));
  router.get(`${at}/api/catalog/:category`, (request, response) => {
    const category = stateOf(request)?.answers?.category;
    send(response, category?.(showingOf(request)) ?? categoryAnswer(String(request.params.category)));
  });
  router.post(`${at}/api/orders`, (request, response) => {
    const create = stateOf(request)?.answers?.create;
    send(response, create?.(showingOf(request)) ?? orderOf(request));
  });
  router.get(`${at}/api/orders/:token`, (request, response) => send(response, orderOf(request)));
  router.get(`${at}/api/orders/:token/events`, stream);
  router.get(`${at}/api/orders/:token/qr.png`, (_request, response) => {
    response.type('png').send(Buffer.from(drawQr(qrisPayload(11_000, CODE))));
  });
  router.post(`${at}/api/orders/:token/check`, (request, response) => {
    const check = stateOf(request)?.answers?.check;
    send(response, check?.(showingOf(request)) ?? { status: 202, body: null });
  });
  return router;
}

function stateOf(request: Request): GalleryState | undefined {
  return BY_NAME.get(String(request.params.state));
}

function showingOf(request: Request): Showing {
  const { state, element } = request.params;
  const fixed = /\d+$/.exec(String(element))?.[0];
  return {
    at: fixed ? Number(fixed) : Date.now(),
    base: `${request.protocol}://${request.host}${request.baseUrl}/${state}/${element}`,
  };
}

function catalogOf(request: Request): Answer {
  const showing = showingOf(request);
  return stateOf(request)?.answers?.catalog?.(showing) ?? ok(catalog(showing.at));
}

function orderOf(request: Request): Answer {
  return stateOf(request)?.answers?.order?.(showingOf(request)) ?? problem(404, 'not_found');
}

/** One event, then silence: nothing ever happens to these orders. */
function stream(request: Request, response: Response): void {
  const { body } = orderOf(request);
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(`event: order\ndata: ${JSON.stringify(body?.order)}\n\n`);
}

function send(response: Response, { status, body }: Answer): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (body) response.json(body);
  else response.end();
}
