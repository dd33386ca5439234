import type { Payment } from '../payment.ts';

/** Addresses on the sandbox itself that its answers and pages point to. */
export class Links {
  readonly #url: string;

  /** @param url where the sandbox is reached, without a trailing slash */
  constructor(url: string) {
    this.#url = url;
  }

  /** The QR as a PNG; without an extension, like the provider's. */
  qr({ token }: Payment): string {
    return `${this.#url}/qr/${token}`;
  }

  /** JSON for the payer's page: `{status: true, data: {payment_status}}`. */
  paymentStatus({ token }: Payment): string {
    return `${this.#url}/payment/${token}`;
  }

  /** A page for the payer. */
  invoice({ token }: Payment): string {
    return `${this.#url}/invoice/${token}`;
  }
}
