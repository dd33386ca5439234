import { html, nothing, type TemplateResult } from 'lit';
import type {
  ConsoleForgotten,
  ConsolePerson,
  ConsolePrivacy,
} from '../../../proxy/contract/console-privacy.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { PRIVACY_WORDS } from './words.ts';

/** How long buyers are remembered, and what is known of one of them. */
export class PrivacyPage extends ConsolePage {
  #days: number | null = null;
  #isWrongDays = false;
  #isSaved = false;
  #typed = '';
  #person: ConsolePerson | null = null;
  #asksTwice = false;
  #forgotten: ConsoleForgotten | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const words = PRIVACY_WORDS[this.lang];
    if (this.#days === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#load())}${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    const isPhoneWrong = this.fieldFailure('phone') !== null;
    return html`<form class="card" novalidate @submit=${this.#save}>
        <h1>${words.title}</h1>
        <p class="soft">${words.hint}</p>
        ${fieldView({
          name: 'days',
          label: words.days,
          value: String(this.#days),
          inputmode: 'numeric',
          error: this.#isWrongDays ? words.wrongDays : null,
        })}
        ${this.#isSaved ? html`<p class="good" role="status">${words.saved}</p>` : nothing}
        <button type="submit" class="main" aria-disabled=${this.isBusy}>${words.save}</button>
      </form>
      <section class="card">
        <h2>${words.person}</h2>
        <p class="soft">${words.personHint}</p>
        <form class="stack" novalidate @submit=${this.#find}>
          ${fieldView({
            name: 'phone',
            label: words.phone,
            type: 'tel',
            inputmode: 'tel',
            value: this.#typed,
            error: this.fieldFailure('phone'),
          })}
          <button type="submit" aria-disabled=${this.isBusy}>${words.find}</button>
        </form>
        ${isPhoneWrong ? nothing : this.failureView()}
        ${this.#person ? this.#found(this.#person) : nothing} ${this.#done()}
      </section>`;
  }

  #found({ phone, orders }: ConsolePerson): TemplateResult {
    const words = PRIVACY_WORDS[this.lang];
    if (orders.length === 0) return html`<p role="status">${words.none}</p>`;
    return html`<p role="status">${words.found.replace('{0}', String(orders.length)).replace('{1}', phone)}</p>
      <ul class="list">
        ${orders.map(
          ({ code, name, category, service, target }) => html`<li>
            <strong>${name}</strong><span>${category}, ${service} · ${target}</span><span class="soft">${code}</span>
          </li>`,
        )}
      </ul>
      ${this.#asksTwice ? this.#question(phone) : this.#choices(phone)}`;
  }

  #choices(phone: string): TemplateResult {
    const words = PRIVACY_WORDS[this.lang];
    const query = new URLSearchParams({ phone, download: '' });
    return html`<div class="row wrap">
      <a class="button" href="/console/api/privacy/person?${query}" download>${words.export}</a>
      <button type="button" class="danger" @click=${() => this.#askTwice(true)}>${words.forget}</button>
    </div>`;
  }

  #question(phone: string): TemplateResult {
    const words = PRIVACY_WORDS[this.lang];
    return html`<div class="warn" role="alert">
      <p>${words.sure.replace('{0}', phone)}</p>
      <div class="row wrap">
        <button type="button" class="danger" aria-disabled=${this.isBusy} @click=${() => void this.#forget(phone)}>${words.yes}</button>
        <button type="button" @click=${() => this.#askTwice(false)}>${words.no}</button>
      </div>
    </div>`;
  }

  #done(): TemplateResult | typeof nothing {
    if (!this.#forgotten) return nothing;
    const words = PRIVACY_WORDS[this.lang];
    const { forgotten, underWay } = this.#forgotten;
    return html`<p class="good" role="status">${words.forgotten.replace('{0}', String(forgotten))}</p>
      ${underWay > 0 ? html`<p class="warn">${words.underWay.replace('{0}', String(underWay))}</p>` : nothing}`;
  }

  #askTwice(does: boolean): void {
    this.#asksTwice = does;
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    await this.work(async () => {
      this.#days = (await ask<ConsolePrivacy>('GET', 'privacy')).days;
    });
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    const days = Number(typedIn(event).days);
    this.#isWrongDays = !Number.isInteger(days) || days < 7 || days > 3_650;
    this.#isSaved = false;
    this.requestUpdate();
    if (this.#isWrongDays || this.isBusy) return;
    this.#isSaved = await this.work(async () => {
      this.#days = (await ask<ConsolePrivacy>('PUT', 'privacy', { days })).days;
    });
    this.requestUpdate();
  };

  readonly #find = async (event: SubmitEvent): Promise<void> => {
    this.#typed = typedIn(event).phone ?? '';
    this.#person = null;
    this.#forgotten = null;
    this.#asksTwice = false;
    if (this.isBusy) return;
    await this.work(async () => {
      this.#person = await ask<ConsolePerson>(
        'GET',
        `privacy/person?${new URLSearchParams({ phone: this.#typed })}`,
      );
    });
  };

  async #forget(phone: string): Promise<void> {
    if (this.isBusy) return;
    await this.work(async () => {
      this.#forgotten = await ask<ConsoleForgotten>(
        'DELETE',
        `privacy/person?${new URLSearchParams({ phone })}`,
      );
      this.#person = null;
    });
    this.#asksTwice = false;
    this.requestUpdate();
  }
}

customElements.define('zul-console-privacy', PrivacyPage);
