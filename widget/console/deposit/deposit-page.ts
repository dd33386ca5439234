import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleDeposit, ConsoleDeposits } from '../../../proxy/contract/console-deposits.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { rupiahTyped } from '../numbers.ts';
import { OneDeposit } from './one-deposit.ts';
import { DEPOSIT_WORDS } from './words.ts';

const QUICK = [50_000, 100_000, 250_000, 500_000, 1_000_000];
const LEAST = 1_000;
const MOST = 10_000_000;

/** Topping up the balance: how much, its QR, and what was before. */
export class DepositPage extends ConsolePage {
  #list: ConsoleDeposits | null = null;
  #amount = '';
  #isWrong = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('path') && this.path.length === 0 && this.#list !== null) void this.#load();
  }

  protected override render(): TemplateResult {
    const [id] = this.path;
    if (id) return html`<zul-console-one-deposit .lang=${this.lang} .path=${[id]}></zul-console-one-deposit>`;
    const words = DEPOSIT_WORDS[this.lang];
    const isUncertain = this.failure?.problem?.code === 'provider_uncertain';
    return html`<form class="card" novalidate @submit=${this.#make}>
        <h1>${words.title}</h1>
        <p class="soft">${words.hint}</p>
        <div class="choices" role="group" aria-label=${words.quick}>
          ${QUICK.map(
            (
              sum,
            ) => html`<button type="button" aria-pressed=${this.#amount === String(sum)} @click=${() => this.#choose(String(sum))}>
              ${formatRupiah(sum)}
            </button>`,
          )}
        </div>
        ${fieldView({
          name: 'amount',
          label: words.amount,
          value: this.#amount,
          inputmode: 'numeric',
          error: this.#isWrong ? words.wrongAmount : null,
          onInput: (typed) => this.#choose(typed),
        })}
        ${isUncertain ? html`<p class="warn" role="alert">${words.uncertain}</p>` : this.failureView()}
        <button type="submit" class="main" aria-disabled=${this.isBusy}>${words.make}</button>
      </form>
      <section class="card">
        <h2>${words.history}</h2>
        ${this.#list === null ? this.loadingView() : this.#history(this.#list)}
      </section>`;
  }

  #history({ deposits, isWhole }: ConsoleDeposits): TemplateResult {
    const words = DEPOSIT_WORDS[this.lang];
    return html`${isWhole ? nothing : html`<p class="warn">${words.notWhole}</p>`}
      ${deposits.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
      <ul class="list">
        ${deposits.map((deposit) => this.#entry(deposit))}
      </ul>`;
  }

  #entry({ id, amount, status, createdAt, hasQr }: ConsoleDeposit): TemplateResult {
    const words = DEPOSIT_WORDS[this.lang];
    const when = createdAt === null ? id : formatTime(createdAt, this.lang, Date.now());
    return html`<li class="row">
      <span class="grow">
        <strong class="number">${amount === null ? words.unknownAmount : formatRupiah(amount)}</strong>
        <span class="soft">${words.status[status]} · ${when}</span>
      </span>
      ${
        hasQr
          ? html`<a class="button" href="#/deposit/${encodeURIComponent(id)}" aria-label="${words.open}: ${id}">${words.open}</a>`
          : nothing
      }
    </li>`;
  }

  #choose(amount: string): void {
    this.#amount = amount;
    this.#isWrong = false;
    this.requestUpdate();
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    const amount = rupiahTyped(typedIn(event).amount ?? '', null);
    if (amount === null || amount < LEAST || amount > MOST) {
      this.#isWrong = true;
      this.requestUpdate();
      return;
    }
    if (this.isBusy) return;
    const went = await this.work(async () => {
      const { id } = await ask<ConsoleDeposit>('POST', 'deposits', { amount });
      location.hash = `#/deposit/${encodeURIComponent(id)}`;
    });
    if (!went) await this.#load(true);
  };

  async #load(quietly = false): Promise<void> {
    await this.work(async () => {
      this.#list = await ask<ConsoleDeposits>('GET', 'deposits');
    }, quietly);
  }
}

customElements.define('zul-console-one-deposit', OneDeposit);
customElements.define('zul-console-deposit', DepositPage);
