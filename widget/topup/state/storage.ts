import type { CreateOrder } from '../../../proxy/contract/order.ts';

/** Who buys, as typed; kept on this device only. */
export interface Buyer {
  name: string;
  phone: string;
}

/** A create that was begun: written down before it is sent, so that it survives a killed tab. */
export interface Attempt {
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: CreateOrder;
  readonly categoryId: string;
  /** When the key was made, Unix milliseconds. */
  readonly at: number;
}

interface Kept {
  order: string;
  /** Tokens of the orders made here, by their code, oldest first. */
  mine: Record<string, string>;
  attempt: Attempt;
  buyer: Buyer;
  /** How many tiles the catalog showed last, so that the skeleton takes the same room. */
  tiles: number;
}

/** Orders remembered besides the open one: enough for a day of buying, little to store. */
const MOST_MINE = 20;

/** Adds an order to those made here; the oldest is forgotten when there are too many. */
export function withMine(mine: Record<string, string> | null, code: string, token: string) {
  return Object.fromEntries([...Object.entries(mine ?? {}), [code, token]].slice(-MOST_MINE));
}

/** The two methods of `Storage` used, plus removal. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const fallback = new Map<string, string>();

/** What this device remembers of one proxy. Never throws: in-app browsers may forbid storage altogether. */
export class Shelf {
  readonly #prefix: string;
  readonly #store: () => Store;

  /** `store` is asked each time because merely reading `window.localStorage` may throw. */
  constructor(proxy: string, store: () => Store = () => localStorage) {
    this.#prefix = `zul-topup:${proxy}:`;
    this.#store = store;
  }

  get<K extends keyof Kept>(name: K): Kept[K] | null {
    const key = this.#prefix + name;
    try {
      const text = fallback.get(key) ?? this.#store().getItem(key);
      return text ? (JSON.parse(text) as Kept[K]) : null;
    } catch {
      return null;
    }
  }

  set<K extends keyof Kept>(name: K, value: Kept[K]): void {
    const key = this.#prefix + name;
    const text = JSON.stringify(value);
    try {
      this.#store().setItem(key, text);
      fallback.delete(key);
    } catch {
      fallback.set(key, text);
    }
  }

  drop(name: keyof Kept): void {
    const key = this.#prefix + name;
    fallback.delete(key);
    try {
      this.#store().removeItem(key);
    } catch {
      // Nothing was stored, so nothing is left to remove.
    }
  }
}
