import type { CreateOrder } from '../../../proxy/contract/order.ts';
import type { FailureCode } from '../api/failure.ts';
import type { Attempt } from './storage.ts';

// Older than this the buyer has moved on; an unpaid order of then has expired and cost nothing.
const RESUME_WITHIN_MS = 30 * 60_000;

/**
 * Refusals that say nothing about what the key may already have done: no answer at all, a crash halfway,
 * or a gate (limiter, CORS) that stands before the place where keys are looked up.
 */
const KEEPS_KEY: ReadonlySet<FailureCode> = new Set([
  'no_answer',
  'internal_error',
  'rate_limited',
  'origin_not_allowed',
]);

/** The attempt to send now: the earlier one if nothing was changed since, else one with a key of its own. */
export function attemptFor(
  earlier: Attempt | null,
  body: CreateOrder,
  categoryId: string,
  now: number,
): Attempt {
  if (earlier && isFresh(earlier, now) && sameOrder(earlier.body, body)) return earlier;
  return { key: newKey(), body, categoryId, at: now };
}

/** Whether a create left over from before (a killed tab) should be finished rather than forgotten. */
export function isFresh(attempt: Attempt, now: number): boolean {
  return now - attempt.at < RESUME_WITHIN_MS;
}

/** Whether a failed create must be repeated under the same key. */
export function keepsKey(code: FailureCode): boolean {
  return KEEPS_KEY.has(code);
}

/** Whether two creates ask for the very same thing, whatever the order of their members. */
function sameOrder(a: CreateOrder, b: CreateOrder): boolean {
  const flat = (order: CreateOrder) =>
    JSON.stringify([
      order.sid,
      order.ref,
      order.price,
      order.customer.name,
      order.customer.phone,
      Object.entries(order.target).sort(([x], [y]) => (x < y ? -1 : 1)),
    ]);
  return flat(a) === flat(b);
}

/** A random UUID; `randomUUID` is missing on plain-http pages and in older WebViews. */
export function newKey(
  source: Pick<Crypto, 'getRandomValues'> & { randomUUID?: () => string } = crypto,
): string {
  if (source.randomUUID) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => {
    if (i === 6) return ((byte & 0x0f) | 0x40).toString(16);
    return (i === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
