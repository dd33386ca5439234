import type { OrderSummary } from './order-summary.ts';

/** An order moved to another status, the last one included. */
export class ZulOrderStatusEvent extends Event {
  readonly order: OrderSummary;

  constructor(order: OrderSummary) {
    super('zul-order-status', { bubbles: true, composed: true });
    this.order = order;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zul-order-status': ZulOrderStatusEvent;
  }
}
