import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleOrderDetail } from '../../../proxy/contract/console-orders.ts';
import { copyText } from '../../kit/copy.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { type SaleState, SELL_WORDS } from './words.ts';

const LOOK_MS = 2_000;

/** A sale from the moment it was made to its end. */
export class SoldOrder extends ConsolePage {
  #order: ConsoleOrderDetail | null = null;
  #isCopied = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look(false).then(() => this.arrive());
    this.#timer = setInterval(() => {
      const isOpen =
        this.#order === null || this.#order.status === 'processing' || this.#order.status === 'placing';
      if (isOpen && document.visibilityState === 'visible') void this.#look(true);
    }, LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = SELL_WORDS[this.lang];
    const order = this.#order;
    if (order === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#look(false))}${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    const { status, note, code, category, service, target, cost } = order;
    const state: SaleState = status in words.state ? (status as SaleState) : 'processing';
    return html`<section class="card">
      <h1>${words.state[state]}</h1>
      <p class=${state === 'succeeded' ? 'good' : state === 'processing' ? 'soft' : 'warn'} role="status">
        ${words.stateHint[state]}
      </p>
      <dl>
        <div><dt>${words.product}</dt><dd>${category}, ${service}</dd></div>
        <div><dt>${words.target}</dt><dd>${target}</dd></div>
        ${cost === null ? nothing : html`<div><dt>${words.fromBalance}</dt><dd>${formatRupiah(cost)}</dd></div>`}
        ${note ? html`<div><dt>${words.serial}</dt><dd>${note}</dd></div>` : nothing}
      </dl>
      ${this.#isCopied ? html`<p class="soft" role="status">${words.copied}</p>` : nothing}
      <div class="row wrap">
        ${note ? html`<button type="button" @click=${() => void this.#copy(note)}>${words.copy}</button>` : nothing}
        <a class="button main" href="#/sell">${words.again}</a>
        <a class="button" href="#/orders/${code}">${words.open}</a>
      </div>
    </section>`;
  }

  async #copy(text: string): Promise<void> {
    this.#isCopied = await copyText(text);
    this.requestUpdate();
  }

  async #look(quietly: boolean): Promise<void> {
    await this.work(async () => {
      this.#order = await ask<ConsoleOrderDetail>('GET', `orders/${encodeURIComponent(this.path[0] ?? '')}`);
    }, quietly);
  }
}
