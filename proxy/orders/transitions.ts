import type { OrderStatus } from '../contract/order.ts';

/** The one table of allowed moves. A move to the same state (a late serial number) is no move. */
const MOVES: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placing: ['awaiting_payment', 'processing', 'rejected', 'unconfirmed'],
  awaiting_payment: ['processing', 'expired'],
  expired: ['processing'],
  processing: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: ['succeeded'],
  rejected: [],
  unconfirmed: [],
};

/** Whether an order may go from one state to another. */
export function mayMove(from: OrderStatus, to: OrderStatus): boolean {
  return MOVES[from].includes(to);
}

/**
 * Whether the order is over as far as its buyer's live view goes. `expired` is not, it may be paid late;
 * nor is a delivery whose serial number has not come yet.
 */
export function isFinished({ status, note }: { status: OrderStatus; note: string | null }): boolean {
  if (status === 'succeeded') return note !== null;
  return status === 'failed' || status === 'rejected' || status === 'unconfirmed';
}
