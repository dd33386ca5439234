import { html, nothing, type TemplateResult } from 'lit';
import type {
  ConsoleNotice,
  ConsoleNotices,
  ConsoleSecret,
} from '../../../proxy/contract/console-notices.ts';
import { copyText } from '../../kit/copy.ts';
import { formatTime } from '../../kit/dates.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { rupiahTyped } from '../numbers.ts';
import { type BrowserNoticesState, browserNoticesState, turnOff, turnOn } from './browser-notices.ts';
import { toldView } from './told-view.ts';
import { NOTICES_WORDS } from './words.ts';

/** How often the list is asked for while somebody looks at it. */
const FRESH_MS = 3_000;

/** Where the shop sends its news, and what came of it. */
export class NoticesPage extends ConsolePage {
  #notices: ConsoleNotices | null = null;
  #browser: BrowserNoticesState = browserNoticesState();
  #secret: string | null = null;
  #said: 'saved' | 'copied' | 'testSent' | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && this.#notices && !this.isBusy) void this.#load(true);
    }, FRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = NOTICES_WORDS[this.lang];
    const notices = this.#notices;
    if (notices === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#load())}${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    const wrong = this.fieldFailure('url');
    const wrongSum = this.fieldFailure('lowBalance');
    return html`${toldView({
      head: html`<h1>${words.title}</h1>
          ${this.#said ? html`<p class="good" role="status">${words[this.#said]}</p>` : nothing}
          ${wrong || wrongSum ? nothing : this.failureView()}`,
      lang: this.lang,
      isBusy: this.isBusy,
      browser: this.#browser,
      lowBalance: notices.lowBalance,
      wrong: wrongSum,
      turn: () => void this.#turn(),
      saveBalance: this.#saveBalance,
    })}
      <form class="card" novalidate @submit=${this.#save}>
        <h2>${words.webhook}</h2>
        <p class="soft">${words.hint}</p>
        ${fieldView({ name: 'url', label: words.url, value: notices.url, inputmode: 'url', hint: words.urlHint, isOptional: true, error: wrong })}
        <div class="row wrap">
          <button type="submit" class="main" aria-disabled=${this.isBusy}>${words.save}</button>
          ${
            notices.url && notices.hasSecret
              ? html`<button type="button" aria-disabled=${this.isBusy} @click=${this.#test}>${words.test}</button>`
              : nothing
          }
        </div>
      </form>
      ${this.#secretCard(notices)}
      <section class="card">
        <h2>${words.latest}</h2>
        ${notices.notices.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
        <ul class="list">
          ${notices.notices.map((notice) => this.#entry(notice))}
        </ul>
      </section>`;
  }

  #secretCard({ hasSecret }: ConsoleNotices): TemplateResult {
    const words = NOTICES_WORDS[this.lang];
    return html`<section class="card">
      <h2>${words.secret}</h2>
      <p class="soft">${hasSecret ? words.secretHint : words.noSecret}</p>
      ${
        this.#secret
          ? html`<p class="warn" role="status">${words.once}</p>
              <pre tabindex="0">${this.#secret}</pre>
              <button type="button" @click=${this.#copy}>${words.copy}</button>`
          : html`<button type="button" aria-disabled=${this.isBusy} @click=${this.#renew}>
              ${hasSecret ? words.renewSecret : words.makeSecret}
            </button>`
      }
    </section>`;
  }

  #entry({ id, type, state, attempts, answer, createdAt }: ConsoleNotice): TemplateResult {
    const words = NOTICES_WORDS[this.lang];
    const name = words.type[type] ?? type;
    const told = [words.state[state], answer ?? '', words.tries.replace('{0}', String(attempts))];
    return html`<li class="row wrap">
      <span class="grow">
        <strong>${name}</strong>
        <span class="soft">${[...told, formatTime(createdAt, this.lang, Date.now())].filter(Boolean).join(' · ')}</span>
      </span>
      ${
        (state !== 'given_up' && attempts === 0) || state === 'delivered'
          ? nothing
          : html`<button type="button" aria-label="${words.again}: ${name}" @click=${() => void this.#again(id)}>${words.again}</button>`
      }
    </li>`;
  }

  async #load(quietly = false): Promise<void> {
    await this.work(async () => {
      this.#notices = await ask<ConsoleNotices>('GET', 'notices');
    }, quietly);
  }

  readonly #save = (event: SubmitEvent): void => {
    const { url = '' } = typedIn(event);
    void this.#do('saved', async () => {
      this.#notices = await ask<ConsoleNotices>('PUT', 'notices', { url: url.trim() });
    });
  };

  readonly #saveBalance = (event: SubmitEvent): void => {
    const { lowBalance: typed = '' } = typedIn(event);
    const sum = rupiahTyped(typed, 'none');
    // What is no sum goes as it was typed, to be refused by its name.
    const lowBalance = sum === 'none' ? null : (sum ?? typed);
    void this.#do('saved', async () => {
      this.#notices = await ask<ConsoleNotices>('PUT', 'notices/balance', { lowBalance });
    });
  };

  async #turn(): Promise<void> {
    this.#browser = this.#browser === 'on' ? turnOff() : await turnOn();
    this.requestUpdate();
  }

  readonly #test = (): void => {
    void this.#do('testSent', () => ask('POST', 'notices/test'));
  };

  readonly #renew = (): void => {
    void this.#do(null, async () => {
      this.#secret = (await ask<ConsoleSecret>('POST', 'notices/secret')).secret;
      this.#notices = await ask<ConsoleNotices>('GET', 'notices');
    });
  };

  readonly #copy = async (): Promise<void> => {
    this.#said = (await copyText(this.#secret ?? '')) ? 'copied' : null;
    this.requestUpdate();
  };

  async #again(id: string): Promise<void> {
    await this.#do(null, async () => {
      this.#notices = await ask<ConsoleNotices>('POST', `notices/${encodeURIComponent(id)}/again`);
    });
  }

  async #do(said: 'saved' | 'testSent' | null, act: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.#said = null;
    if (await this.work(act)) this.#said = said;
    this.requestUpdate();
  }
}

customElements.define('zul-console-notices', NoticesPage);
