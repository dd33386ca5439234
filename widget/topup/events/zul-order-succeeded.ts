import type { OrderSummary } from './order-summary.ts';

/** An order was delivered. Fires once for each order followed on this page. */
export class ZulOrderSucceededEvent extends Event {
  readonly order: OrderSummary;

  constructor(order: OrderSummary) {
    super('zul-order-succeeded', { bubbles: true, composed: true });
    this.order = order;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zul-order-succeeded': ZulOrderSucceededEvent;
  }
}
