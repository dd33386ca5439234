import { html, nothing, type TemplateResult } from 'lit';
import type {
  ConsoleOffer,
  ConsoleOfferCategory,
  OfferEntry,
} from '../../../proxy/contract/console-offer.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { fieldView, typedIn } from '../field-view.ts';
import { targetView } from './target-view.ts';
import { OFFER_WORDS } from './words.ts';

type Service = ConsoleOfferCategory['services'][number];

/** A long list is drawn a part at a time. */
const PART = 40;

/** How the offer looks in the shop: what is hidden, renamed and pictured. */
export class OfferPage extends ConsolePage {
  #offer: ConsoleOffer | null = null;
  #search = '';
  #most = PART;
  /** The product whose name is being changed, by its fingerprint. */
  #renamed: string | null = null;
  /** How the open category is to be addressed, while it is being chosen; null: as it is kept. */
  #target: { like: string; join: string } | null = null;
  /** Whether the list has just been fetched anew. */
  #fetched = false;
  /** What takes the last change back. */
  #before: OfferEntry | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('path')) return;
    this.#most = PART;
    this.#renamed = null;
    this.#target = null;
    this.#fetched = false;
  }

  protected override render(): TemplateResult {
    const words = OFFER_WORDS[this.lang];
    const offer = this.#offer;
    const at = Number(this.path[0]);
    const open = this.path.length > 0 ? offer?.categories[at] : undefined;
    if (open) return this.#category(open);
    return html`<section class="card">
      <h1>${words.title}</h1>
      <p class="soft">${words.hint}</p>
      ${this.#told()}
      ${offer === null ? (this.isBusy ? this.loadingView() : nothing) : this.#categories(offer)}
    </section>`;
  }

  #categories({ categories }: ConsoleOffer): TemplateResult {
    const words = OFFER_WORDS[this.lang];
    const wanted = this.#search.trim().toLowerCase();
    const found = categories
      .map((category, at) => ({ category, at }))
      .filter(({ category: { type, category, name } }) =>
        `${type} ${category} ${name ?? ''}`.toLowerCase().includes(wanted),
      );
    return html`${fieldView({
      name: 'search',
      type: 'search',
      label: words.search,
      value: this.#search,
      isOptional: true,
      onInput: (typed) => {
        this.#search = typed;
        this.requestUpdate();
      },
    })}
      ${found.length === 0 ? html`<p class="soft" role="status">${words.none}</p>` : nothing}
      <ul class="list">
        ${found.slice(0, this.#most).map(({ category: { type, category, name, isHidden, services }, at }) => {
          const shown = name ?? category;
          return html`<li class="row">
            <span class="grow">
              <strong>${shown}</strong>
              <span class="soft">${type} · ${words.products.replace('{0}', String(services.length))}${isHidden ? ` · ${words.hidden}` : ''}</span>
            </span>
            <a class="button" href="#/offer/${at}" aria-label="${words.open}: ${shown}">${words.open}</a>
          </li>`;
        })}
      </ul>
      ${this.#moreOf(found.length)}`;
  }

  #category(open: ConsoleOfferCategory): TemplateResult {
    const words = OFFER_WORDS[this.lang];
    const { type, category, isHidden, name, picture, target, services } = open;
    const entry = { kind: 'category', type, category, isHidden, name, picture, target } as const;
    const chosen = this.#target ?? target ?? { like: '', join: '' };
    const choose = (like: string, join: string) => {
      this.#target = { like, join };
      this.requestUpdate();
    };
    const save = (event: SubmitEvent) => {
      const typed = typedIn(event);
      void this.#change(
        {
          ...entry,
          name: typed.name?.trim() || null,
          picture: typed.picture?.trim() || null,
          target: chosen.like === '' ? null : chosen,
        },
        entry,
      );
    };
    return html`<p><a class="button plain" href="#/offer">← ${words.back}</a></p>
      <form class="card" novalidate @submit=${save}>
        <h1>${name ?? category}</h1>
        ${this.#told()}
        ${fieldView({ name: 'name', label: words.name, value: name ?? '', hint: words.nameHint, placeholder: category, isOptional: true, error: this.fieldFailure('entry.name') })}
        ${fieldView({ name: 'picture', label: words.picture, value: picture ?? '', inputmode: 'url', hint: words.pictureHint, isOptional: true, error: this.fieldFailure('entry.picture') })}
        ${targetView({
          lang: this.lang,
          category: open,
          kinds: this.#offer?.kinds ?? [],
          ...chosen,
          wrong: this.fieldFailure('entry.target.join'),
          choose,
          type: (join) => choose(chosen.like, join),
        })}
        <div class="row wrap">
          <button type="submit" class="main" aria-disabled=${this.isBusy}>${words.save}</button>
          <button type="button" @click=${() => void this.#change({ ...entry, isHidden: !isHidden }, entry)}>
            ${isHidden ? words.show : words.hide}
          </button>
        </div>
      </form>
      <section class="card">
        <h2>${words.products.replace('{0}', String(services.length))}</h2>
        ${this.#fetched ? html`<p class="good" role="status">${words.fetched}</p>` : nothing}
        <button type="button" aria-disabled=${this.isBusy} @click=${() => void this.#fetch(type)}>
          ${words.fetch.replace('{0}', type)}
        </button>
        <ul class="list">
          ${services.slice(0, this.#most).map((service) => this.#service(service))}
        </ul>
        ${this.#moreOf(services.length)}
      </section>`;
  }

  #service({ ref, service, name, isHidden, available }: Service): TemplateResult {
    const words = OFFER_WORDS[this.lang];
    const entry: OfferEntry = { kind: 'service', ref, isHidden, name };
    const shown = name ?? service;
    const state = [isHidden ? words.hidden : '', available ? '' : words.down].filter(Boolean).join(' · ');
    const rename = (event: SubmitEvent) => {
      void this.#change({ ...entry, name: typedIn(event)[ref]?.trim() || null }, entry);
      this.#renamed = null;
    };
    return html`<li>
      <div class="row wrap">
        <span class="grow wide"><strong>${shown}</strong>${state ? html`<span class="soft">${state}</span>` : nothing}</span>
        <span class="row"><button type="button" class="plain" aria-label="${words.rename}: ${shown}" @click=${() => this.#openName(ref)}>${words.rename}</button>
        <button
          type="button"
          aria-label="${isHidden ? words.show : words.hide}: ${shown}"
          @click=${() => void this.#change({ ...entry, isHidden: !isHidden }, entry)}
        >
          ${isHidden ? words.show : words.hide}
        </button></span>
      </div>
      ${
        this.#renamed === ref
          ? html`<form class="stack" novalidate @submit=${rename}>
              ${fieldView({ name: ref, label: words.name, value: name ?? '', hint: words.nameHint, placeholder: service, isOptional: true })}
              <button type="submit">${words.save}</button>
            </form>`
          : nothing
      }
    </li>`;
  }

  /** What became of the last change, and the way back from it. */
  #told(): TemplateResult {
    const words = OFFER_WORDS[this.lang];
    const before = this.#before;
    const isField = Object.keys(this.failure?.problem?.fields ?? {}).length > 0;
    return html`${isField ? nothing : this.failureView(() => void this.#load())}
      ${
        before
          ? html`<div class="good row wrap">
              <span class="grow" role="status">${words.saved}</span>
              <button type="button" @click=${() => void this.#change(before, null)}>${words.undo}</button>
            </div>`
          : nothing
      }`;
  }

  #moreOf(count: number): TemplateResult | typeof nothing {
    if (count <= this.#most) return nothing;
    const more = () => {
      this.#most += PART;
      this.requestUpdate();
    };
    return html`<button type="button" @click=${more}>${OFFER_WORDS[this.lang].more}</button>`;
  }

  #openName(ref: string): void {
    this.#renamed = this.#renamed === ref ? null : ref;
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    await this.work(async () => {
      this.#offer = await ask<ConsoleOffer>('GET', 'offer');
    });
  }

  async #fetch(type: string): Promise<void> {
    if (this.isBusy) return;
    this.#before = null;
    this.#fetched = await this.work(async () => {
      this.#offer = await ask<ConsoleOffer>('POST', 'offer/refresh', { type });
    });
    this.requestUpdate();
  }

  /** @param before what takes this change back; null when it is itself a way back. */
  async #change(entry: OfferEntry, before: OfferEntry | null): Promise<void> {
    if (this.isBusy) return;
    this.#fetched = false;
    const { version = 0 } = this.#offer ?? {};
    const went = await this.work(async () => {
      this.#offer = await ask<ConsoleOffer>('PUT', 'offer', { version, entry });
    });
    this.#before = went ? before : null;
    if (went) this.#target = null;
    this.requestUpdate();
  }
}

customElements.define('zul-console-offer', OfferPage);
