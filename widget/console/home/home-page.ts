import { html, type TemplateResult } from 'lit';
import type { ConsoleAlert, ConsoleOverview } from '../../../proxy/contract/console.ts';
import type { OrderStatus } from '../../../proxy/contract/order.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import type { Lang } from '../lang.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { overview } from './requests.ts';
import { hideSetup, isSetupHidden, setupView } from './setup-view.ts';
import { HOME_WORDS, type HomeWords } from './words.ts';

/** How often the overview is asked for where its stream does not come through. */
const FRESH_MS = 15_000;

/** The shop at a glance. */
export class HomePage extends ConsolePage {
  #overview: ConsoleOverview | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stream: EventSource | null = null;
  #isSkipped = isSetupHidden();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = setInterval(this.#refresh, FRESH_MS);
    document.addEventListener('visibilitychange', this.#seen);
    this.#seen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#hangUp();
  }

  protected override render(): TemplateResult {
    const words = HOME_WORDS[this.lang];
    if (this.#overview === null) {
      return html`${this.failureView(() => void this.#load())}${this.isBusy ? this.loadingView() : ''}`;
    }
    const { alerts, setup, today, freeRequests } = this.#overview;
    return html`${this.#isSkipped ? '' : setupView(this.lang, setup, this.#skip)}
    <div class="columns">
      <section class="card">
        <h1>${words.balance}</h1>
        ${account(words, this.#overview)}
      </section>
      <section class="card">
        <h2>${words.today}</h2>
        <dl>
          <div><dt>${words.profit}</dt><dd>${formatRupiah(today.profit)}</dd></div>
          <div><dt>${words.sales}</dt><dd>${formatRupiah(today.sales)}</dd></div>
          <div><dt>${words.sold}</dt><dd>${today.orders}</dd></div>
        </dl>
        <p class="soft">${words.todayHint}</p>
        <a class="button" href="#/profit">${words.more}</a>
      </section>
      <section class="card">
        <h2>${words.orders}</h2>
        ${orders(words, STATUS_WORDS[this.lang], this.#overview)}
        ${freeRequests === null ? '' : html`<p class="soft">${words.free}: <span class="number">${freeRequests}</span></p>`}
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
    const name = words.alert[kind] ?? kind;
    const often = times > 1 ? ` · ${words.times.replace('{0}', String(times))}` : '';
    const code = /\bZT-\w+/.exec(`${subject} ${detail}`)?.[0];
    return html`<li>
      <strong>${name}</strong>
      <span>${[subject, readable(kind, detail, this.lang)].filter(Boolean).join(' · ')}</span>
      <span class="soft">${formatTime(lastAt, this.lang, Date.now())}${often}</span>
      <div class="row wrap">
        ${code ? html`<a href="#/orders/${code}">${code}</a>` : ''}
        <button type="button" aria-label="${words.seen}: ${name}" @click=${() => void this.#seenTo(kind, subject)}>${words.seen}</button>
      </div>
    </li>`;
  }

  async #seenTo(kind: string, subject: string): Promise<void> {
    await this.work(async () => {
      this.#overview = await ask<ConsoleOverview>('POST', 'alerts/seen', { kind, subject });
    });
  }

  async #load(quietly = false): Promise<void> {
    await this.work(async () => {
      this.#overview = await overview();
    }, quietly);
  }

  readonly #refresh = (): void => {
    const isLive = this.#stream?.readyState === EventSource.OPEN;
    // What is on screen stays there while an answer fails: it is old, not wrong, and the next try is seconds away.
    if (document.visibilityState === 'visible' && !isLive) void this.#load(this.#overview !== null);
  };

  /** A stream only while somebody looks: a browser has few connections to give. */
  readonly #seen = (): void => {
    this.#hangUp();
    if (document.visibilityState !== 'visible') return;
    if (this.#overview) void this.#load(true);
    this.#stream = new EventSource('/console/api/events');
    this.#stream.addEventListener('overview', ({ data }: MessageEvent<string>) => {
      this.#overview = JSON.parse(data) as ConsoleOverview;
      this.failure = null;
      this.requestUpdate();
    });
  };

  #hangUp(): void {
    this.#stream?.close();
    this.#stream = null;
  }

  readonly #skip = (): void => {
    hideSetup();
    this.#isSkipped = true;
    this.requestUpdate();
  };
}

/** Alerts whose details are the proxy's own, and hold sums and times; others hold the provider's words and codes. */
const WITH_SUMS = ['below_floor', 'balance_low', 'price_jump', 'provider_down'];

function readable(kind: string, detail: string, lang: Lang): string {
  if (!WITH_SUMS.includes(kind)) return detail;
  return detail
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => formatTime(time, lang, Date.now()))
    .replace(/(?<![\d.:])\d{4,}(?![\d.:])/g, (sum) => formatRupiah(Number(sum)))
    .replace('->', '→');
}

function account(words: HomeWords, { account }: ConsoleOverview): TemplateResult {
  if ('trouble' in account) {
    return html`<p class="bad">${words.trouble[account.trouble]}</p>
      ${account.trouble === 'provider_away' ? '' : html`<a class="button main" href="#/account">${words.connect}</a>`}`;
  }
  const { balance, userId } = account;
  return html`<p class="big">${balance === null ? words.balanceUnknown : formatRupiah(balance)}</p>
    <p class="soft">${userId}</p>
    <a class="button" href="#/deposit">${words.topUp}</a>`;
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
