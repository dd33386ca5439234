import { html, type TemplateResult } from 'lit';
import type { ConsoleAlert, ConsoleOverview } from '../../../proxy/contract/console.ts';
import type { OrderStatus } from '../../../proxy/contract/order.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ConsolePage } from '../console-page.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { overview } from './requests.ts';
import { HOME_WORDS, type HomeWords } from './words.ts';

/** How often the overview is asked for while somebody looks at it. */
const FRESH_MS = 15_000;

/** The shop at a glance. */
export class HomePage extends ConsolePage {
  #overview: ConsoleOverview | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = setInterval(this.#refresh, FRESH_MS);
    document.addEventListener('visibilitychange', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#refresh);
  }

  protected override render(): TemplateResult {
    const words = HOME_WORDS[this.lang];
    if (this.#overview === null) {
      return html`${this.failureView(() => void this.#load())}${this.isBusy ? this.loadingView() : ''}`;
    }
    const { alerts } = this.#overview;
    return html`<div class="columns">
      <section class="card">
        <h1>${words.balance}</h1>
        ${account(words, this.#overview)}
      </section>
      <section class="card">
        <h2>${words.orders}</h2>
        ${orders(words, STATUS_WORDS[this.lang], this.#overview)}
      </section>
      <section class="card">
        <h2>${words.alerts}</h2>
        ${
          alerts.length === 0
            ? html`<p class="soft">${words.noAlerts}</p>`
            : html`<ul class="list">${alerts.map((one) => this.#alert(words, one))}</ul>`
        }
      </section>
    </div>`;
  }

  #alert(words: HomeWords, { kind, subject, detail, times, lastAt }: ConsoleAlert): TemplateResult {
    return html`<li>
      <strong>${words.alert[kind] ?? kind}</strong>
      <span>${[subject, detail].filter(Boolean).join(' · ')}</span>
      <span class="soft"
        >${formatTime(lastAt, this.lang, Date.now())}${times > 1 ? ` · ${words.times.replace('{0}', String(times))}` : ''}</span
      >
    </li>`;
  }

  async #load(quietly = false): Promise<void> {
    await this.work(async () => {
      this.#overview = await overview();
    }, quietly);
  }

  readonly #refresh = (): void => {
    // What is on screen stays there while an answer fails: it is old, not wrong, and the next try is seconds away.
    if (document.visibilityState === 'visible') void this.#load(this.#overview !== null);
  };
}

function account(words: HomeWords, { account }: ConsoleOverview): TemplateResult {
  if ('trouble' in account) {
    return html`<p class="bad">${words.trouble[account.trouble]}</p>
      ${account.trouble === 'provider_away' ? '' : html`<a class="button main" href="#/account">${words.connect}</a>`}`;
  }
  const { balance, userId } = account;
  return html`<p class="big">${balance === null ? words.balanceUnknown : formatRupiah(balance)}</p>
    <p class="soft">${userId}</p>`;
}

function orders(
  words: HomeWords,
  statusWords: Readonly<Record<OrderStatus, string>>,
  { orders: counts }: ConsoleOverview,
): TemplateResult {
  const entries = (Object.keys(statusWords) as OrderStatus[]).flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [html`<div><dt>${statusWords[status]}</dt><dd>${count}</dd></div>`] : [];
  });
  return entries.length === 0 ? html`<p class="soft">${words.noOrders}</p>` : html`<dl>${entries}</dl>`;
}

customElements.define('zul-console-home', HomePage);
