import type { LitElement, ReactiveController } from 'lit';

/** Watches the end of a long list, and tells when the buyer comes near it. */
export class Sight implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: IntersectionObserver;

  constructor(host: LitElement, onNear: () => void) {
    this.#host = host;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
      },
      { rootMargin: '600px' },
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Looks again: after more was drawn the end may still be near, which an observer tells only once. */
  look(): void {
    this.#observer.disconnect();
    const end = this.#host.renderRoot.querySelector('.more');
    if (end) this.#observer.observe(end);
  }
}
