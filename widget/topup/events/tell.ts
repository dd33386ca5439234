import type { Order } from '../../../proxy/contract/order.ts';
import { summarise } from './order-summary.ts';
import { ZulOrderCreatedEvent } from './zul-order-created.ts';
import { ZulOrderStatusEvent } from './zul-order-status.ts';
import { ZulOrderSucceededEvent } from './zul-order-succeeded.ts';

/** Tells the site of an order that the proxy accepted. */
export function tellCreated(element: EventTarget, order: Order): void {
  element.dispatchEvent(new ZulOrderCreatedEvent(summarise(order)));
}

/** Tells the site of an order that moved on. */
export function tellMoved(element: EventTarget, order: Order): void {
  const summary = summarise(order);
  element.dispatchEvent(new ZulOrderStatusEvent(summary));
  if (order.status === 'succeeded') element.dispatchEvent(new ZulOrderSucceededEvent(summary));
}
