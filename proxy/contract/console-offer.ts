import { z } from 'zod';
import { holdsNoPassword } from './addresses.ts';

const name = z.string().trim().min(1).max(100);

/** A picture goes to every visitor's browser: https, without a name or password in it. */
const picture = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine(holdsNoPassword);

const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('category'),
    type: z.string().min(1).max(100),
    category: z.string().min(1).max(300),
    isHidden: z.boolean(),
    name: name.nullable(),
    picture: picture.nullable(),
  }),
  z.object({
    kind: z.literal('service'),
    ref: z.string().min(1).max(64),
    isHidden: z.boolean(),
    name: name.nullable(),
  }),
]);

/** How one category or product is to look from now on. */
export const consoleOfferChangeSchema = z.object({ version: z.int().min(0), entry: entrySchema });

/** How a category or a product looks: hidden, under another name, with a picture. */
export type OfferEntry = z.infer<typeof entrySchema>;

/** One category of the provider's list, and how it looks in the shop. */
export interface ConsoleOfferCategory {
  readonly type: string;
  readonly category: string;
  readonly isHidden: boolean;
  readonly name: string | null;
  readonly picture: string | null;
  readonly services: readonly {
    readonly ref: string;
    readonly service: string;
    readonly available: boolean;
    readonly isHidden: boolean;
    readonly name: string | null;
  }[];
}

/** The whole offer, as it may be dressed. */
export interface ConsoleOffer {
  readonly version: number;
  readonly categories: readonly ConsoleOfferCategory[];
}
