import type { FailureCode } from '../api/failure.ts';

/** Something the buyer was told about went wrong; `code` is the wire's problem code, or `no_answer`. */
export class ZulErrorEvent extends Event {
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super('zul-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zul-error': ZulErrorEvent;
  }
}
