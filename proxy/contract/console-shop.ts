import { z } from 'zod';

/** A site as browsers name it in `Origin`, `https://*.example.com` for every name below example.com. */
export const ORIGIN_PATTERN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/;

/** The shop's name, shown above its offer. */
const shopName = z.string().trim().min(1).max(60);

/** A WhatsApp number in the form its links want, from any way of typing it: `6281234567890`. */
export const helpNumberSchema = z
  .string()
  .transform((text) => text.replace(/[\s+().-]/g, '').replace(/^0/, '62'))
  .pipe(z.string().regex(/^\d{8,15}$/, 'must be a WhatsApp number such as 6281234567890'));

/** What the reseller says of his shop; an empty number takes the help link away. */
export const consoleShopSchema = z.object({
  name: shopName,
  help: z.union([z.literal('').transform(() => null), z.null(), helpNumberSchema]),
});

/** A site to be allowed: an origin, a bare name, or the address of one of its pages. */
export const consoleSiteSchema = z.object({
  origin: z
    .string()
    .max(500)
    .transform((typed, context) => {
      const origin = originOf(typed);
      if (origin !== null) return origin;
      context.addIssue({ code: 'custom', message: 'not a site' });
      return z.NEVER;
    }),
});

/** The shop as its reseller may change it. */
export interface ConsoleShop {
  readonly name: string;
  readonly help: string | null;
  /** How browsers reach the shop, without a slash at the end. */
  readonly address: string;
  readonly sites: readonly { readonly origin: string; readonly isFixed: boolean }[];
  /** Sites that tried to show the shop and were refused, the latest first. */
  readonly refused: readonly { readonly origin: string; readonly times: number; readonly lastAt: string }[];
}

/** The origin of what was typed, or null when it names no site. */
function originOf(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const address = /^[a-z]+:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { origin } = new URL(address);
  const { hostname } = new URL(address);
  const isNamed = hostname === 'localhost' || hostname.includes('.');
  return isNamed && ORIGIN_PATTERN.test(origin) ? origin : null;
}
