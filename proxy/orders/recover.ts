import type { OrderRow, OrderStore } from '../store/orders.ts';
import type { OrderSettling } from './settle.ts';

/** What recovery needs. */
export interface RecoverParts {
  readonly orders: OrderStore;
  readonly settling: OrderSettling;
  readonly onTrouble: (error: unknown, order: { code: string }) => void;
}

/**
 * Brings orders that a dead process left in `placing` to where they belong: those without an answer are
 * uncertain, answered ones are settled as if nothing had happened. An order
 * that cannot be moved is reported and left for the next time; it does not stand in the way of the others.
 * @param before epoch ms; only orders stored earlier, so that those of a living process are left alone.
 */
export async function recoverOrders(parts: RecoverParts, before: number): Promise<void> {
  const { orders, settling, onTrouble } = parts;
  const left = (await orders.withStatus(['placing'])).filter((order) => order.created_at < before);
  const move = (order: OrderRow): Promise<unknown> => {
    if (order.provider_id !== null) return settling.settle(order);
    return settling.giveUp(order);
  };
  // Side by side, because an answered one may wait a moment for its QR.
  await Promise.all(left.map((order) => move(order).catch((error: unknown) => onTrouble(error, order))));
}
