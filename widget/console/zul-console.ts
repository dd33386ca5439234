import { css, html, LitElement, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleHello } from '../../proxy/contract/console.ts';
import tokens from '../kit/tokens.css?inline';
import { ask, ConsoleFailure, type Trouble } from './api.ts';
import looks from './console.css?inline';
import { type ConsolePage, SIGNED_OUT, WENT_WELL } from './console-page.ts';
import { type DoorState, doorView } from './door/door-view.ts';
import { choosePassword, signIn } from './door/requests.ts';
import forms from './forms.css?inline';
import { nextStepView } from './home/setup-view.ts';
import { keepLang, keptLang, type Lang } from './lang.ts';
import { menuView, navView } from './nav-view.ts';
import { listenForNews, stopListening } from './notices/browser-notices.ts';
import { PAGES } from './pages.ts';
import frame from './shell.css?inline';
import { SHELL_WORDS } from './words.ts';

const SHORTEST_PASSWORD = 10;

/** Where the reseller is. */
type Screen = { at: 'loading' } | ({ at: 'door' } & DoorState) | { at: 'page' } | { at: 'failed' };

/** The reseller's console: its door, and the way between its pages. */
export class ZulConsole extends LitElement {
  static override readonly styles = [
    css`${unsafeCSS(tokens)}`,
    css`${unsafeCSS(looks)}`,
    css`${unsafeCSS(forms)}`,
    css`${unsafeCSS(frame)}`,
  ];

