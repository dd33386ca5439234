/** A hint that an order has a new version. The store is the truth; a hint may be missed. */
export interface Change {
  readonly orderId: string;
  readonly version: number;
}

type Listener = (change: Change) => void;

/**
 * Tells whoever wants to know, in this process, that an order changed. A listener hears of all orders and
 * picks his own: one subscription for each of 20,000 streams would cost more memory than the streams' own part.
 */
export class ChangeBus {
  readonly #listeners = new Set<Listener>();

  /** Calls every listener, in turn. */
  publish(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
