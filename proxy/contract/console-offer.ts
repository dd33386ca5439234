import { z } from 'zod';
import { holdsNoPassword } from './addresses.ts';
import type { TargetField } from './catalog.ts';

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
    /** What buyers type (a kind by its name) and how it is joined; null: as the proxy knows it. */
    target: z
      .object({ like: z.string().min(1).max(100), join: z.string().trim().min(1).max(100) })
      .nullable()
      .default(null),
  }),
  z.object({
    kind: z.literal('service'),
    ref: z.string().min(1).max(64),
    isHidden: z.boolean(),
    name: name.nullable(),
  }),
]);

/** Of which type the provider's list is wanted anew. */
export const consoleRefreshSchema = z.object({ type: z.string().min(1).max(100) });

/** How one category or product is to look from now on. */
export const consoleOfferChangeSchema = z.object({ version: z.int().min(0), entry: entrySchema });

/** How a category or a product looks: hidden, under another name, with a picture. */
export type OfferEntry = z.infer<typeof entrySchema>;

/** A way of addressing a product: what is typed, and how it becomes the provider's target. */
export interface ConsoleTargetKind {
  readonly like: string;
  readonly fields: readonly Pick<TargetField, 'name' | 'label' | 'optional' | 'example'>[];
  readonly join: string;
}

/** One category of the provider's list, and how it looks in the shop. */
export interface ConsoleOfferCategory {
  readonly type: string;
  readonly category: string;
  readonly isHidden: boolean;
  readonly name: string | null;
  readonly picture: string | null;
  /** What the reseller has said of it; null: nothing. */
  readonly target: Extract<OfferEntry, { kind: 'category' }>['target'];
  /** What the proxy knows of it by itself. */
  readonly usualTarget: ConsoleTargetKind;
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
  readonly kinds: readonly ConsoleTargetKind[];
}
