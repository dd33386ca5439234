import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleDeposit } from '../../../proxy/contract/console-deposits.ts';
import { copyText } from '../../kit/copy.ts';
import { formatCountdown, formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import looks from './deposit.css?inline';
import { DEPOSIT_WORDS } from './words.ts';

/** As often as the proxy asks the provider. */
const LOOK_MS = 3_000;

/** One deposit, from its QR to the money's arrival. */
export class OneDeposit extends ConsolePage {
  static override readonly styles = [...ConsolePage.styles, css`${unsafeCSS(looks)}`];

  #deposit: ConsoleDeposit | null = null;
  #isCopied = false;
  #looking: ReturnType<typeof setInterval> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look(false).then(() => this.arrive());
    this.#looking = setInterval(() => {
      if (document.visibilityState === 'visible' && this.#deposit?.status !== 'settlement')
        void this.#look(true);
    }, LOOK_MS);
    this.#ticking = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
    clearInterval(this.#ticking);
  }

  protected override render(): TemplateResult {
    const words = DEPOSIT_WORDS[this.lang];
    const deposit = this.#deposit;
    if (deposit === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#look(false))}${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    const sum = formatRupiah(deposit.toPay ?? deposit.amount ?? 0);
    if (deposit.status === 'settlement') {
      return html`<section class="card">
        <h1>${words.done}</h1>
        <p class="big">${formatRupiah(deposit.amount ?? 0)}</p>
        <p role="status">${words.doneHint.replace('{0}', formatRupiah(deposit.amount ?? 0))}</p>
        <a class="button main" href="#/deposit">${words.another}</a>
      </section>`;
    }
    return html`<section class="card">
      <h1>${words.pay}</h1>
      ${
        deposit.status === 'expired'
          ? html`<p class="warn" role="status">${words.expired}</p>
              <a class="button main" href="#/deposit">${words.another}</a>`
          : this.#payment(deposit, sum)
      }
    </section>`;
  }

  #payment({ id, toPay, expiresAt }: ConsoleDeposit, sum: string): TemplateResult {
    const words = DEPOSIT_WORDS[this.lang];
    const qr = `/console/api/deposits/${encodeURIComponent(id)}/qr.png`;
    const left = expiresAt === null ? null : Date.parse(expiresAt) - Date.now();
    return html`<img class="qr" src=${qr} alt=${words.qr.replace('{0}', sum)} width="320" height="320" />
      <div class="exact">
        <p>${words.exact}<br /><strong class="big">${sum}</strong></p>
        <button type="button" @click=${() => void this.#copy(String(toPay ?? ''))}>${words.copy}</button>
      </div>
      ${this.#isCopied ? html`<p class="soft" role="status">${words.copied}</p>` : nothing}
      <a class="button" href="${qr}?download" download>${words.save}</a>
      <p class="soft">${words.how}</p>
      ${
        left === null || expiresAt === null
          ? nothing
          : html`<p>
              ${words.until.replace('{0}', formatTime(expiresAt, this.lang, Date.now()))}
              <span class="soft number">(${words.left.replace('{0}', formatCountdown(left))})</span>
            </p>`
      }
      <p role="status">${words.waiting}</p>`;
  }

  async #copy(text: string): Promise<void> {
    this.#isCopied = await copyText(text);
    this.requestUpdate();
  }

  async #look(quietly: boolean): Promise<void> {
    await this.work(async () => {
      this.#deposit = await ask<ConsoleDeposit>('GET', `deposits/${encodeURIComponent(this.path[0] ?? '')}`);
    }, quietly);
  }
}
