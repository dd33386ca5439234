/** A hint that an order has a new version. The store is the truth; a hint may be missed. */
export interface Change {
  readonly orderId: string;
  readonly version: number;
}

type Listener = (change: Change) => void;

/** Tells whoever watches an order, in this process, that it changed. */
export class ChangeBus {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Calls every listener of this order, in turn. */
  publish(change: Change): void {
    for (const listener of this.#listeners.get(change.orderId) ?? []) listener(change);
  }

  /** @returns a function that ends the subscription. */
  subscribe(orderId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(orderId) ?? new Set();
    this.#listeners.set(orderId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      const isCurrent = this.#listeners.get(orderId) === listeners;
      if (listeners.size === 0 && isCurrent) this.#listeners.delete(orderId);
    };
  }

  /** Whether anybody listens to this order now. */
  isWatched(orderId: string): boolean {
    return this.#listeners.has(orderId);
  }
}
