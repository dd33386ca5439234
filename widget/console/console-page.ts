import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import tokens from '../kit/tokens.css?inline';
import { ConsoleFailure } from './api.ts';
import looks from './console.css?inline';
import forms from './forms.css?inline';
import type { Lang } from './lang.ts';
import { SHELL_WORDS } from './words.ts';

/** Told to the shell when the session is over; bubbles and crosses shadow roots. */
export const SIGNED_OUT = 'zul-signed-out';

/** Told to the shell when something asked for has gone well: the shop may be further on its way now. */
export const WENT_WELL = 'zul-went-well';

/** One page of the console, and what all of them share: looks, language, work under way and what went wrong. */
export abstract class ConsolePage extends LitElement {
  static override readonly styles = [
    css`${unsafeCSS(tokens)}`,
    css`${unsafeCSS(looks)}`,
    css`${unsafeCSS(forms)}`,
  ];
  static override readonly properties: PropertyDeclarations = {
    lang: { reflect: true },
    path: { attribute: false },
  };

  declare lang: Lang;
  /** What follows the page's name in the address: `#/orders/ZT-4711` gives `['ZT-4711']`. */
  declare path: readonly string[];
  /** What went wrong last; null when all is well. */
  protected failure: ConsoleFailure | null = null;
  /** Whether something asked for has not been answered yet. */
  protected isBusy = false;
  #arrives = false;

  constructor() {
    super();
    this.lang = 'id';
    this.path = [];
  }

  /** The page's heading takes the focus once it is there, so that keyboard and screen reader follow the eye. */
  arrive(): void {
    this.#arrives = true;
    this.requestUpdate();
  }

  protected override updated(): void {
    const heading = this.#arrives ? this.renderRoot.querySelector<HTMLElement>('h1') : null;
    if (!heading) return;
    this.#arrives = false;
    heading.tabIndex = -1;
    heading.focus();
  }

  /**
   * Does something that asks the proxy: shows that it is under way, and what went wrong. A session that is over is
   * told to the shell.
   * @param quietly neither that it is under way nor how it ends touches what is said of other things: for what is asked
   * again and again.
   * @returns whether it went well.
   */
  protected async work(act: () => Promise<void>, quietly = false): Promise<boolean> {
    if (!quietly) {
      this.isBusy = true;
      this.failure = null;
      this.requestUpdate();
    }
    try {
      await act();
      if (!quietly) this.dispatchEvent(new CustomEvent(WENT_WELL, { bubbles: true, composed: true }));
      return true;
    } catch (error) {
      const failure = error instanceof ConsoleFailure ? error : new ConsoleFailure('no_answer');
      if (failure.trouble === 'signed_out') {
        this.dispatchEvent(new CustomEvent(SIGNED_OUT, { bubbles: true, composed: true }));
      } else if (!quietly) this.failure = failure;
      return false;
    } finally {
      if (!quietly) this.isBusy = false;
      this.requestUpdate();
    }
  }

  /** What went wrong as a sentence, for where it is to be read; nothing when all is well. */
  protected failureView(again?: () => void): TemplateResult | typeof nothing {
    if (this.failure === null) return nothing;
    const words = SHELL_WORDS[this.lang];
    const { problem } = this.failure;
    return html`<div class="bad" role="alert">
      <p>${problem?.detail ?? words.noAnswer}</p>
      ${problem?.said ? html`<p>${words.said} “${problem.said}”</p>` : nothing}
      ${again ? html`<button type="button" @click=${again}>${words.again}</button>` : nothing}
    </div>`;
  }

  /** What is wrong with a field of the last request, in the reader's language; null when nothing is. */
  protected fieldFailure(name: string): string | null {
    return this.failure?.problem?.fields?.[name] ?? null;
  }

  /** Shown until the page's first answer has come. */
  protected loadingView(): TemplateResult {
    return html`<p class="soft" role="status">${SHELL_WORDS[this.lang].loading}</p>`;
  }
}
