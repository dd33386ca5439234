import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Order } from '../../proxy/contract/order.ts';
import { Client } from './api/client.ts';
import { Clock } from './controllers/clock.ts';
import { Flow } from './controllers/flow.ts';
import { Focus } from './controllers/focus.ts';
import { Looks } from './controllers/looks.ts';
import { Place } from './controllers/place.ts';
import { Sight } from './controllers/sight.ts';
import { tellCreated, tellMoved } from './events/tell.ts';
import { ZulErrorEvent } from './events/zul-error.ts';
import { ZulReadyEvent } from './events/zul-ready.ts';
import { Dictionary, langOf } from './i18n/lang.ts';
import type { Scene } from './state/scene.ts';
import { FIRST_TILES } from './state/search.ts';
import { mineOf, Shelf } from './state/storage.ts';
import { isWaiting } from './state/underway.ts';
import { dialogView } from './views/dialog.ts';
import { panelView } from './views/panel.ts';

/**
 * A whole top-up shop in one element: find, choose, pay by QRIS, watch, get the serial number.
 *
 * @tag zul-topup
 * @slot - shown until the script and its looks have loaded, and if they never do: a word about script blockers
 * @slot header - above the panel's first line, such as a logo
 * @slot footer - below the panel's last line, such as your terms
 * @slot trigger - what the button of `layout="button"` says
 * @fires {ZulReadyEvent} zul-ready - the catalog, or the only category, is on the page and can be used
 * @fires {ZulOrderCreatedEvent} zul-order-created - the proxy accepted an order; nothing has been paid yet
 * @fires {ZulOrderStatusEvent} zul-order-status - an order moved to another status, the last one included
 * @fires {ZulOrderSucceededEvent} zul-order-succeeded - an order was delivered; once for each order followed on this page
 * @fires {ZulErrorEvent} zul-error - the buyer was told of a failure; `code` says which
 * @cssprop [--zul-bg=#ffffff] - ground of the panel; `#14171c` in the dark theme
 * @cssprop [--zul-raised=#ffffff] - ground of fields and cards; `#1b1f26` in the dark theme
 * @cssprop [--zul-sunk=#f3f5f6] - ground of quiet areas and skeletons; `#20252d` in the dark theme
 * @cssprop [--zul-line=#e1e5e8] - lines that part things; `#2e343e` in the dark theme
 * @cssprop [--zul-edge=#848d97] - outline of fields and buttons, 3:1 on their ground; `#737c8c` in the dark theme
 * @cssprop [--zul-ink=#10161d] - text; `#f1f3f6` in the dark theme
 * @cssprop [--zul-ink-soft=#55606c] - lesser text, 4.5:1 on its ground; `#a9b1be` in the dark theme
 * @cssprop [--zul-accent=#08705a] - main buttons, choices and focus; `#4fd6ae` in the dark theme
 * @cssprop [--zul-on-accent=#ffffff] - text on the accent; `#04241b` in the dark theme
 * @cssprop [--zul-accent-tint=#e5f4ef] - ground of what is chosen or good; `#14322b` in the dark theme
 * @cssprop [--zul-accent-tint-ink=#075a48] - text on that tint, and links; `#8ce8cb` in the dark theme
 * @cssprop --zul-font - font family; the system's own if not set
 * @cssprop [--zul-radius=14px] - corners of fields, buttons and tiles
 * @cssprop [--zul-radius-panel=20px] - corners of the panel
 * @cssprop [--zul-gap=16px] - room at the sides of the panel
 * @cssprop [--zul-scroll-margin=12px] - room kept above the element when it scrolls into view, such as for a fixed header
 * @csspart panel - the frame around everything
 * @csspart screen - the screen the buyer is on, without the footer
 * @csspart header - heading of a screen, with the way back
 * @csspart footer - the line at the foot of the panel
 * @csspart search - search field of the catalog
 * @csspart grid - list of categories
 * @csspart tile - one category of the catalog
 * @csspart cover - picture of a category, drawn from its name
 * @csspart form - form of a category
 * @csspart nominals - list of nominals
 * @csspart nominal - one nominal with its price
 * @csspart bar - total and the button to go on
 * @csspart field - a label with its field and hint
 * @csspart input - an input or a list to choose from
 * @csspart ticket - the order on the check screen
 * @csspart qr - the white plate with the QR
 * @csspart amount - the exact sum to pay
 * @csspart status - what has become of an order
 * @csspart serial - serial number or electricity token
 * @csspart progress - steps of an order with their times
 * @csspart details - facts of an order
 * @csspart note - a sentence to be noticed: hint, warning or error
 * @csspart help - link to the shop's WhatsApp
 * @csspart button - every button that is no tile, tab or link
 * @csspart primary - besides `button`, the main one of a screen
 * @csspart orders - list of the orders made on this device
 * @csspart trigger - the button of `layout="button"`
 * @csspart dialog - the dialog it opens
 */
export class ZulTopup extends LitElement {
  static override properties = {
    proxy: {},
    category: {},
    sid: {},
    type: {},
    lang: {},
    theme: { reflect: true },
    layout: {},
  };
  static override styles = css`
    :host { display: block; }
    :host([hidden]) { display: none; }
    .room { min-height: 100vh; }
  `;

  /** The proxy of elements that name none; `define.ts` sets it to where the script came from. */
  static home = '';

