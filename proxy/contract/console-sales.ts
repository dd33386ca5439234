import { z } from 'zod';
import type { TargetField } from './catalog.ts';

const rupiah = z.int().min(0).max(100_000_000);

/** A sale from the balance, to a customer who pays the reseller by himself. */
export const consoleSaleSchema = z.object({
  sid: z.string().min(1).max(64),
  ref: z.string().min(1).max(64),
  /** What the reseller saw that it takes off his balance. */
  cost: rupiah.min(1),
  /** What his customer pays him. */
  price: rupiah,
  target: z.record(z.string().max(40), z.string().max(200)),
  /** The customer's name, if the reseller wants to remember it. */
  name: z.string().trim().max(60).default(''),
  /** He knows that an earlier sale of the same is uncertain, and wants this one all the same. */
  isSure: z.boolean().default(false),
});

/** What to look for in the offer. */
export const consoleProductSearchSchema = z.object({ search: z.string().trim().max(100).default('') });

/** A product as it is sold from the balance. Money is whole rupiah. */
export interface ConsoleProduct {
  readonly sid: string;
  readonly ref: string;
  readonly type: string;
  readonly category: string;
  readonly service: string;
  readonly available: boolean;
  readonly cost: number;
  /** The shop's own price for it: a good guess at what the customer pays. */
  readonly price: number;
}

/** The same, with what must be typed for it. */
export interface ConsoleProductForm extends ConsoleProduct {
  readonly fields: readonly TargetField[];
}
