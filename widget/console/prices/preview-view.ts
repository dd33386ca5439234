import { html, nothing, type TemplateResult } from 'lit';
import type { ConsolePreview, ConsolePreviewRow } from '../../../proxy/contract/console-prices.ts';
import { formatRupiah } from '../../kit/money.ts';
import { fieldView } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import { PRICES_WORDS } from './words.ts';

/** Which part of the offer is shown. */
export type Shown = 'all' | 'changed' | 'floor';

interface Previewing {
  readonly show: Shown;
  readonly search: string;
  readonly floor: number;
  readonly isBusy: boolean;
  choose(show: Shown): void;
  find(search: string): void;
  more(): void;
  own(row: ConsolePreviewRow): void;
}

/** The whole offer under the rules as they are being made. */
export function previewView(lang: Lang, preview: ConsolePreview, act: Previewing): TemplateResult {
  const words = PRICES_WORDS[lang];
  const { services, changed, underFloor, overCeiling, rows, next } = preview;
  return html`<section class="card">
    <h2>${words.preview}</h2>
    <p role="status">${words.counts.replace('{0}', String(services)).replace('{1}', String(changed))}</p>
    ${
      underFloor > 0
        ? html`<p class="bad">${words.under.replace('{0}', String(underFloor)).replace('{1}', formatRupiah(act.floor))}</p>`
        : nothing
    }
    ${overCeiling > 0 ? html`<p class="warn">${words.over.replace('{0}', String(overCeiling))}</p>` : nothing}
    <div class="choices" role="group" aria-label=${words.preview}>
      ${(['all', 'changed', 'floor'] as const).map(
        (one) => html`<button type="button" aria-pressed=${act.show === one} @click=${() => act.choose(one)}>
          ${words.show[one]}
        </button>`,
      )}
    </div>
    ${fieldView({
      name: 'search',
      type: 'search',
      label: words.search,
      value: act.search,
      isOptional: true,
      onInput: act.find,
    })}
    ${rows.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
    <ul class="list">
      ${rows.map((row) => rowView(lang, row, act))}
    </ul>
    ${
      next === null
        ? nothing
        : html`<button type="button" aria-disabled=${act.isBusy} @click=${act.more}>${words.more}</button>`
    }
  </section>`;
}

function rowView(lang: Lang, row: ConsolePreviewRow, { own }: Previewing): TemplateResult {
  const words = PRICES_WORDS[lang];
  const { category, service, cost, priceNow, priceThen, profit, isUnderFloor, isOverCeiling } = row;
  const trouble = isUnderFloor ? words.loss : isOverCeiling ? words.ceilingBroken : null;
  return html`<li class="price">
    <span class="grow">
      <strong>${category}, ${service}</strong>
      <span class="soft number"
        >${words.row.replace('{0}', formatRupiah(cost)).replace('{1}', formatRupiah(profit))}</span
      >
      ${trouble ? html`<span class="wrong">${trouble}</span>` : nothing}
    </span>
    <span class="sum">
      <strong class="number">${formatRupiah(priceThen)}</strong>
      ${priceNow === priceThen ? nothing : html`<span class="soft number">${words.was.replace('{0}', formatRupiah(priceNow))}</span>`}
      <button type="button" class="plain" aria-label="${words.own}: ${category}, ${service}" @click=${() => own(row)}>
        ${words.own}
      </button>
    </span>
  </li>`;
}