  /** Address of the proxy, such as `https://topup.example.com`; where the script came from if not set. */
  declare proxy: string | null;
  /** The only category to sell, by id or name, such as `mobile-legends`; the buyer then starts at its nominals. */
  declare category: string | null;
  /** The nominal chosen when its category is opened, by its sid. */
  declare sid: string | null;
  /** The only type of product to show, such as `Games` or `Pulsa`. */
  declare type: string | null;
  /** Language: `id`, or `en` for English. */
  declare lang: string;
  /** `light` or `dark`; with `auto`, or nothing, as the visitor's system says. */
  declare theme: 'auto' | 'light' | 'dark' | null;
  /** `inline` on the page, or `button`: a button that opens the shop in a dialog. */
  declare layout: 'inline' | 'button' | null;

  readonly #flow = new Flow(this, {
    failed: (failure) => this.dispatchEvent(new ZulErrorEvent(failure.code)),
    created: (order) => tellCreated(this, order),
    moved: (order, before) => this.#moved(order, before),
    say: (pick) => this.#say(pick(this.#dictionary.words)),
    equip: () => Promise.all([this.#dictionary.complete(), this.#looks.load()]),
  });
  readonly #dictionary = new Dictionary();
  #announcement = '';
  #shelf = new Shelf('');
  #isReady = false;
  #hasBegun = false;
  readonly #sight = new Sight(this, () => this.#flow.finding.grow());
  readonly #focus = new Focus(this);
  readonly #looks = new Looks(this);
  readonly #place = new Place(this, () => this.#begin());

  constructor() {
    super();
    new Clock(this, () => this.#flow.ticks);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isNew = !this.hasUpdated || changed.has('proxy') || changed.has('category') || changed.has('sid');
    // A page may have a button beside each of its products: none asks for anything before it is pressed.
    if (isNew && (this.#hasBegun || !this.#isButton)) this.#begin();
    else if (isNew) this.#shelf = new Shelf(this.#home, this.#place.free(this.#home));
    void this.#looks.load();
    if (changed.has('lang')) void this.#dictionary.use(langOf(this.lang)).then(() => this.requestUpdate());
    this.#focus.remember();
  }

  override updated(): void {
    this.#focus.place(this.#flow);
    this.#sight.look();
    const { catalog, category } = this.#flow.catalog;
    const { screen } = this.#flow;
    const isReady = this.#looks.areThere && (screen.at === 'category' ? category : catalog).state === 'ready';
    if (isReady && !this.#isReady) {
      this.#isReady = true;
      this.dispatchEvent(new ZulReadyEvent());
      this.#flow.prepare();
    }
  }

  /** In the `button` layout, opens the shop; otherwise brings it into view. */
  async open(): Promise<void> {
    if (!this.#hasBegun) this.#begin();
    await this.#looks.load();
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog) this.scrollIntoView({ block: 'start' });
    else if (!dialog.open) dialog.showModal();
  }

  /** In the `button` layout, closes the shop. An order goes on, and is there when it is opened again. */
  close(): void {
    this.#dialog?.close();
  }

  /** Back to the start. Orders made here stay in the buyer's list; one that is being sent is not stopped. */
  reset(): void {
    if (this.#hasBegun) this.#flow.reset();
  }

  override render(): TemplateResult {
    // Until its looks are there, what the site put between the tags stays on the page, and what lies beneath stays low.
    if (!this.#looks.areThere) return html`<div class=${this.#isButton ? '' : 'room'}><slot></slot></div>`;
    const scene = this.#scene();
    const panel = () =>
      panelView(scene, this.#flow, this.#flow.view(scene), this.#flow.broken, this.#announcement);
    if (!this.#isButton) return panel();
    return dialogView(scene, this, isWaiting(this.#shelf, this.#only), this.#hasBegun ? panel() : nothing);
  }

  get #isButton(): boolean {
    return this.layout === 'button';
  }

  /** Where the proxy is, without a slash at its end. */
  get #home(): string {
    return (this.proxy?.trim() || (this.constructor as typeof ZulTopup).home).replace(/\/+$/, '');
  }

  get #only(): string | null {
    return this.category?.trim() || null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #begin(): void {
    const client = new Client(this.#home, () => langOf(this.lang));
    this.#hasBegun = true;
    this.#isReady = false;
    this.#focus.forget();
    this.#shelf = new Shelf(this.#home, this.#place.claim(this.#home));
    this.#flow.begin({ client, shelf: this.#shelf }, { category: this.#only, sid: this.sid?.trim() || null });
  }

  #scene(): Scene {
    const { screen, catalog, finding } = this.#flow;
    return {
      words: this.#dictionary.words,
      lang: langOf(this.lang),
      now: Date.now(),
      screen,
      pinned: this.#only !== null,
      type: this.type?.trim() || null,
      catalog: catalog.catalog,
      category: catalog.category,
      filter: finding.filter,
      sought: finding.sought,
      most: finding.most,
      skeletons: this.#shelf.get('tiles') ?? FIRST_TILES,
      mine: mineOf(this.#shelf),
    };
  }

  #moved(order: Order, before: Order | null): void {
    const { title, text } = this.#dictionary.words.status[order.status];
    this.#say(`${title}. ${text}`);
    if (before) tellMoved(this, order);
  }

  #say(text: string): void {
    this.#announcement = text;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zul-topup': ZulTopup;
  }
}
