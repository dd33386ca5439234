import type { Order } from '../../../proxy/contract/order.ts';

/**
 * What the host page is told of an order. The token stays out on purpose: events end up in analytics,
 * and the token is the key to the order.
 */
export type OrderSummary = Pick<Order, 'code' | 'status' | 'service' | 'price'>;

/** The public part of an order. */
export function summarise({ code, status, service, price }: Order): OrderSummary {
  return { code, status, service, price };
}
