import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleOrderDetail } from '../../../proxy/contract/console-orders.ts';
import type { Lang } from '../lang.ts';
import { ORDERS_WORDS } from './words.ts';

/** How an order was dealt with. */
export type Resolution = NonNullable<ConsoleOrderDetail['resolution']>;

interface Resolving {
  /** What is about to be noted, to be said yes to once more. */
  readonly wish: Resolution | null;
  readonly isBusy: boolean;
  want(wish: Resolution | null): void;
  resolve(resolution: Resolution | null): void;
}

/** For an order that a person must deal with: how he has. Nothing for any other. */
export function resolveView(
  lang: Lang,
  { status, resolution }: ConsoleOrderDetail,
  { wish, isBusy, want, resolve }: Resolving,
): TemplateResult | typeof nothing {
  if (status !== 'unconfirmed' && status !== 'failed') return nothing;
  const words = ORDERS_WORDS[lang];
  if (resolution) {
    return html`<section class="card">
      <h2>${words.resolved}</h2>
      <div class="row wrap">
        <span class="grow">${words.resolution[resolution]}</span>
        <button type="button" aria-disabled=${isBusy} @click=${() => resolve(null)}>${words.undo}</button>
      </div>
    </section>`;
  }
  if (wish) {
    return html`<section class="card">
      <h2>${words.resolve}</h2>
      <div class="warn" role="alert"><p>${words.sure.replace('{0}', words.resolution[wish])}</p></div>
      <div class="row wrap">
        <button type="button" class="main" aria-disabled=${isBusy} @click=${() => resolve(wish)}>${words.resolved}</button>
        <button type="button" @click=${() => want(null)}>${words.cancel}</button>
      </div>
    </section>`;
  }
  return html`<section class="card">
    <h2>${words.resolve}</h2>
    <p class="soft">${words.resolveHint}</p>
    <div class="choices">
      ${(Object.keys(words.resolution) as Resolution[]).map(
        (one) => html`<button type="button" @click=${() => want(one)}>${words.resolution[one]}</button>`,
      )}
    </div>
  </section>`;
}
