import type { LitElement } from 'lit';
import type { Screen } from '../state/screen.ts';

/** What decides where the focus belongs after a change. */
interface Shown {
  readonly screen: Screen;
  /** Set when it belongs on the first wrong field; taken back here. */
  focusWrong: boolean;
}

/** A new screen's heading takes the focus, so that keyboard and screen reader follow the eye. */
export class Focus {
  readonly #host: LitElement;
  #shown: string | null = null;
  #had: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The next screen is a first one: the page keeps the focus. */
  forget(): void {
    this.#shown = null;
  }

  /** To be called before a change. */
  remember(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
  }

  /** To be called after it. */
  place(shown: Shown): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const key = JSON.stringify(shown.screen);
    const isFirst = this.#shown === null;
    const isNew = this.#shown !== key;
    this.#shown = key;
    const wrong =
      shown.focusWrong && root.querySelector<HTMLElement>('[aria-invalid=true],.wrong input:enabled');
    shown.focusWrong = false;
    if (wrong) {
      wrong.focus();
      return;
    }
    const isLost = this.#had !== null && !this.#had.isConnected;
    if (!isLost && (!isNew || isFirst)) return;
    root.querySelector<HTMLElement>('.title')?.focus({ preventScroll: true });
    if (!isNew) return;
    root.querySelector('dialog')?.scrollTo(0, 0);
    if (this.#host.getBoundingClientRect().top < 0) this.#host.scrollIntoView({ block: 'start' });
  }
}
