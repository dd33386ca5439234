import type { LitElement, ReactiveController } from 'lit';

const taken = new Set<string>();

/**
 * A number for each element of one proxy on a page, in the order they came: what tells the orders of two
 * elements apart when the page is loaded again. An element that is put back keeps its number if it can.
 */
export class Place implements ReactiveController {
  readonly #onLost: () => void;
  #mine: string | null = null;

  /** @param onLost called when an element is put back and its number has gone to another one. */
  constructor(host: LitElement, onLost: () => void) {
    this.#onLost = onLost;
    host.addController(this);
  }

  /** The lowest number that no other element of this proxy has. */
  claim(proxy: string): number {
    this.hostDisconnected();
    const number = this.free(proxy);
    this.#mine = `${number} ${proxy}`;
    taken.add(this.#mine);
    return number;
  }

  /** The number it would have now. */
  free(proxy: string): number {
    let number = 0;
    while (taken.has(`${number} ${proxy}`)) number++;
    return number;
  }

  hostConnected(): void {
    if (this.#mine === null) return;
    if (!taken.has(this.#mine)) taken.add(this.#mine);
    else {
      this.#mine = null;
      this.#onLost();
    }
  }

  hostDisconnected(): void {
    if (this.#mine !== null) taken.delete(this.#mine);
  }
}
