import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleProduct, ConsoleProductForm } from '../../../proxy/contract/console-sales.ts';
import { formatRupiah } from '../../kit/money.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { rupiahTyped } from '../numbers.ts';
import { checkView } from './check-view.ts';
import { type Draft, findProducts, productForm, sell } from './sale.ts';
import { SoldOrder } from './sold-order.ts';
import { targetFields } from './target-fields.ts';
import { SELL_WORDS } from './words.ts';

const TYPING_MS = 250;

/** Selling from the balance: product, target, check, and then how it goes. */
export class SellPage extends ConsolePage {
  #search = '';
  #found: readonly ConsoleProduct[] | null = null;
  #product: ConsoleProductForm | null = null;
  #draft: Draft | null = null;
  #isChecking = false;
  #isWrongPrice = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#find();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const [code] = this.path;
    if (code) return html`<zul-console-sold .lang=${this.lang} .path=${[code]}></zul-console-sold>`;
    if (this.#isChecking && this.#draft) {
      return checkView(this.lang, this.#draft, {
        isBusy: this.isBusy,
        failure: this.failure,
        failureText: this.failureView(),
        confirm: (isSure) => void this.#sell(isSure),
        change: () => this.#change(),
      });
    }
    return this.#product ? this.#form(this.#product) : this.#products();
  }

  #products(): TemplateResult {
    const words = SELL_WORDS[this.lang];
    return html`<section class="card">
      <h1>${words.title}</h1>
      <p class="soft">${words.hint}</p>
      ${fieldView({
        name: 'search',
        type: 'search',
        label: words.search,
        value: this.#search,
        isOptional: true,
        onInput: (typed) => this.#type(typed),
      })}
      ${this.failureView(() => void this.#find())}
      ${this.#found === null && this.isBusy ? this.loadingView() : nothing}
      ${this.#found?.length === 0 ? html`<p class="soft" role="status">${words.none}</p>` : nothing}
      <ul class="list">
        ${(this.#found ?? []).map((product) => this.#entry(product))}
      </ul>
    </section>`;
  }

  #entry({ ref, category, service, cost, available }: ConsoleProduct): TemplateResult {
    const words = SELL_WORDS[this.lang];
    return html`<li class="row">
      <span class="grow">
        <strong>${category}, ${service}</strong>
        <span class="soft number">${available ? words.cost.replace('{0}', formatRupiah(cost)) : words.down}</span>
      </span>
      <button type="button" ?disabled=${!available} aria-label="${words.pick}: ${category}, ${service}" @click=${() => void this.#choose(ref)}>
        ${words.pick}
      </button>
    </li>`;
  }

  #form(product: ConsoleProductForm): TemplateResult {
    const words = SELL_WORDS[this.lang];
    const typed = this.#draft?.target ?? {};
    const isFieldWrong = Object.keys(this.failure?.problem?.fields ?? {}).length > 0;
    return html`<form class="card" novalidate @submit=${this.#check}>
      <h1>${product.category}, ${product.service}</h1>
      <p class="soft number">${words.cost.replace('{0}', formatRupiah(product.cost))}</p>
      ${targetFields(this.lang, product.fields, typed, (name) => this.fieldFailure(name), words.choose)}
      ${fieldView({
        name: 'price',
        label: words.price,
        value: String(this.#draft?.price ?? product.price),
        inputmode: 'numeric',
        hint: words.priceHint,
        error: this.#isWrongPrice ? words.wrongPrice : this.fieldFailure('price'),
      })}
      ${fieldView({ name: 'name', label: words.name, value: this.#draft?.name ?? '', isOptional: true })}
      ${isFieldWrong ? nothing : this.failureView()}
      <div class="row wrap">
        <button type="submit" class="main">${words.next}</button>
        <button type="button" @click=${() => this.#leave()}>${words.back}</button>
      </div>
    </form>`;
  }

  #type(typed: string): void {
    this.#search = typed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(), TYPING_MS);
  }

  async #find(): Promise<void> {
    const search = this.#search;
    await this.work(async () => {
      const found = await findProducts(search);
      if (search === this.#search) this.#found = found;
      // Quietly while a list is there: who has chosen already is not held up by what he typed before.
    }, this.#found !== null);
  }

  async #choose(ref: string): Promise<void> {
    clearTimeout(this.#timer);
    await this.work(async () => {
      this.#product = await productForm(ref);
      this.#draft = null;
      this.arrive();
    });
  }

  #leave(): void {
    this.#product = null;
    this.#draft = null;
    this.failure = null;
    this.arrive();
  }

  readonly #check = (event: SubmitEvent): void => {
    const product = this.#product;
    const typed = typedIn(event);
    const price = rupiahTyped(typed.price ?? '', null);
    this.#isWrongPrice = price === null;
    this.failure = null;
    if (product && price !== null) {
      const target = Object.fromEntries(
        product.fields.map(({ name }) => [name, (typed[`target.${name}`] ?? '').trim()] as const),
      );
      this.#draft = { product, target, price, name: typed.name ?? '', key: crypto.randomUUID() };
      this.#isChecking = true;
      this.arrive();
    }
    this.requestUpdate();
  };

  #change(): void {
    this.#isChecking = false;
    this.failure = null;
    this.arrive();
  }

  async #sell(isSure: boolean): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.isBusy) return;
    const went = await this.work(async () => {
      const code = await sell(draft, isSure);
      this.#leave();
      this.#isChecking = false;
      location.hash = `#/sell/${code}`;
    });
    if (!went) this.#afterFailure(draft);
  }

  /** A wrong field is mended in the form; a new cost is taken over and looked at before it is agreed to. */
  #afterFailure(draft: Draft): void {
    const { code, price, fields } = this.failure?.problem ?? {};
    if (fields) this.#isChecking = false;
    if (code === 'price_changed' && price !== undefined) {
      const product = { ...draft.product, cost: price };
      this.#product = product;
      this.#draft = { ...draft, product, key: crypto.randomUUID() };
    }
    this.requestUpdate();
  }
}

customElements.define('zul-console-sold', SoldOrder);
customElements.define('zul-console-sell', SellPage);
