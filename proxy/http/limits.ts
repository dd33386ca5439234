import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { ProblemError } from '../contract/problem-error.ts';
import { sendProblem } from './problem.ts';

/** Ready-made limits for the public routes. Counted per process and IP; the provider's own limit is in `provider/`. */
export interface Limits {
  /** For everything below `/api`; counted ahead of Express or within it, never twice. */
  readonly reads: MinuteLimit;
  /** For whatever has an order looked at soon: "I have paid", and a page that is opened again. */
  readonly signals: MinuteLimit;
  readonly orders: RequestHandler;
  readonly checksOfOneOrder: RequestHandler;
}

const MINUTE_MS = 60_000;
/**
 * Mobile carriers put thousands of buyers behind one address, and a purchase takes about ten requests
 * besides its stream. 6,000 a minute are 600 purchases, and 100 a second of the thousands one core answers.
 */
const READS_PER_MINUTE = 6_000;
/** Half of the provider's limit: no single address can have all looks made for its own orders. */
const SIGNALS_PER_MINUTE = 30;

/**
 * The limits stop floods, not crowds. How many streams are open at once is limited in `live/caps.ts`.
 * @param ordersPerMinute new orders a minute from one address.
 * @param readsPerMinute requests of any kind a minute from one address.
 */
export function createLimits(ordersPerMinute: number, readsPerMinute = READS_PER_MINUTE): Limits {
  return {
    reads: new MinuteLimit(readsPerMinute),
    signals: new MinuteLimit(SIGNALS_PER_MINUTE),
    orders: limit({ limit: ordersPerMinute }),
    checksOfOneOrder: limit({
      limit: 10,
      keyGenerator: (req) => String(req.params.token),
    }),
  };
}

/** Ten tries at the console's door in a quarter of an hour from one address; who gets in is not counted. */
export function consoleTries(): RequestHandler {
  return limit({ windowMs: 15 * MINUTE_MS, limit: 10, skipSuccessfulRequests: true });
}

/**
 * What one address does in a minute. By hand, because one of them stands before every request, and
 * express-rate-limit takes as long as sending a catalogue does.
 */
class MinuteLimit {
  readonly #perMinute: number;
  #counts = new Map<string, number>();
  #since = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one more, unless the address has had all of this minute. */
  allows(address: string): boolean {
    const now = Date.now();
    if (now - this.#since >= MINUTE_MS) {
      this.#counts = new Map();
      this.#since = now;
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    if (count > this.#perMinute) return false;
    this.#counts.set(address, count);
    return true;
  }

  /** The same. @throws ProblemError `rate_limited` when the address has had all of this minute. */
  take(address: string): void {
    if (this.allows(address)) return;
    throw new ProblemError('rate_limited', { retryAfterMs: this.#since + MINUTE_MS - Date.now() });
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