  #screen: Screen = { at: 'loading' };
  #hello: ConsoleHello | null = null;
  /** The page that is open; null for the menu, and while its file is loaded. */
  #page: ConsolePage | null = null;
  #pageName = '';
  #busy = false;
  /** Set when the next screen's heading takes the focus, so that keyboard and screen reader follow the eye. */
  #arrives = false;
  #lang: Lang = keptLang();

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#lang;
    window.addEventListener('hashchange', this.#hashChanged);
    this.addEventListener(SIGNED_OUT, this.#signedOut);
    this.addEventListener(WENT_WELL, this.#wentWell);
    if (!this.#takeLink()) void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#hashChanged);
    this.removeEventListener(SIGNED_OUT, this.#signedOut);
    this.removeEventListener(WENT_WELL, this.#wentWell);
  }

  protected override updated(): void {
    if (!this.#arrives || this.#busy) return;
    const heading = this.renderRoot.querySelector<HTMLElement>('h1');
    if (this.#page) this.#page.arrive();
    else heading?.focus();
    if (this.#page || heading) this.#arrives = false;
  }

  protected override render(): TemplateResult {
    const words = SHELL_WORDS[this.#lang];
    const isIn = this.#screen.at === 'page';
    document.title = this.#hello ? `${this.#hello.shop} · ${words.name}` : words.name;
    return html`<header>
        <strong>${this.#hello?.shop ?? words.name}</strong>
        <button type="button" class="plain" lang=${this.#lang === 'id' ? 'en' : 'id'} @click=${this.#switchLanguage}>
          ${words.other}
        </button>
      </header>
      <div class=${isIn ? 'with-nav' : ''}>
        ${isIn ? navView(this.#lang, this.#pageName) : ''}
        <main aria-busy=${this.#busy}>${this.#body()}</main>
      </div>`;
  }

  #body(): TemplateResult {
    const words = SHELL_WORDS[this.#lang];
    const screen = this.#screen;
    if (screen.at === 'door') {
      return doorView(this.#lang, screen, {
        isBusy: this.#busy,
        send: (password) => void this.#open(password),
        show: () => this.#go({ ...screen, isShown: !screen.isShown }),
      });
    }
    if (screen.at === 'failed') {
      return html`<section class="card">
        <p role="alert">${words.noAnswer}</p>
        <button type="button" class="main" @click=${() => void this.#enter()}>${words.again}</button>
      </section>`;
    }
    if (screen.at === 'page' && this.#pageName === 'menu') return menuView(this.#lang);
    if (screen.at === 'page' && this.#page) {
      const next = this.#hello ? nextStepView(this.#lang, this.#hello.setup, this.#pageName) : nothing;
      return html`${next}${this.#page}`;
    }
    return html`<p class="soft" role="status">${words.loading}</p>`;
  }

  #go(screen: Screen): void {
    this.#screen = screen;
    this.requestUpdate();
  }

  /** Whether the one-time link was opened, also in a tab that had the console open. */
  #takeLink(): boolean {
    const link = location.hash.slice(1);
    if (!link || link.startsWith('/')) return false;
    // Out of the address bar and the history: it is to be used once, by who holds the phone now.
    history.replaceState(null, '', location.pathname);
    this.#go({ at: 'door', link, trouble: null, isShown: false });
    return true;
  }

  readonly #hashChanged = (): void => {
    if (this.#takeLink() || this.#screen.at !== 'page') return;
    this.#arrives = true;
    void this.#openPage();
  };

  /** While the shop is being set up, each step that is done leads to the next. */
  readonly #wentWell = async (): Promise<void> => {
    const { setup } = this.#hello ?? {};
    if (!setup || Object.values(setup).every(Boolean)) return;
    this.#hello = await ask<ConsoleHello>('GET', 'hello').catch(() => this.#hello);
    this.requestUpdate();
  };

  readonly #signedOut = (): void => {
    stopListening();
    this.#hello = null;
    this.#page = null;
    this.#arrives = true;
    this.#go({ at: 'door', link: null, trouble: null, isShown: false });
  };

  readonly #switchLanguage = (): void => {
    this.#lang = this.#lang === 'id' ? 'en' : 'id';
    keepLang(this.#lang);
    document.documentElement.lang = this.#lang;
    if (this.#page) this.#page.lang = this.#lang;
    this.requestUpdate();
  };

  /** Opens the page that the address names. A file that does not come is asked for again by the button. */
  async #openPage(): Promise<void> {
    const [name = '', ...path] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
    const entry = PAGES.find((page) => page.name === name) ?? PAGES[0];
    const isSame = this.#page !== null && this.#pageName === entry.name;
    this.#pageName = name === 'menu' ? 'menu' : entry.name;
    if (isSame && this.#page && name !== 'menu') {
      this.#page.path = path;
      this.requestUpdate();
      return;
    }
    this.#page = null;
    this.#go({ at: 'page' });
    window.scrollTo(0, 0);
    if (name === 'menu') return;
    try {
      await entry.load();
    } catch {
      this.#go({ at: 'failed' });
      return;
    }
    if (this.#pageName !== entry.name || this.#screen.at !== 'page') return;
    const page = document.createElement(`zul-console-${entry.name}`) as ConsolePage;
    page.lang = this.#lang;
    page.path = path;
    this.#page = page;
    this.requestUpdate();
  }

  async #open(password: string): Promise<void> {
    const screen = this.#screen;
    if (screen.at !== 'door' || this.#busy) return;
    if (screen.link !== null && password.length < SHORTEST_PASSWORD) {
      this.#go({ ...screen, trouble: 'short' });
      return;
    }
    await this.#work(async () => {
      await (screen.link === null ? signIn(password) : choosePassword(screen.link, password));
      this.#go({ at: 'loading' });
    });
    if (this.#screen.at !== 'loading') return;
    this.#arrives = true;
    await this.#enter();
  }

  /** Finds out who comes, and opens the page he wants. */
  async #enter(): Promise<void> {
    await this.#work(async () => {
      this.#hello = await ask<ConsoleHello>('GET', 'hello');
      await this.#openPage();
      // A browser that cannot show notifications is no reason to keep the console shut.
      void listenForNews().catch(() => undefined);
    });
  }

  async #work(act: () => Promise<void>): Promise<void> {
    this.#busy = true;
    this.requestUpdate();
    try {
      await act();
    } catch (error) {
      this.#failed(error instanceof ConsoleFailure ? error.trouble : 'no_answer');
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }

  #failed(trouble: Trouble): void {
    if (this.#screen.at === 'door') this.#go({ ...this.#screen, trouble });
    else if (trouble === 'signed_out') this.#go({ at: 'door', link: null, trouble: null, isShown: false });
    else this.#go({ at: 'failed' });
  }
}
