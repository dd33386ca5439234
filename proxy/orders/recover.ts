import type { OrderStore } from '../store/orders.ts';
import type { OrderSettling } from './settle.ts';

/**
 * Brings orders that a dead process left in `placing` to where they belong: answered ones are settled as
 * if nothing had happened, sent ones without an answer are uncertain, unsent ones are closed.
 * @param before epoch ms; only orders stored earlier, so that those of a living process are left alone.
 * @returns how many were brought to an end.
 */
export async function recoverOrders(
  orders: OrderStore,
  settling: OrderSettling,
  before: number,
): Promise<number> {
  const left = (await orders.withStatus(['placing'])).filter((order) => order.created_at < before);
  for (const order of left) {
    if (order.provider_id !== null) await settling.settle(order);
    else if (order.sent_at !== null) await settling.giveUp(order, 'no_answer');
    else await settling.closeUnsent(order);
  }
  return left.length;
}
