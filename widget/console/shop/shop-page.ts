import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleShop } from '../../../proxy/contract/console-shop.ts';
import { copyText } from '../../kit/copy.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { sitesView } from './sites-view.ts';
import { SNIPPETS, type Snippet, snippet } from './snippets.ts';
import { SHOP_WORDS } from './words.ts';

/** Which part of the page asked last: what went wrong is said there. */
type Part = 'shop' | 'sites';

/** The shop's name, its help number, the sites that may show it, and the lines to paste there. */
export class ShopPage extends ConsolePage {
  #shop: ConsoleShop | null = null;
  #part: Part = 'shop';
  #isSaved = false;
  #snippet: Snippet = 'html';
  #copied: 'copied' | 'copyFailed' | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask('shop', () => ask('GET', 'shop'));
  }

  protected override render(): TemplateResult {
    const words = SHOP_WORDS[this.lang];
    const shop = this.#shop;
    if (shop === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#ask('shop', () => ask('GET', 'shop')))}
        ${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    return html`${this.#about(shop)}
      ${sitesView(this.lang, shop, {
        isBusy: this.isBusy,
        failure: this.#part === 'sites' ? (this.fieldFailure('origin') ?? '') : '',
        trouble: this.#part === 'sites' && !this.fieldFailure('origin') ? this.failureView() : nothing,
        allow: (origin) => this.#ask('sites', () => ask('POST', 'shop/sites', { origin })),
        forget: (origin) =>
          void this.#ask('sites', () => ask('DELETE', `shop/sites/${encodeURIComponent(origin)}`)),
      })}
      ${this.#lines()}
      <section class="card">
        <h2>${words.test}</h2>
        <p class="soft">${words.testHint}</p>
        <a class="button main" href="/" target="_blank" rel="noopener">${words.open}</a>
      </section>`;
  }

  #about(shop: ConsoleShop): TemplateResult {
    const words = SHOP_WORDS[this.lang];
    const isHere = this.#part === 'shop';
    const wrong = (name: string) => (isHere ? this.fieldFailure(name) : null);
    return html`<form class="card" novalidate @submit=${this.#save}>
      <h1>${words.title}</h1>
      ${fieldView({ name: 'name', label: words.name, value: shop.name, error: wrong('name') })}
      ${fieldView({
        name: 'help',
        label: words.help,
        value: shop.help ?? '',
        type: 'tel',
        inputmode: 'tel',
        isOptional: true,
        hint: words.helpHint,
        error: wrong('help'),
      })}
      ${isHere && !wrong('name') && !wrong('help') ? this.failureView() : nothing}
      ${isHere && this.#isSaved ? html`<p class="good" role="status">${words.saved}</p>` : nothing}
      <button type="submit" class="main" aria-disabled=${this.isBusy}>${words.save}</button>
    </form>`;
  }

  #lines(): TemplateResult {
    const words = SHOP_WORDS[this.lang];
    return html`<section class="card">
      <h2>${words.paste}</h2>
      <p class="soft">${words.pasteHint}</p>
      <div class="choices" role="group" aria-label=${words.paste}>
        ${SNIPPETS.map(
          (
            one,
          ) => html`<button type="button" aria-pressed=${one === this.#snippet} @click=${() => this.#choose(one)}>
            ${words.snippet[one]}
          </button>`,
        )}
      </div>
      <p>${words.where[this.#snippet]}</p>
      <pre tabindex="0">${snippet(this.#snippet, this.#shop?.address ?? location.origin)}</pre>
      <button type="button" @click=${this.#copy}>${words.copy}</button>
      ${this.#copied ? html`<p class="soft" role="status">${words[this.#copied]}</p>` : nothing}
    </section>`;
  }

  #choose(kind: Snippet): void {
    this.#snippet = kind;
    this.#copied = null;
    this.requestUpdate();
  }

  readonly #copy = async (): Promise<void> => {
    this.#copied = (await copyText(snippet(this.#snippet, this.#shop?.address ?? location.origin)))
      ? 'copied'
      : 'copyFailed';
    this.requestUpdate();
  };

  readonly #save = (event: SubmitEvent): void => {
    const { name = '', help = '' } = typedIn(event);
    void this.#ask('shop', () => ask('PUT', 'shop', { name, help })).then((went) => {
      this.#isSaved = went;
      this.requestUpdate();
    });
  };

  async #ask(part: Part, request: () => Promise<ConsoleShop>): Promise<boolean> {
    if (this.isBusy) return false;
    this.#part = part;
    this.#isSaved = false;
    return this.work(async () => {
      this.#shop = await request();
    });
  }
}

customElements.define('zul-console-shop', ShopPage);
