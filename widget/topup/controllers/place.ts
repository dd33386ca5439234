import type { LitElement, ReactiveController } from 'lit';

const taken = new Set<number>();

/**
 * A number for an element of the page, in the order they came: what tells the orders of two elements apart
 * when the page is loaded again. An element that is put back keeps its number if nobody has taken it.
 */
export class Place implements ReactiveController {
  number = 0;
  readonly #onMoved: () => void;

  /** @param onMoved called when an element that was put back has another number than before. */
  constructor(host: LitElement, onMoved: () => void) {
    this.#onMoved = onMoved;
    host.addController(this);
  }

  hostConnected(): void {
    const before = this.number;
    if (taken.has(before)) for (this.number = 0; taken.has(this.number); ) this.number++;
    taken.add(this.number);
    if (this.number !== before) this.#onMoved();
  }

  hostDisconnected(): void {
    taken.delete(this.number);
  }
}
