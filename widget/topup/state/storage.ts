import type { CreateOrder, Order, OrderStatus } from '../../../proxy/contract/order.ts';
import type { SavedIds } from './saved-ids.ts';

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

/** An order made on this device: enough to name it in a list and to open it again. */
export interface Mine {
  readonly code: string;
  readonly token: string;
  readonly categoryId: string;
  readonly category: string;
  readonly service: string;
  readonly price: number;
  readonly status: OrderStatus;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

interface Kept {
  order: string;
  /** Orders made here, newest first. */
  mine: readonly Mine[];
  attempt: Attempt;
  buyer: Buyer;
  /** Targets the buyer wanted kept, newest first, by category. */
  saved: SavedIds;
  /** How many tiles the catalog showed last, so that the skeleton takes the same room. */
  tiles: number;
}

/** Orders remembered besides the open one: enough for a month of buying, little to store. */
const MOST_MINE = 20;

/** The orders made here with this one as it is now; the oldest is forgotten when there are too many. */
export function withMine(known: readonly Mine[], order: Order): Mine[] {
  const { code, token, service, price, status, createdAt: at } = order;
  const { categoryId, category, name } = service;
  const now: Mine = { code, token, categoryId, category, service: name, price, status, at };
  if (!known.some((one) => one.code === code)) return [now, ...known].slice(0, MOST_MINE);
  return known.map((one) => (one.code === code ? now : one));
}

/** The two methods of `Storage` used, plus removal. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const fallback = new Map<string, string>();

/** The orders made here; none where what was stored is no list of them. */
export function mineOf(shelf: Pick<Shelf, 'get'>): readonly Mine[] {
  const mine = shelf.get('mine');
  return Array.isArray(mine) ? mine : [];
}

/** What this device remembers of one proxy. Never throws: in-app browsers may forbid storage altogether. */
export class Shelf {
  readonly #prefix: string;
  readonly #slot: string;
  readonly #store: () => Store;

  /**
   * `slot` counts the elements of one proxy on a page: each has an open order of its own, and they share the
   * rest. `store` is asked each time because merely reading `window.localStorage` may throw.
   */
  constructor(proxy: string, slot = 0, store: () => Store = () => localStorage) {
    this.#prefix = `zul-topup:${proxy}:`;
    this.#slot = slot ? `.${slot}` : '';
    this.#store = store;
  }

  #key(name: keyof Kept): string {
    return this.#prefix + name + (name === 'order' || name === 'attempt' ? this.#slot : '');
  }

  get<K extends keyof Kept>(name: K): Kept[K] | null {
    const key = this.#key(name);
    try {
      const text = fallback.get(key) ?? this.#store().getItem(key);
      return text ? (JSON.parse(text) as Kept[K]) : null;
    } catch {
      return null;
    }
  }

  set<K extends keyof Kept>(name: K, value: Kept[K]): void {
    const key = this.#key(name);
    const text = JSON.stringify(value);
    try {
      this.#store().setItem(key, text);
      fallback.delete(key);
    } catch {
      fallback.set(key, text);
    }
  }

  drop(name: keyof Kept): void {
    const key = this.#key(name);
    fallback.delete(key);
    try {
      this.#store().removeItem(key);
    } catch {
      // Nothing was stored, so nothing is left to remove.
    }
  }
}
