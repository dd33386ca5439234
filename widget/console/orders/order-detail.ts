import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleOrderDetail } from '../../../proxy/contract/console-orders.ts';
import { copyText } from '../../kit/copy.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ConsolePage } from '../console-page.ts';
import { typedIn } from '../field-view.ts';
import { STATUS_WORDS } from '../status-words.ts';
import looks from './orders.css?inline';
import { keepNote, lookNow, orderDetail, resolve } from './requests.ts';
import { type Resolution, resolveView } from './resolve-view.ts';
import { ORDERS_WORDS } from './words.ts';

/** How often an order on screen is asked for anew. */
const FRESH_MS = 4_000;

/** Everything about one order, and what the reseller can do about it. */
export class OrderDetail extends ConsolePage {
  static override readonly styles = [...ConsolePage.styles, css`${unsafeCSS(looks)}`];

  #order: ConsoleOrderDetail | null = null;
  #said: string | null = null;
  #wish: Resolution | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#do(() => orderDetail(this.#code)).then(() => this.arrive());
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.isBusy && this.#order) void this.#refresh();
    }, FRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  get #code(): string {
    return this.path[0] ?? '';
  }

  protected override render(): TemplateResult {
    const words = ORDERS_WORDS[this.lang];
    const order = this.#order;
    if (order === null) {
      const isUnknown = this.failure?.problem?.code === 'not_found';
      return html`<section class="card">
        <h1>${this.#code}</h1>
        ${isUnknown ? html`<p role="alert">${words.notFound}</p>` : this.failureView(() => void this.#do(() => orderDetail(this.#code)))}
        ${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    return html`<section class="card">
        <h1>${order.category}, ${order.service}</h1>
        <p class="row wrap">
          <span class="state" data-status=${order.status}>${STATUS_WORDS[this.lang][order.status]}</span>
          <span class="number">${order.code}</span>
          <button type="button" class="plain" aria-label="${words.copy}: ${order.code}" @click=${() => void this.#copy(order.code)}>${words.copy}</button>
        </p>
        ${this.#said ? html`<p class="good" role="status">${this.#said}</p>` : nothing}
        ${this.failureView()}
        ${this.#facts(order)}
        <div class="row wrap">
          <button type="button" aria-disabled=${this.isBusy} @click=${this.#look}>${words.look}</button>
          ${order.customerPhone ? this.#writeTo(order.customerPhone) : nothing}
        </div>
      </section>
      ${resolveView(this.lang, order, {
        wish: this.#wish,
        isBusy: this.isBusy,
        want: (wish) => {
          this.#wish = wish;
          this.requestUpdate();
        },
        resolve: (resolution) => void this.#resolve(resolution),
      })}
      ${this.#timeline(order)}
      <form class="card" @submit=${this.#keepNote}>
        <label for="note">${words.note}</label>
        <textarea id="note" name="note" rows="3" maxlength="500" .value=${order.resellerNote ?? ''}></textarea>
        <button type="submit" aria-disabled=${this.isBusy}>${words.save}</button>
      </form>`;
  }

  #writeTo(phone: string): TemplateResult {
    const address = `https://wa.me/${phone.replace(/^0/, '62')}`;
    return html`<a class="button" href=${address} target="_blank" rel="noopener noreferrer">
      ${ORDERS_WORDS[this.lang].whatsapp}
    </a>`;
  }

  #facts(order: ConsoleOrderDetail): TemplateResult {
    const words = ORDERS_WORDS[this.lang];
    const money = (rupiah: number | null) => (rupiah === null ? words.unknown : formatRupiah(rupiah));
    const facts: readonly (readonly [string, string | null])[] = [
      [words.target, order.target || words.erased],
      [words.buyer, [order.customerName, order.customerPhone].filter(Boolean).join(', ')],
      [words.price, formatRupiah(order.price)],
      [
        words.amount,
        order.amount === null || order.amount === order.price ? null : formatRupiah(order.amount),
      ],
      [words.cost, money(order.cost)],
      [words.profit, money(order.profit)],
      [words.serial, order.note],
      [words.reasonLabel, order.reason && words.reason[order.reason]],
      [words.invoice, order.invoice],
      [words.providerText, order.providerText],
    ];
    return html`<dl>
      ${facts.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing))}
    </dl>`;
  }

  #timeline({ timeline }: ConsoleOrderDetail): TemplateResult {
    const words = ORDERS_WORDS[this.lang];
    return html`<section class="card">
      <h2>${words.timeline}</h2>
      <ol class="list">
        ${timeline.map(
          ({ status, note, reason, at }) => html`<li>
            <strong>${STATUS_WORDS[this.lang][status]}</strong>
            ${note || reason ? html`<span>${[note, reason && words.reason[reason]].filter(Boolean).join(' · ')}</span>` : nothing}
            <span class="soft">${formatTime(at, this.lang, Date.now())}</span>
          </li>`,
        )}
      </ol>
    </section>`;
  }

  async #copy(text: string): Promise<void> {
    this.#said = (await copyText(text)) ? ORDERS_WORDS[this.lang].copied : null;
    this.requestUpdate();
  }

  readonly #look = async (): Promise<void> => {
    if (this.isBusy) return;
    if (await this.work(() => lookNow(this.#code))) this.#said = ORDERS_WORDS[this.lang].looking;
    this.requestUpdate();
  };

  readonly #keepNote = async (event: SubmitEvent): Promise<void> => {
    const { note = '' } = typedIn(event);
    if (await this.#do(() => keepNote(this.#code, note))) this.#said = ORDERS_WORDS[this.lang].saved;
    this.requestUpdate();
  };

  async #resolve(resolution: Resolution | null): Promise<void> {
    if (await this.#do(() => resolve(this.#code, resolution))) this.#wish = null;
    this.requestUpdate();
  }

  async #do(request: () => Promise<ConsoleOrderDetail>): Promise<boolean> {
    if (this.isBusy) return false;
    this.#said = null;
    return this.work(async () => {
      this.#order = await request();
    });
  }

  async #refresh(): Promise<void> {
    await this.work(async () => {
      const fresh = await orderDetail(this.#code);
      const before = this.#order;
      // A note that is just being typed stays: only what others change is taken over.
      if (before && fresh.timeline.length !== before.timeline.length) this.#order = fresh;
    }, true);
  }
}
