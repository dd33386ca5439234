import { z } from 'zod';

/** Every `code` a problem answer may carry, with its HTTP status. */
export const PROBLEM_STATUS = {
  invalid_input: 422,
  idempotency_key_missing: 400,
  idempotency_mismatch: 422,
  price_changed: 409,
  service_unavailable: 409,
  duplicate_order: 409,
  rate_limited: 429,
  provider_busy: 503,
  provider_unavailable: 503,
  origin_not_allowed: 403,
  /** Only below `/console/api`: nobody is signed in, or what was shown at the door is wrong. */
  unauthorized: 401,
  /** Only below `/console/api`: the provider said no; `said` holds its words. */
  provider_refused: 422,
  /** Only below `/console/api`: no certain answer came back, so it may or may not have been done. */
  provider_uncertain: 504,
  /** Only below `/console/api`: what was changed had been changed meanwhile, from another device. */
  changed_elsewhere: 409,
  /** Only below `/console/api`: an earlier sale of the same is uncertain (`orderCode`); it must be wanted twice. */
  sale_uncertain: 409,
  not_found: 404,
  internal_error: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** RFC 9457 `application/problem+json` with this product's members. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
  /** With `invalid_input`: what is wrong, by the path of the field (`target.userId`, `customer.phone`). */
  fields: z.record(z.string(), z.string()).optional(),
  /** With `price_changed`: the price as it is now, whole rupiah. */
  price: z.int().positive().optional(),
  /** With `duplicate_order`: our reference of the open order, if it is known; it opens nothing. */
  orderCode: z.string().optional(),
  /** With `rate_limited`, `provider_busy`, `provider_unavailable`: seconds, same as `Retry-After`. */
  retryAfter: z.int().positive().optional(),
  /** With `provider_refused`: the provider's own words, shown to nobody but the reseller. */
  said: z.string().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
