import type { qrisPayload } from './qris.ts';

/** How the work of one request is to differ from the provider's rules; empty for ordinary work. */
export interface Twist {
  /** Milliseconds until the work begins. */
  delayMs?: number;
  /** What dropship costs on top of `harga`, in percent, in place of the sandbox's own fee. */
  dropshipFeePercent?: number;
  /** Whole rupiah the payer adds to what was asked for. */
  uniqueCode?: number;
  /** Writes the text inside the QR in place of the true one. */
  payload?: typeof qrisPayload;
  /** A payment is taken though its time is over. */
  acceptsLate?: boolean;
}
