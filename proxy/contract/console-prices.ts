import { z } from 'zod';

/** Whole rupiah; QRIS takes at most ten million a payment. */
const rupiah = z.int().min(0).max(10_000_000);

const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('type'), type: z.string().min(1).max(100) }),
  z.object({
    kind: z.literal('category'),
    type: z.string().min(1).max(100),
    category: z.string().min(1).max(300),
  }),
  z.object({ kind: z.literal('service'), ref: z.string().min(1).max(64) }),
]);

/** How far a price is rounded up: to whole steps, or to the next one with this ending. */
const roundingSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('step'), step: z.union([z.literal(100), z.literal(500), z.literal(1000)]) }),
    z.object({ kind: z.literal('ending'), ending: z.int().min(1).max(9_999) }),
  ])
  .nullable();

const ruleSchema = z.object({
  scope: scopeSchema,
  percentHundredths: z.int().min(0).max(999_999),
  fixedRupiah: rupiah,
  leastProfit: rupiah,
  rounding: roundingSchema,
  ceiling: rupiah.min(1).nullable(),
});

const rulesSchema = z
  .array(ruleSchema)
  .max(1_000)
  .superRefine((rules, context) => {
    const seen = new Set<string>();
    for (const [index, { scope }] of rules.entries()) {
      const key = JSON.stringify(scope);
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'scope'], message: 'twice' });
      seen.add(key);
    }
  });

/** Rules to hold from now on, and the version they were made from. */
export const consolePricesSchema = z.object({ version: z.int().min(0), rules: rulesSchema });

/** Rules to try, and which part of the offer to show under them. */
export const consolePreviewSchema = z.object({
  rules: rulesSchema,
  show: z.enum(['all', 'changed', 'floor']).default('all'),
  search: z.string().trim().max(100).default(''),
  from: z.int().min(0).default(0),
});

/** Which version to go back to. */
export const consoleUndoSchema = z.object({ version: z.int().min(1) });

/** Whom a rule is for: everything, a type, a category, or one product by its fingerprint. */
export type PriceScope = z.infer<typeof scopeSchema>;
/** How far a price is rounded up; null: not at all. */
export type PriceRounding = z.infer<typeof roundingSchema>;
/** One rule; money is whole rupiah, the percentage hundredths of a percent. */
export type PriceRule = z.infer<typeof ruleSchema>;

/** The rules as they hold, and those before them. */
export interface ConsolePrices {
  /** 0 while none has been saved: then the environment's MARKUP is the rule for everything. */
  readonly version: number;
  readonly rules: readonly PriceRule[];
  /** Least profit of an order, whole rupiah. */
  readonly floor: number;
  readonly history: readonly { readonly version: number; readonly at: string; readonly rules: number }[];
  /** What a rule can be for. */
  readonly types: readonly { readonly type: string; readonly categories: readonly string[] }[];
}

/** One product under the rules that are tried. */
export interface ConsolePreviewRow {
  readonly ref: string;
  readonly type: string;
  readonly category: string;
  readonly service: string;
  readonly cost: number;
  readonly priceNow: number;
  readonly priceThen: number;
  readonly profit: number;
  readonly isUnderFloor: boolean;
  /** The ceiling lies under cost and least profit: the price keeps to those. */
  readonly isOverCeiling: boolean;
}

/** The offer under the rules that are tried: how many of what, and a part of them. */
export interface ConsolePreview {
  readonly services: number;
  readonly changed: number;
  readonly underFloor: number;
  readonly overCeiling: number;
  readonly found: number;
  readonly rows: readonly ConsolePreviewRow[];
  /** Where the next part begins; null at the end. */
  readonly next: number | null;
}
