import { z } from 'zod';

/** How long buyers are remembered after the end of their order: a week at least, while questions come in. */
export const consolePrivacySchema = z.object({ days: z.int().min(7).max(3_650) });

/** Whose orders; any way of typing a number will do. */
export const consolePersonSchema = z.object({ phone: z.string().trim().min(1).max(30) });

/** How long buyers' names, numbers and targets are kept, in days after the end of an order. */
export interface ConsolePrivacy {
  readonly days: number;
}

/** What the shop knows of one buyer. Times are ISO 8601, money whole rupiah. */
export interface ConsolePerson {
  readonly phone: string;
  readonly orders: readonly {
    readonly code: string;
    readonly createdAt: string;
    readonly status: string;
    readonly name: string;
    readonly category: string;
    readonly service: string;
    readonly target: string;
    readonly price: number;
    readonly serialNumber: string | null;
  }[];
}

/** What became of a wish to forget a buyer: orders under way cannot be forgotten yet. */
export interface ConsoleForgotten {
  readonly forgotten: number;
  readonly underWay: number;
}
