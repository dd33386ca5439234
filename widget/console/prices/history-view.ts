import { html, nothing, type TemplateResult } from 'lit';
import type { ConsolePrices } from '../../../proxy/contract/console-prices.ts';
import { formatTime } from '../../kit/dates.ts';
import type { Lang } from '../lang.ts';
import { PRICES_WORDS } from './words.ts';

/** What has held before, and the way back by one. Nothing while no rule has been saved. */
export function historyView(
  lang: Lang,
  { history }: ConsolePrices,
  { isBusy, undo }: { readonly isBusy: boolean; undo(): void },
): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  const words = PRICES_WORDS[lang];
  return html`<section class="card">
    <h2>${words.history}</h2>
    <button type="button" aria-disabled=${isBusy} @click=${undo}>${words.undo}</button>
    <ul class="list">
      ${history.map(
        ({ version, at, rules }) => html`<li>
          <span>${words.version.replace('{0}', String(version)).replace('{1}', String(rules))}</span>
          <span class="soft">${formatTime(at, lang, Date.now())}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}
