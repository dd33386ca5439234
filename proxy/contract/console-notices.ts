import { z } from 'zod';
import { holdsNoPassword } from './addresses.ts';

/** Where notices go: an address of the reseller's own server; empty: nowhere. */
export const consoleWebhookSchema = z.object({
  url: z.union([
    z.literal(''),
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .refine(holdsNoPassword),
  ]),
});

/** Below which balance the reseller wants to be told, whole rupiah; null: not at all. */
export const consoleLowBalanceSchema = z.object({
  lowBalance: z.int().min(1).max(1_000_000_000).nullable(),
});

/** A notice as it stands. Times are ISO 8601. */
export interface ConsoleNotice {
  readonly id: string;
  readonly type: string;
  readonly state: 'waiting' | 'delivered' | 'given_up';
  readonly attempts: number;
  /** What the reseller's server answered last, in a few words. */
  readonly answer: string | null;
  readonly createdAt: string;
}

/** The webhook, and what went out last. */
export interface ConsoleNotices {
  readonly url: string;
  readonly hasSecret: boolean;
  readonly lowBalance: number | null;
  readonly notices: readonly ConsoleNotice[];
}

/** A secret is shown once, when it is made. */
export interface ConsoleSecret {
  readonly secret: string;
}
