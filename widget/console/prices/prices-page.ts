import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type {
  ConsolePreview,
  ConsolePreviewRow,
  ConsolePrices,
  PriceRule,
  PriceScope,
} from '../../../proxy/contract/console-prices.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { historyView } from './history-view.ts';
import { previewView, type Shown } from './preview-view.ts';
import looks from './prices.css?inline';
import { ruleEditor, type WrongFields } from './rule-editor.ts';
import { isSameScope, ruleText, scopeText } from './rule-text.ts';
import { PRICES_WORDS } from './words.ts';

const TYPING_MS = 250;
const NEW_RULE: PriceRule = {
  scope: { kind: 'all' },
  percentHundredths: 1_000,
  fixedRupiah: 0,
  leastProfit: 0,
  rounding: null,
  ceiling: null,
};

/** The rule that is open in the form. */
interface Edited {
  readonly rule: PriceRule;
  readonly isNew: boolean;
  readonly wrong: WrongFields;
}

/** The price rules: tried on the whole offer while they are made, saved, and taken back. */
export class PricesPage extends ConsolePage {
  static override readonly styles = [...ConsolePage.styles, css`${unsafeCSS(looks)}`];

  #prices: ConsolePrices | null = null;
  #draft: readonly PriceRule[] = [];
  #preview: ConsolePreview | null = null;
  #show: Shown = 'all';
  #search = '';
  #edited: Edited | null = null;
  /** What products of rules of their own are called, as far as they have been seen. */
  readonly #names = new Map<string, string>();
  #said: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load(() => ask('GET', 'prices'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = PRICES_WORDS[this.lang];
    const prices = this.#prices;
    if (prices === null) {
      return html`<section class="card">
        <h1>${words.title}</h1>
        ${this.failureView(() => void this.#load(() => ask('GET', 'prices')))}
        ${this.isBusy ? this.loadingView() : nothing}
      </section>`;
    }
    return html`${this.#rules(prices)}
      ${
        this.#preview
          ? previewView(this.lang, this.#preview, {
              show: this.#show,
              search: this.#search,
              floor: prices.floor,
              isBusy: this.isBusy,
              choose: (show) => {
                this.#show = show;
                void this.#try();
              },
              find: (search) => {
                this.#search = search;
                this.#tryLater();
              },
              more: () => void this.#try(this.#preview?.next ?? 0),
              own: (row) => this.#own(row),
            })
          : nothing
      }
      ${this.#bar()}
      ${historyView(this.lang, prices, { isBusy: this.isBusy, undo: () => void this.#undo(prices.version) })}`;
  }

  #rules({ types }: ConsolePrices): TemplateResult {
    const words = PRICES_WORDS[this.lang];
    const edited = this.#edited;
    const editor = () =>
      edited &&
      ruleEditor(this.lang, types, {
        ...edited,
        productName: this.#nameOf(edited.rule.scope),
        take: (rule) => this.#take(rule),
        refuse: (wrong) => this.#edit({ ...edited, wrong }),
        cancel: () => this.#edit(null),
      });
    return html`<section class="card">
      <h1>${words.title}</h1>
      <p class="soft">${words.hint}</p>
      ${this.#said ? html`<p class="good" role="status">${this.#said}</p>` : nothing}
      ${this.failureView(() => void this.#load(() => ask('GET', 'prices')))}
      <ul class="list">
        ${this.#draft.map((rule) => {
          const isOpen = edited && !edited.isNew && isSameScope(edited.rule.scope, rule.scope);
          const name = scopeText(this.lang, rule.scope, this.#nameOf(rule.scope));
          return html`<li>
            <div class="row">
              <span class="grow"><strong>${name}</strong><span class="soft">${ruleText(this.lang, rule)}</span></span>
              <button type="button" aria-label="${words.edit}: ${name}" @click=${() => this.#edit({ rule, isNew: false, wrong: new Set() })}>
                ${words.edit}
              </button>
              ${
                rule.scope.kind === 'all'
                  ? nothing
                  : html`<button type="button" aria-label="${words.remove}: ${name}" @click=${() => this.#drop(rule.scope)}>
                      ${words.remove}
                    </button>`
              }
            </div>
            ${isOpen ? editor() : nothing}
          </li>`;
        })}
      </ul>
      ${
        edited?.isNew
          ? editor()
          : html`<button type="button" @click=${() => this.#edit({ rule: NEW_RULE, isNew: true, wrong: new Set() })}>
              ${words.add}
            </button>`
      }
    </section>`;
  }

  #bar(): TemplateResult | typeof nothing {
    if (!this.#isChanged || !this.#preview) return nothing;
    const words = PRICES_WORDS[this.lang];
    return html`<section class="card bar">
      <p>${words.unsaved.replace('{0}', String(this.#preview.changed))}</p>
      <div class="row wrap">
        <button type="button" class="main" aria-disabled=${this.isBusy} @click=${this.#save}>${words.save}</button>
        <button type="button" @click=${() => this.#setDraft(this.#prices?.rules ?? [])}>${words.discard}</button>
      </div>
    </section>`;
  }

  get #isChanged(): boolean {
    return JSON.stringify(this.#draft) !== JSON.stringify(this.#prices?.rules ?? []);
  }

  #nameOf(scope: PriceScope): string | undefined {
    return scope.kind === 'service' ? this.#names.get(scope.ref) : undefined;
  }

  #edit(edited: Edited | null): void {
    this.#edited = edited;
    this.requestUpdate();
  }

  #own(row: ConsolePreviewRow): void {
    const scope: PriceScope = { kind: 'service', ref: row.ref };
    const own = this.#draft.find((rule) => isSameScope(rule.scope, scope));
    const all = this.#draft.find((rule) => rule.scope.kind === 'all') ?? NEW_RULE;
    if (!own) this.#setDraft([...this.#draft, { ...all, scope }]);
    this.#edit({ rule: own ?? { ...all, scope }, isNew: false, wrong: new Set() });
    this.arrive();
  }

  #take(rule: PriceRule): void {
    const isThere = this.#draft.some((other) => isSameScope(other.scope, rule.scope));
    this.#edited = null;
    this.#setDraft(
      isThere
        ? this.#draft.map((other) => (isSameScope(other.scope, rule.scope) ? rule : other))
        : [...this.#draft, rule],
    );
  }

  #drop(scope: PriceScope): void {
    this.#edited = null;
    this.#setDraft(this.#draft.filter((rule) => !isSameScope(rule.scope, scope)));
  }

  #setDraft(draft: readonly PriceRule[]): void {
    this.#draft = draft;
    this.#said = null;
    void this.#try();
  }

  readonly #save = async (): Promise<void> => {
    const { version = 0 } = this.#prices ?? {};
    const went = await this.#load(() => ask('PUT', 'prices', { version, rules: this.#draft }));
    this.#say(went ? PRICES_WORDS[this.lang].saved : null);
  };

  async #undo(version: number): Promise<void> {
    const went = await this.#load(() => ask('POST', 'prices/undo', { version }));
    this.#say(went ? PRICES_WORDS[this.lang].undone : null);
  }

  #say(said: string | null): void {
    this.#said = said;
    if (said) this.arrive();
    this.requestUpdate();
  }

  async #load(request: () => Promise<ConsolePrices>): Promise<boolean> {
    if (this.isBusy) return false;
    const went = await this.work(async () => {
      this.#prices = await request();
      this.#draft = this.#prices.rules;
    });
    if (went) await this.#try();
    return went;
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(), TYPING_MS);
  }

  /** @param from where to go on with the list; 0: from its beginning. */
  async #try(from = 0): Promise<void> {
    const draft = this.#draft;
    await this.work(async () => {
      const wish = { rules: draft, show: this.#show, search: this.#search, from };
      const preview = await ask<ConsolePreview>('POST', 'prices/preview', wish);
      for (const { ref, category, service } of preview.rows) this.#names.set(ref, `${category}, ${service}`);
      const rows = from === 0 ? preview.rows : [...(this.#preview?.rows ?? []), ...preview.rows];
      this.#preview = { ...preview, rows };
    }, true);
  }
}

customElements.define('zul-console-prices', PricesPage);
