import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleOrder } from '../../../proxy/contract/console-orders.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView } from '../field-view.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { ORDER_FILTERS } from './filters.ts';
import { OrderDetail } from './order-detail.ts';
import looks from './orders.css?inline';
import { csvAddress, orderPage, type Wanted } from './requests.ts';
import { ORDERS_WORDS } from './words.ts';

/** Typing goes on; only what has rested so long is asked for. */
const TYPING_MS = 300;
const NOTHING_WANTED: Wanted = { search: '', status: '', from: '', to: '' };

/** The shop's orders, and one of them. */
export class OrdersPage extends ConsolePage {
  static override readonly styles = [...ConsolePage.styles, css`${unsafeCSS(looks)}`];

  #wanted: Wanted = NOTHING_WANTED;
  #orders: readonly ConsoleOrder[] | null = null;
  #next: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the last question's answer is shown, whichever comes last. */
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const [code] = this.path;
    if (code) return this.#one(code);
    const words = ORDERS_WORDS[this.lang];
    return html`<section class="card">
      <h1>${words.title}</h1>
      ${fieldView({
        name: 'search',
        type: 'search',
        label: words.search,
        hint: words.searchHint,
        value: this.#wanted.search,
        isOptional: true,
        onInput: (search) => this.#want({ search: search.trim() }, TYPING_MS),
      })}
      ${this.#filters()}
      ${this.failureView(() => void this.#load())}
      ${this.#orders === null ? (this.isBusy ? this.loadingView() : nothing) : this.#list(this.#orders)}
    </section>`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    // Back from one order: what happened to it there is shown in the list.
    if (changed.has('path') && this.path.length === 0 && this.#orders !== null) void this.#load();
  }

  #one(code: string): TemplateResult {
    return html`<p><a class="button plain" href="#/orders">← ${ORDERS_WORDS[this.lang].back}</a></p>
      <zul-console-order .lang=${this.lang} .path=${[code]}></zul-console-order>`;
  }

  #filters(): TemplateResult {
    const words = ORDERS_WORDS[this.lang];
    const statuses = STATUS_WORDS[this.lang];
    const nameOf = (one: (typeof ORDER_FILTERS)[number]) =>
      one === '' ? words.all : one === 'attention' ? words.attention : statuses[one];
    const day = (name: 'from' | 'to') => html`<div class="field">
      <label for=${name}>${words[name]}</label>
      <input id=${name} type="date" .value=${this.#wanted[name]} @change=${(event: Event) => this.#want({ [name]: (event.target as HTMLInputElement).value })} />
    </div>`;
    return html`<div class="choices scroll" role="group" aria-label=${words.status}>
        ${ORDER_FILTERS.map(
          (
            one,
          ) => html`<button type="button" aria-pressed=${this.#wanted.status === one} @click=${() => this.#want({ status: one })}>
            ${nameOf(one)}
          </button>`,
        )}
      </div>
      <details>
        <summary>${words.period}</summary>
        <div class="stack">
          <div class="days">${day('from')}${day('to')}</div>
          <a class="button" href=${csvAddress(this.#wanted)} download>${words.export}</a>
        </div>
      </details>`;
  }

  #list(orders: readonly ConsoleOrder[]): TemplateResult {
    const words = ORDERS_WORDS[this.lang];
    if (orders.length === 0) {
      return html`<p class="soft" role="status">${this.#wanted === NOTHING_WANTED ? words.noneYet : words.none}</p>`;
    }
    return html`<ul class="orders">${orders.map((order) => this.#entry(order))}</ul>
      ${
        this.#next === null
          ? nothing
          : html`<button type="button" aria-disabled=${this.isBusy} @click=${() => void this.#load(this.#next)}>${words.more}</button>`
      }`;
  }

  #entry(order: ConsoleOrder): TemplateResult {
    const { code, mode, status, createdAt, category, service, target, price, resolution } = order;
    const words = ORDERS_WORDS[this.lang];
    return html`<li>
      <a href="#/orders/${code}">
        <span class="what"><strong>${category}, ${service}</strong><span class="soft">${target || words.erased}</span></span>
        <span class="how">
          <span class="state" data-status=${status}>${STATUS_WORDS[this.lang][status]}</span>
          ${resolution ? html`<span class="soft">${words.resolved}</span>` : nothing}
        </span>
        <span class="soft"
          >${code} · ${formatTime(createdAt, this.lang, Date.now())}${mode === 'saldo' ? ` · ${words.saldo}` : ''}</span
        >
        <strong class="number">${formatRupiah(price)}</strong>
      </a>
    </li>`;
  }

  #want(change: Partial<Wanted>, afterMs = 0): void {
    this.#wanted = { ...this.#wanted, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), afterMs);
    this.requestUpdate();
  }

  /** @param after where to go on; null: from the beginning. */
  async #load(after: string | null = null): Promise<void> {
    if (after !== null && this.isBusy) return;
    const asked = ++this.#asked;
    await this.work(async () => {
      const { orders, next } = await orderPage(this.#wanted, after);
      if (asked !== this.#asked) return;
      this.#orders = after === null ? orders : [...(this.#orders ?? []), ...orders];
      this.#next = next;
    });
  }
}

customElements.define('zul-console-order', OrderDetail);
customElements.define('zul-console-orders', OrdersPage);
