/** The catalog (or the pinned category) is on the page and can be used. */
export class ZulReadyEvent extends Event {
  constructor() {
    super('zul-ready', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zul-ready': ZulReadyEvent;
  }
}
