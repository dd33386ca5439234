import { z } from 'zod';
import type { ConsoleEarnings } from './console-profit.ts';
import type { OrderStatus } from './order.ts';

const password = z.string().min(10).max(200);

/** What the door takes from who has a password. */
export const consoleSignInSchema = z.object({ password: z.string().min(1).max(200) });

/** Which alert has been seen to. */
export const consoleAlertSchema = z.object({
  kind: z.string().min(1).max(100),
  subject: z.string().max(300),
});

/** What it takes from who comes by the one-time link. */
export const consoleChooseSchema = z.object({ link: z.string().min(1).max(100), password });

/** Something the reseller should look at. Times are ISO 8601. */
export interface ConsoleAlert {
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
  readonly times: number;
  readonly lastAt: string;
}

/** What a new shop needs before it sells; true: done. */
export interface ConsoleSetup {
  readonly account: boolean;
  readonly shop: boolean;
  readonly prices: boolean;
  readonly sites: boolean;
  readonly order: boolean;
}

/** Who is at home, for a browser that comes in. */
export interface ConsoleHello {
  /** The shop's name. */
  readonly shop: string;
  readonly setup: ConsoleSetup;
}

/** The shop at a glance. Money is whole rupiah. */
export interface ConsoleOverview {
  /** The account at the provider; what keeps it from being shown instead. */
  readonly account:
    | { readonly userId: string; readonly balance: number | null }
    | { readonly trouble: 'no_key' | 'key_locked' | 'key_refused' | 'provider_away' };
  readonly orders: Readonly<Partial<Record<OrderStatus, number>>>;
  readonly setup: ConsoleSetup;
  /** Earned on the provider's present day (WIB). */
  readonly today: ConsoleEarnings;
  /** Requests to the provider that are free this minute; null while there is no key. */
  readonly freeRequests: number | null;
  readonly alerts: readonly ConsoleAlert[];
}

/** What a notification tells of, as it happens. */
export type ConsoleNews =
  | {
      readonly kind: 'order';
      readonly code: string;
      readonly status: 'processing' | 'succeeded' | 'failed' | 'unconfirmed';
      readonly service: string;
    }
  | { readonly kind: 'alert'; readonly alert: string; readonly subject: string };

/** A browser that is signed in. */
export interface ConsoleSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
}
