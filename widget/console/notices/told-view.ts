import { html, nothing, type TemplateResult } from 'lit';
import { fieldView } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import type { BrowserNoticesState } from './browser-notices.ts';
import { NOTICES_WORDS } from './words.ts';

/** What of the page is about being told in the console itself. */
export interface ToldView {
  /** What stands above all of it. */
  readonly head: TemplateResult;
  readonly lang: Lang;
  readonly isBusy: boolean;
  readonly browser: BrowserNoticesState;
  readonly lowBalance: number | null;
  /** What is wrong with the sum, as a sentence. */
  readonly wrong: string | null;
  readonly turn: () => void;
  readonly saveBalance: (event: SubmitEvent) => void;
}

/** Notifications of this browser, and below which balance to be told. */
export function toldView(view: ToldView): TemplateResult {
  const words = NOTICES_WORDS[view.lang];
  const canTurn = view.browser === 'on' || view.browser === 'off';
  return html`<section class="card">
      ${view.head}
      <h2>${words.browser}</h2>
      <p class=${view.browser === 'on' ? 'good' : 'soft'} role="status">${words.browserState[view.browser]}</p>
      ${
        canTurn
          ? html`<button type="button" class=${view.browser === 'off' ? 'main' : ''} @click=${view.turn}>
              ${view.browser === 'on' ? words.turnOff : words.turnOn}
            </button>`
          : nothing
      }
    </section>
    <form class="card" novalidate @submit=${view.saveBalance}>
      <h2>${words.balance}</h2>
      ${fieldView({
        name: 'lowBalance',
        label: words.lowBalance,
        value: view.lowBalance === null ? '' : String(view.lowBalance),
        inputmode: 'numeric',
        hint: words.lowBalanceHint,
        isOptional: true,
        error: view.wrong,
      })}
      <button type="submit" aria-disabled=${view.isBusy}>${words.saveBalance}</button>
    </form>`;
}
