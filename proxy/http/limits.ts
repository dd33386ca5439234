import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { ProblemError } from '../contract/problem-error.ts';
import { sendProblem } from './problem.ts';

/** Ready-made limits for the public routes. Counted per process and IP; the provider's own limit is in `provider/`. */
export interface Limits {
  /** For everything below `/api`; counted ahead of Express or within it, never twice. */
  readonly reads: ReadLimit;
  readonly orders: RequestHandler;
  readonly checks: RequestHandler;
  readonly checksOfOneOrder: RequestHandler;
}

const MINUTE_MS = 60_000;
/**
 * Mobile carriers put thousands of buyers behind one address, and a purchase takes about ten requests
 * besides its stream. 6,000 a minute are 600 purchases, and 100 a second of the thousands one core answers.
 */
const READS_PER_MINUTE = 6_000;

/**
 * The limits stop floods, not crowds. How many streams are open at once is limited in `live/caps.ts`.
 * @param ordersPerMinute new orders a minute from one address.
 * @param readsPerMinute requests of any kind a minute from one address.
 */
export function createLimits(ordersPerMinute: number, readsPerMinute = READS_PER_MINUTE): Limits {
  return {
    reads: new ReadLimit(readsPerMinute),
    orders: limit({ limit: ordersPerMinute }),
    checks: limit({ limit: 60 }),
    checksOfOneOrder: limit({
      limit: 10,
      keyGenerator: (req) => String(req.params.token),
    }),
  };
}

/**
 * Requests of any kind from one address, counted by the minute. By hand, because this one stands before every
 * request: express-rate-limit takes as long as sending a catalogue does.
 */
class ReadLimit {
  readonly #perMinute: number;
  #counts = new Map<string, number>();
  #since = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @throws ProblemError `rate_limited` when the address has had all its requests of this minute. */
  take(address: string): void {
    const now = Date.now();
    if (now - this.#since >= MINUTE_MS) {
      this.#counts = new Map();
      this.#since = now;
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    if (count > this.#perMinute) {
      throw new ProblemError('rate_limited', { retryAfterMs: this.#since + MINUTE_MS - now });
    }
    this.#counts.set(address, count);
  }

  /** The same for what comes as far as Express. */
  readonly handler: RequestHandler = (req, _res, next) => {
    this.take(ipKeyGenerator(req.ip ?? ''));
    next();
  };
}

function limit(options: Partial<Options>): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // X-Forwarded-For is used only as far as TRUST_PROXY says; a stray header is no reason to fail.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    ...options,
    handler: (req, res) => {
      const reset =
        (req as Request & { rateLimit?: RateLimitInfo }).rateLimit?.resetTime?.getTime() ??
        Date.now() + MINUTE_MS;
      sendProblem(req, res, new ProblemError('rate_limited', { retryAfterMs: reset - Date.now() }));
    },
  });
}
