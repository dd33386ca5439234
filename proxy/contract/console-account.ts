import { z } from 'zod';

const password = z.string().min(1).max(200);

/** Signing in at the provider. */
export const consoleLogInSchema = z.object({ userId: z.string().trim().min(1).max(100), password });

/** Opening an account at the provider, whose own rules decide what it takes. */
export const consoleRegisterSchema = z.object({
  username: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  email: z.string().trim().min(1).max(200),
  password,
});

/** A key copied from the provider's dashboard; copying often takes a space along. */
export const consoleKeySchema = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{4,300}$/),
});

/** The account at the provider, as far as it may be shown. */
export interface ConsoleAccount {
  readonly isConnected: boolean;
  /** The key's last four characters. */
  readonly keyEnding: string | null;
  readonly keyFrom: 'environment' | 'console' | null;
  /** The provider's last answer was that the key is wrong. */
  readonly isRefused: boolean;
  /** A key is kept, but cannot be opened because SECRET_KEY has changed. */
  readonly isLocked: boolean;
}

/** What became of a wish for a new key: `lost` means that only signing in again helps, `unknown` that it may be so. */
export interface ConsoleRegenerated {
  readonly outcome: 'changed' | 'unchanged' | 'lost' | 'unknown';
  readonly account: ConsoleAccount;
}
