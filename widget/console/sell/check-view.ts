import { html, nothing, type TemplateResult } from 'lit';
import { formatRupiah } from '../../kit/money.ts';
import type { ConsoleFailure } from '../api.ts';
import type { Lang } from '../lang.ts';
import type { Draft } from './sale.ts';
import { SELL_WORDS } from './words.ts';

interface Checking {
  readonly isBusy: boolean;
  readonly failure: ConsoleFailure | null;
  /** What is said of any other failure. */
  readonly failureText: TemplateResult | typeof nothing;
  confirm(isSure: boolean): void;
  change(): void;
}

/** The last look before the balance pays: the target large, because a wrong one is never given back. */
export function checkView(lang: Lang, draft: Draft, checking: Checking): TemplateResult {
  const words = SELL_WORDS[lang];
  const { product, target, price } = draft;
  const { isBusy, failure } = checking;
  const isTwice = failure?.problem?.code === 'sale_uncertain';
  return html`<section class="card">
    <h1>${words.check}</h1>
    <p class="big">${Object.values(target).filter(Boolean).join(' · ')}</p>
    <p class="soft">${words.checkHint}</p>
    <dl>
      <div><dt>${words.product}</dt><dd>${product.category}, ${product.service}</dd></div>
      <div><dt>${words.fromBalance}</dt><dd>${formatRupiah(product.cost)}</dd></div>
      <div><dt>${words.fromCustomer}</dt><dd>${formatRupiah(price)}</dd></div>
      <div><dt>${words.profit}</dt><dd>${formatRupiah(price - product.cost)}</dd></div>
    </dl>
    ${price < product.cost ? html`<p class="warn">${words.loss}</p>` : nothing}
    ${isTwice ? twice(lang, failure?.problem?.orderCode) : told(lang, checking)}
    <div class="row wrap">
      <button
        type="button"
        class=${isTwice ? 'danger' : 'main'}
        aria-disabled=${isBusy}
        @click=${() => checking.confirm(isTwice)}
      >
        ${isTwice ? words.sure : words.confirm}
      </button>
      <button type="button" @click=${checking.change}>${words.change}</button>
    </div>
  </section>`;
}

function twice(lang: Lang, code: string | undefined): TemplateResult {
  const words = SELL_WORDS[lang];
  return html`<div class="bad" role="alert">
    <p>${words.twice}</p>
    ${code ? html`<a href="#/orders/${code}">${words.twiceOrder} (${code})</a>` : nothing}
  </div>`;
}

function told(lang: Lang, { failure, failureText }: Checking): TemplateResult | typeof nothing {
  const words = SELL_WORDS[lang];
  const { code, price } = failure?.problem ?? {};
  if (code === 'price_changed' && price !== undefined) {
    return html`<p class="warn" role="alert">${words.priceChanged.replace('{0}', formatRupiah(price))}</p>`;
  }
  return failure?.trouble === 'no_answer'
    ? html`<p class="warn" role="alert">${words.lost}</p>`
    : failureText;
}
