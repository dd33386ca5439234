import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Express, Request, RequestHandler } from 'express';

/** A GET that is answered ahead of Express. */
export interface AheadRoute {
  /** The whole path as it is usually written, with its one parameter in a group; other spellings go to Express. */
  readonly path: RegExp;
  /** @throws whatever Express is to answer instead, before anything is written. */
  answer(req: Request, res: ServerResponse, parameter: string | undefined): void | Promise<void>;
}

/** Why a request was not answered ahead of Express, until Express says so. */
const refusals = new WeakMap<IncomingMessage, unknown>();

/**
 * Answers what is asked for by crowds ahead of Express, and leaves everything else to it, every refusal too.
 * What Express and its middleware hang on a request stays in memory as long as its answer is open: for a
 * stream 15 kB, twice as much as the connection itself. And finding their way to the catalogue took more
 * time than sending it (test/bench/README.md).
 */
export function ahead(app: Express, routes: readonly AheadRoute[]): RequestListener {
  return (req, res) => {
    const route = req.method === 'GET' ? routes.find(({ path }) => path.test(req.url ?? '')) : undefined;
    if (!route) return app(req, res);
    const refuse = (error: unknown) => {
      refusals.set(req, error);
      app(req, res);
    };
    try {
      route.answer(asExpressSees(req, app), res, route.path.exec(req.url ?? '')?.[1])?.catch(refuse);
    } catch (error) {
      refuse(error);
    }
  };
}

/** Within Express: answers with the refusal, if the request brought one. */
export const tellRefusal: RequestHandler = (req, _res, next) => next(refusals.get(req));

/**
 * The request with Express's reading of it (address and host behind trusted proxies), without Express's
 * having touched it.
 */
function asExpressSees(req: IncomingMessage, app: Express): Request {
  const view = Object.create(app.request) as Request;
  view.method = req.method ?? '';
  view.url = req.url ?? '';
  view.headers = req.headers;
  view.socket = req.socket;
  return view;
}
