import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleEarnings, ConsoleProfit } from '../../../proxy/contract/console-profit.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { typedIn } from '../field-view.ts';
import { drawBars, shortDay } from './chart.ts';
import looks from './profit.css?inline';
import { type Span, spanOf } from './spans.ts';
import { type Period, PROFIT_WORDS } from './words.ts';

const PERIODS: readonly Period[] = ['week', 'month', 'thisMonth'];

/** What the shop earns, by day and by category, and the way to the money. */
export class ProfitPage extends ConsolePage {
  static override readonly styles = [...ConsolePage.styles, css`${unsafeCSS(looks)}`];

  #period: Period | null = 'week';
  #span: Span = spanOf('week', Date.now());
  #profit: ConsoleProfit | null = null;
  #isWrong = false;
  #chart: ReturnType<typeof drawBars> | null = null;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #resized = new ResizeObserver(() => this.#draw());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#draw);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark.removeEventListener('change', this.#draw);
    this.#resized.disconnect();
    this.#chart?.destroy();
    this.#chart = null;
  }

  protected override render(): TemplateResult {
    const words = PROFIT_WORDS[this.lang];
    return html`<section class="card">
        <h1>${words.title}</h1>
        <p class="soft">${words.hint}</p>
        <div class="choices" role="group" aria-label=${words.period}>
          ${PERIODS.map(
            (
              one,
            ) => html`<button type="button" aria-pressed=${this.#period === one} @click=${() => this.#choose(one)}>
              ${words.periods[one]}
            </button>`,
          )}
        </div>
        <details>
          <summary>${words.own}</summary>
          <form class="stack" novalidate @submit=${this.#chooseOwn}>
            <div class="periods">${this.#day('from')}${this.#day('to')}</div>
            ${this.#isWrong ? html`<p class="wrong" role="alert">${words.wrongSpan}</p>` : nothing}
            <button type="submit">${words.show}</button>
          </form>
        </details>
        ${this.failureView(() => void this.#load())}
        ${this.#profit ? this.#sums(this.#profit) : this.isBusy ? this.loadingView() : nothing}
      </section>
      ${this.#profit ? this.#details(this.#profit) : nothing}`;
  }

  protected override updated(): void {
    super.updated();
    const place = this.renderRoot.querySelector('.chart');
    if (place) this.#resized.observe(place);
    this.#draw();
  }

  #day(name: 'from' | 'to'): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${PROFIT_WORDS[this.lang][name]}</label>
      <input id=${name} name=${name} type="date" .value=${this.#span[name]} required />
    </div>`;
  }

  #sums({ total, pending, failed }: ConsoleProfit): TemplateResult {
    const words = PROFIT_WORDS[this.lang];
    const waiting = words.pendingHint
      .replace('{0}', String(pending.orders))
      .replace('{1}', formatRupiah(pending.profit));
    return html`<p class="big">${formatRupiah(total.profit)}</p>
      <dl>
        <div><dt>${words.sales}</dt><dd>${formatRupiah(total.sales)}</dd></div>
        <div><dt>${words.orders}</dt><dd>${total.orders}</dd></div>
        ${pending.orders > 0 ? html`<div><dt>${words.pending}</dt><dd>${waiting}</dd></div>` : nothing}
        ${failed.orders > 0 ? html`<div><dt>${words.failed}</dt><dd>${failed.orders}</dd></div>` : nothing}
      </dl>`;
  }

  #details(profit: ConsoleProfit): TemplateResult {
    const words = PROFIT_WORDS[this.lang];
    const { days, categories, withdrawAt } = profit;
    const most = Math.max(1, ...categories.map((one) => one.profit));
    return html`<section class="card">
        <h2>${words.byDay}</h2>
        ${categories.length === 0 ? html`<p class="soft" role="status">${words.none}</p>` : nothing}
        <div class="chart" role="img" aria-label=${words.chart}></div>
        <details>
          <summary>${words.table}</summary>
          ${this.#table(
            words.day,
            days.map((one) => [shortDay(Date.parse(one.day) / 1000), one] as const),
          )}
        </details>
      </section>
      <section class="card">
        <h2>${words.byCategory}</h2>
        ${categories.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
        <ul class="shares">
          ${categories.map(
            (one) => html`<li>
              <div class="row"><span>${one.category}</span><strong class="number">${formatRupiah(one.profit)}</strong></div>
              <progress max=${most} value=${Math.max(0, one.profit)} aria-label=${one.category}></progress>
            </li>`,
          )}
        </ul>
      </section>
      <section class="card">
        <h2>${words.withdraw}</h2>
        <p class="soft">${words.withdrawHint}</p>
        <a class="button" href=${withdrawAt} target="_blank" rel="noopener noreferrer">${words.withdrawOpen}</a>
      </section>`;
  }

  #table(first: string, rows: readonly (readonly [string, ConsoleEarnings])[]): TemplateResult {
    const words = PROFIT_WORDS[this.lang];
    return html`<div class="table" tabindex="0" role="region" aria-label=${words.table}><table>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          <th scope="col" class="number">${words.count}</th>
          <th scope="col" class="number">${words.sales}</th>
          <th scope="col" class="number">${words.profit}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, { orders, sales, profit }]) => html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${orders}</td>
            <td class="number">${formatRupiah(sales)}</td>
            <td class="number">${formatRupiah(profit)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  readonly #draw = (): void => {
    const place = this.renderRoot.querySelector<HTMLElement>('.chart');
    this.#chart?.destroy();
    this.#chart = null;
    if (!place || !this.#profit) return;
    const { days } = this.#profit;
    const x = days.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 1000);
    this.#chart = drawBars(place, { x, y: days.map(({ profit }) => profit) }, short);
  };

  #choose(period: Period): void {
    this.#period = period;
    this.#span = spanOf(period, Date.now());
    void this.#load();
  }

  readonly #chooseOwn = (event: SubmitEvent): void => {
    const { from = '', to = '' } = typedIn(event);
    this.#isWrong = from === '' || to < from;
    this.requestUpdate();
    if (this.#isWrong) return;
    this.#period = null;
    this.#span = { from, to };
    void this.#load();
  };

  async #load(): Promise<void> {
    const span = this.#span;
    await this.work(async () => {
      const profit = await ask<ConsoleProfit>('GET', `profit?${new URLSearchParams({ ...span })}`);
      if (span === this.#span) this.#profit = profit;
    });
    this.#isWrong = this.failure?.problem?.code === 'invalid_input';
    if (this.#isWrong) this.failure = null;
    this.requestUpdate();
  }
}

/** Sums on an axis: `1,5 jt` for a million and a half, `250 rb` for a quarter of a million. */
function short(rupiah: number): string {
  const tenths = (unit: number) => String(Math.round((rupiah * 10) / unit) / 10).replace('.', ',');
  if (Math.abs(rupiah) >= 1_000_000) return `${tenths(1_000_000)} jt`;
  return Math.abs(rupiah) >= 1_000 ? `${tenths(1_000)} rb` : String(rupiah);
}

customElements.define('zul-console-profit', ProfitPage);
