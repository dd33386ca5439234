import { z } from 'zod';

/** Least and most that one QRIS payment takes, whole rupiah (upstream behaviours 25). */
export const consoleDepositSchema = z.object({ amount: z.int().min(1_000).max(10_000_000) });

/** A top-up of the balance. Money is whole rupiah, times are ISO 8601. */
export interface ConsoleDeposit {
  readonly id: string;
  /** What reaches the balance. */
  readonly amount: number | null;
  /** What is to be paid exactly; null for one that was not made here. */
  readonly toPay: number | null;
  readonly status: 'pending' | 'settlement' | 'expired' | 'unknown';
  readonly createdAt: string | null;
  readonly expiresAt: string | null;
  /** Whether its QR can be shown. */
  readonly hasQr: boolean;
}

/** All that are known, the newest first; `isWhole` is false while the provider does not tell its own list. */
export interface ConsoleDeposits {
  readonly deposits: readonly ConsoleDeposit[];
  readonly isWhole: boolean;
}
