import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 12;
const ID_LENGTH = 16;
const MAC_BYTES = 18;
const TOKEN = /^[\w-]{40}$/;

/** No I, L, O, U: a code is read out over the phone (Crockford's base 32). */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Capability tokens: the order's random id (96 bits) and a 144-bit HMAC of it. The database holds only
 * the id, so that a copy of it opens no order, and a forged token is refused without asking the database.
 */
export class OrderTokens {
  readonly #secret: string;

  /** @param secret SECRET_KEY; when it changes, tokens given out before no longer open anything. */
  constructor(secret: string) {
    this.#secret = secret;
  }

  /** A fresh random order id, base64url. */
  newId(): string {
    return randomBytes(ID_BYTES).toString('base64url');
  }

  /** The token that opens this order. */
  tokenFor(orderId: string): string {
    return orderId + this.#mac(orderId).toString('base64url');
  }

  /** The order a token opens, or null when the token is none of ours. */
  orderIdOf(token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const id = token.slice(0, ID_LENGTH);
    const given = Buffer.from(token.slice(ID_LENGTH), 'base64url');
    return timingSafeEqual(given, this.#mac(id)) ? id : null;
  }

  #mac(orderId: string): Buffer {
    return createHmac('sha256', this.#secret).update(`order:${orderId}`).digest().subarray(0, MAC_BYTES);
  }
}

/** A short reference for talking to support, such as `ZT-7K3M9QXA`; it opens nothing. */
export function newOrderCode(): string {
  return `ZT-${Array.from(randomBytes(8), (byte) => CODE_ALPHABET[byte % 32]).join('')}`;
}
