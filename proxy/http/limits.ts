import type { Request, RequestHandler } from 'express';
import { type Options, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { ProblemError } from '../contract/problem-error.ts';
import { sendProblem } from './problem.ts';

/** Ready-made limits for the public routes. Counted per process and IP; the provider's own limit is in `provider/`. */
export interface Limits {
  readonly reads: RequestHandler;
  readonly orders: RequestHandler;
  readonly checks: RequestHandler;
  readonly checksOfOneOrder: RequestHandler;
}

/**
 * Mobile carriers put thousands of buyers behind one address, so the limits stop floods, not crowds.
 * @param ordersPerMinute new orders a minute from one address.
 */
export function createLimits(ordersPerMinute: number): Limits {
  return {
    reads: limit({ limit: 600 }),
    orders: limit({ limit: ordersPerMinute }),
    checks: limit({ limit: 60 }),
    checksOfOneOrder: limit({
      limit: 10,
      keyGenerator: (req) => String(req.params.token),
    }),
  };
}

function limit(options: Partial<Options>): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // X-Forwarded-For is used only as far as TRUST_PROXY says; a stray header is no reason to fail.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    ...options,
    handler: (req, res) => {
      const reset =
        (req as Request & { rateLimit?: RateLimitInfo }).rateLimit?.resetTime?.getTime() ??
        Date.now() + 60_000;
      sendProblem(req, res, new ProblemError('rate_limited', { retryAfterMs: reset - Date.now() }));
    },
  });
}
