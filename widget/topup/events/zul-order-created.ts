import type { OrderSummary } from './order-summary.ts';

/** The proxy accepted an order; nothing has been paid yet. */
export class ZulOrderCreatedEvent extends Event {
  readonly order: OrderSummary;

  constructor(order: OrderSummary) {
    super('zul-order-created', { bubbles: true, composed: true });
    this.order = order;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zul-order-created': ZulOrderCreatedEvent;
  }
}
