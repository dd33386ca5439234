import { z } from 'zod';

const words = z.object({ id: z.string(), en: z.string() });

/** One thing the buyer types or chooses to say where the product goes. */
export const targetFieldSchema = z.object({
  /** The key in `target` of `POST /api/orders`. */
  name: z.string(),
  label: words,
  /** `digits`: a numeric id (keep it a string, some exceed 2^53). `phone`: an Indonesian mobile number. */
  kind: z.enum(['digits', 'phone', 'text', 'choice']),
  example: z.string().nullable(),
  hint: words.nullable(),
  /** A rule of thumb as a JavaScript pattern for the whole value: warn on a mismatch, never block. */
  pattern: z.string().nullable(),
  /** What may be chosen, for `choice`. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  /** Lets another field's first digits choose this one: the longest matching prefix wins. */
  inferFrom: z.object({ field: z.string(), prefixes: z.record(z.string(), z.string()) }).nullable(),
  optional: z.boolean(),
  /**
   * For phone numbers that credit or data goes to: whose number it is, by its longest prefix (written with a
   * leading 0). Null for any other field, and for phones that only name an account, such as an e-wallet's.
   */
  operators: z.array(z.object({ name: z.string(), prefixes: z.array(z.string()) })).nullable(),
  /** The one of them this category is for: warn when the number is another's. Null when it names none. */
  operator: z.string().nullable(),
});

/** Where the reseller's picture of a category lies; any host, so be ready for a picture that does not come. */
const picture = z.url({ protocol: /^https$/ }).nullable();

export const serviceSchema = z.object({
  sid: z.string(),
  name: z.string(),
  /** Selling price in whole rupiah. */
  price: z.int().positive(),
  available: z.boolean(),
  /** Fingerprint of category + service + sid; send it back with the order. */
  ref: z.string(),
});

export const categorySummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The provider's kind: Games, Pulsa, Data, PLN, E-Money, ... */
  type: z.string(),
  /** Lowest price among the services for sale (among all of them if none is). */
  from: z.int().positive(),
  /** How many services the category holds. */
  services: z.int().nonnegative(),
  /** True when at least one of them is for sale. */
  available: z.boolean(),
  picture,
});

export const catalogSchema = z.object({
  /** `help` is where a buyer finds a person: a WhatsApp number in international form, or null. */
  shop: z.object({ name: z.string(), help: z.string().nullable() }),
  categories: z.array(categorySummarySchema),
  updatedAt: z.iso.datetime({ offset: true }),
  /** True when the provider could not be asked lately and these prices are the last known ones. */
  stale: z.boolean(),
});

export const categorySchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  picture,
  fields: z.array(targetFieldSchema),
  services: z.array(serviceSchema),
});

export type TargetField = z.infer<typeof targetFieldSchema>;
export type Service = z.infer<typeof serviceSchema>;
export type CategorySummary = z.infer<typeof categorySummarySchema>;
export type Catalog = z.infer<typeof catalogSchema>;
export type Category = z.infer<typeof categorySchema>;
