import type { LitElement } from 'lit';
import { fetchStyles } from '../api/files.ts';
import looks from '../styles/looks.css?url&no-inline';

/** The element's styles, which are no part of the script. */
export class Looks {
  /** Whether they are put on, or will never come: a shop that is not pretty is better than none. */
  areThere = false;
  readonly #host: LitElement;
  #loading: Promise<void> | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Loads them once and puts them on. */
  load(): Promise<void> {
    this.#loading ??= fetchStyles(looks)
      .then((sheet) => void (this.#host.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet))
      .catch(() => undefined)
      .then(() => {
        this.areThere = true;
        this.#host.requestUpdate();
      });
    return this.#loading;
  }
}
