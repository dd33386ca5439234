import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../ops/logger.ts';

/**
 * One line for each request: method, path without its token and query, status, time. Headers, bodies
 * and addresses of visitors stay out.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    serializers: {
      req: (req: { method: string; url: string }) => ({ method: req.method, path: maskedPath(req.url) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: () => undefined,
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 && res.statusCode !== 503 ? 'warn' : 'debug'),
  });
}

/** `/api/orders/<token>/events?x=1` -> `/api/orders/:token/events`: a token in a log would open the order. */
export function maskedPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.replace(/(\/orders\/)[^/]+/i, '$1:token').slice(0, 200);
}
