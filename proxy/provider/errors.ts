/** Why the provider said no, as far as its free text lets us tell. */
export type RefusalReason =
  | 'service_unavailable'
  | 'duplicate'
  | 'price_too_low'
  | 'bad_target'
  | 'balance_too_low'
  | 'key_wrong'
  | 'not_found'
  | 'maintenance'
  | 'unknown';

/**
 * The provider answered, and the answer is a clear no: nothing was created.
 * `providerText` is its own sentence: kept for the reseller, never shown to a buyer.
 */
export class ProviderRefused extends Error {
  readonly reason: RefusalReason;
  readonly providerText: string;
  constructor(reason: RefusalReason, providerText: string) {
    super(`the provider refused: ${reason}`);
    this.name = 'ProviderRefused';
    this.reason = reason;
    this.providerText = providerText;
  }
}

/** Too many requests, by the provider's word or by our own count of slots. Nothing was done. */
export class ProviderBusy extends Error {
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(`no request to the provider is allowed for ${retryAfterMs} ms`);
    this.name = 'ProviderBusy';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The provider could not be reached; certainly no byte of the request was sent. */
export class ProviderUnavailable extends Error {
  constructor(why: string) {
    super(`the provider cannot be reached: ${why}`);
    this.name = 'ProviderUnavailable';
  }
}

/** The request went out, but no answer that can be trusted came back: it may or may not have been done. */
export class ProviderUncertain extends Error {
  constructor(why: string) {
    super(`no certain answer from the provider: ${why}`);
    this.name = 'ProviderUncertain';
  }
}
