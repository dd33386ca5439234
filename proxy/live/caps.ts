import { ProblemError } from '../contract/problem-error.ts';

/** How many streams may be open at once. */
export interface StreamCaps {
  readonly perAddress: number;
  readonly perOrder: number;
}

/** What the proxy allows unless told otherwise. */
export const STREAM_CAPS: StreamCaps = {
  // Mobile carriers put thousands behind one address, but a shop's streams are open only while its page is
  // on a screen. 2,000 are a tenth of the 20,000 descriptors that a server's process often has: one address
  // cannot lock the others out, and takes about 20 MB.
  perAddress: 2_000,
  // One buyer with a few tabs and phones. Each change of network leaves a stream behind that looks open
  // until TCP gives up after 15 min (`tcp_retries2`), and a page comes back every 30 s at most: 30, and two.
  perOrder: 32,
};

/** After a refusal because too many are open; the widget polls meanwhile. */
const FULL_FOR_MS = 30_000;

/** Counts the streams of each address. */
export class AddressCaps {
  readonly #caps: StreamCaps;
  readonly #open = new Map<string, number>();

  constructor(caps: StreamCaps) {
    this.#caps = caps;
  }

  /** @throws ProblemError `rate_limited` when the address has all it may have. */
  check(address: string): void {
    if ((this.#open.get(address) ?? 0) >= this.#caps.perAddress) throw tooMany();
  }

  /** @param inRoom how many streams the order has. @throws ProblemError `rate_limited` when that is enough. */
  checkOrder(inRoom: number): void {
    if (inRoom >= this.#caps.perOrder) throw tooMany();
  }

  opened(address: string): void {
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
  }

  closed(address: string): void {
    const left = (this.#open.get(address) ?? 0) - 1;
    if (left > 0) this.#open.set(address, left);
    else this.#open.delete(address);
  }
}

function tooMany(): ProblemError {
  return new ProblemError('rate_limited', { retryAfterMs: FULL_FOR_MS });
}
