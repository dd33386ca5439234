import type { OrderStatus } from '../../../proxy/contract/order.ts';
import { mineOf, type Shelf } from './storage.ts';

/** Leaving such an order behind could cost the buyer: he is asked twice. */
export function isUnderway(status: OrderStatus): boolean {
  return status === 'placing' || status === 'awaiting_payment' || status === 'processing';
}

/** Whether an element with this shelf opens with an order under way, and not with one of another category than its own. */
export function isWaiting(shelf: Shelf, category: string | null): boolean {
  const token = shelf.get('order');
  const open = token === null ? null : mineOf(shelf).find((one) => one.token === token);
  if (!open || !isUnderway(open.status)) return false;
  return category === null || category === open.categoryId || category === open.category;
}
