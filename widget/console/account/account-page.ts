import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleAccount, ConsoleRegenerated } from '../../../proxy/contract/console-account.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { connectView, type Way } from './connect-view.ts';
import { ACCOUNT_WORDS } from './words.ts';

/** How the shop comes to its key at the provider, and to another one. */
export class AccountPage extends ConsolePage {
  #account: ConsoleAccount | null = null;
  #way: Way = 'log-in';
  #said: string | null = null;
  #asksTwice = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const words = ACCOUNT_WORDS[this.lang];
    const account = this.#account;
    if (account === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#load())}${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    const isWell = account.isConnected && !account.isRefused;
    return html`<section class="card">
        <h1>${account.isConnected ? words.title : words.connectTitle}</h1>
        ${this.#said ? html`<p class="good" role="status">${this.#said}</p>` : nothing}
        ${account.isRefused ? html`<p class="bad">${words.refused}</p>` : nothing}
        ${account.isLocked ? html`<p class="bad">${words.locked}</p>` : nothing}
        ${account.isConnected ? this.#key(account) : html`<p class="soft">${words.connectHint}</p>`}
        ${isWell ? nothing : this.#connect()}
      </section>
      ${
        isWell
          ? html`<details class="card">
              <summary>${words.change}</summary>
              ${this.#connect()}
            </details>`
          : nothing
      }`;
  }

  #key({ keyEnding, keyFrom, isRefused }: ConsoleAccount): TemplateResult {
    const words = ACCOUNT_WORDS[this.lang];
    return html`<p>
        ${words.keyEnding} <strong class="number">…${keyEnding}</strong>
        ${keyFrom ? html`<span class="soft">${words.from[keyFrom]}</span>` : nothing}
      </p>
      ${
        this.#asksTwice
          ? html`<div class="warn" role="alert">
              <p>${words.sure}</p>
              ${this.failureView()}
              <div class="row wrap">
                <button type="button" class="danger" aria-disabled=${this.isBusy} @click=${this.#regenerate}>${words.yes}</button>
                <button type="button" @click=${() => this.#askTwice(false)}>${words.no}</button>
              </div>
            </div>`
          : isRefused
            ? nothing
            : html`<button type="button" @click=${() => this.#askTwice(true)}>${words.regenerate}</button>
                <p class="soft">${words.regenerateHint}</p>`
      }`;
  }

  #connect(): TemplateResult {
    return connectView(this.lang, {
      way: this.#way,
      isBusy: this.isBusy,
      failure: this.#asksTwice ? nothing : this.failureView(),
      fieldFailure: (name) => this.fieldFailure(name),
      choose: (way) => {
        this.#way = way;
        this.failure = null;
        this.requestUpdate();
      },
      send: (typed) => void this.#send(typed),
    });
  }

  async #load(): Promise<void> {
    await this.work(async () => {
      this.#account = await ask<ConsoleAccount>('GET', 'account');
    });
  }

  async #send(typed: Record<string, string>): Promise<void> {
    if (this.isBusy) return;
    this.#said = null;
    const way = this.#way;
    await this.work(async () => {
      this.#account = await ask<ConsoleAccount>(way === 'key' ? 'PUT' : 'POST', `account/${way}`, typed);
      this.#said = ACCOUNT_WORDS[this.lang].done;
      this.arrive();
    });
  }

  #askTwice(does: boolean): void {
    this.#asksTwice = does;
    this.#said = null;
    this.requestUpdate();
  }

  readonly #regenerate = async (): Promise<void> => {
    if (this.isBusy) return;
    const went = await this.work(async () => {
      const { outcome, account } = await ask<ConsoleRegenerated>('POST', 'account/regenerate');
      this.#account = account;
      this.#said = ACCOUNT_WORDS[this.lang].outcome[outcome];
    });
    this.#asksTwice = !went;
    this.requestUpdate();
  };
}

customElements.define('zul-console-account', AccountPage);
