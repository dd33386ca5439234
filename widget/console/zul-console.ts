import { css, html, LitElement, type TemplateResult, unsafeCSS } from 'lit';
import type { ConsoleOverview, ConsoleSession } from '../../proxy/contract/console.ts';
import tokens from '../kit/tokens.css?inline';
import { ConsoleFailure, choosePassword, overview, sessions, signIn, signOut, type Trouble } from './api.ts';
import looks from './console.css?inline';
import { type DoorState, doorView } from './door-view.ts';
import { homeView } from './home-view.ts';
import { CONSOLE_WORDS, type ConsoleWords } from './words.ts';

/** How often the overview is asked for while somebody looks at it. */
const FRESH_MS = 15_000;
const SHORTEST_PASSWORD = 10;
const LANG_KEY = 'zul-console:lang';

/** Where the reseller is. */
type Screen = { at: 'loading' } | ({ at: 'door' } & DoorState) | { at: 'home' } | { at: 'failed' };

/** What the home screen shows. */
interface Home {
  readonly overview: ConsoleOverview;
  readonly sessions: readonly ConsoleSession[];
}

/** The reseller's console: its door, and the shop at a glance. */
export class ZulConsole extends LitElement {
  static override readonly styles = [css`${unsafeCSS(tokens)}`, css`${unsafeCSS(looks)}`];

  #screen: Screen = { at: 'loading' };
  #home: Home | null = null;
  #busy = false;
  /** Set when the next screen's heading takes the focus, so that keyboard and screen reader follow the eye. */
  #arrives = false;
  #lang: 'id' | 'en' = 'id';
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lang = localStorage.getItem(LANG_KEY) === 'en' ? 'en' : 'id';
    if (!this.#takeLink()) void this.#refresh();
    window.addEventListener('hashchange', this.#takeLink);
    this.#timer = setInterval(() => void this.#refreshIfSeen(), FRESH_MS);
    document.addEventListener('visibilitychange', this.#refreshIfSeen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    window.removeEventListener('hashchange', this.#takeLink);
    document.removeEventListener('visibilitychange', this.#refreshIfSeen);
  }

  /** Whether the one-time link was opened, also in a tab that had the console open. */
  readonly #takeLink = (): boolean => {
    const link = location.hash.slice(1);
    if (!link) return false;
    // Out of the address bar and the history: it is to be used once, by who holds the phone now.
    history.replaceState(null, '', location.pathname);
    this.#go({ at: 'door', link, trouble: null, isShown: false });
    return true;
  };

  get #words(): ConsoleWords {
    return CONSOLE_WORDS[this.#lang];
  }

  protected override updated(): void {
    if (this.#arrives && !this.#busy) {
      this.#arrives = false;
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    }
    document.documentElement.lang = this.#lang;
    document.title = this.#home ? `${this.#home.overview.shop} · ${this.#words.name}` : this.#words.name;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    return html`<header>
        <strong>${this.#home?.overview.shop ?? words.name}</strong>
        <button type="button" class="plain" lang=${this.#lang === 'id' ? 'en' : 'id'} @click=${this.#switchLanguage}>
          ${words.other}
        </button>
      </header>
      <main aria-busy=${this.#busy}>${this.#body(words)}</main>`;
  }

  #body(words: ConsoleWords): TemplateResult {
    const screen = this.#screen;
    if (screen.at === 'door') {
      return doorView(words, screen, {
        isBusy: this.#busy,
        send: (password) => void this.#open(password),
        show: () => this.#go({ ...screen, isShown: !screen.isShown }),
      });
    }
    if (screen.at === 'failed') {
      return html`<section class="card">
        <p role="alert">${words.noAnswer}</p>
        <button type="button" class="main" @click=${() => void this.#refresh()}>${words.again}</button>
      </section>`;
    }
    if (this.#home === null) return html`<p class="soft" role="status">${words.loading}</p>`;
    return homeView(words, this.#lang, this.#home, (id) => void this.#leave(id));
  }

  #go(screen: Screen): void {
    this.#screen = screen;
    this.requestUpdate();
  }

  readonly #switchLanguage = (): void => {
    this.#lang = this.#lang === 'id' ? 'en' : 'id';
    localStorage.setItem(LANG_KEY, this.#lang);
    this.requestUpdate();
  };

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
    await this.#refresh();
  }

  async #leave(id: string | null): Promise<void> {
    this.#arrives = id === null || id === 'this';
    await this.#work(() => signOut(id));
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    await this.#work(async () => {
      const [now, devices] = await Promise.all([overview(), sessions()]);
      this.#home = { overview: now, sessions: devices };
      this.#go({ at: 'home' });
    });
  }

  readonly #refreshIfSeen = (): void => {
    if (this.#screen.at === 'home' && document.visibilityState === 'visible') void this.#refresh();
  };

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
    else if (trouble === 'signed_out') {
      this.#home = null;
      this.#go({ at: 'door', link: null, trouble: null, isShown: false });
      // What is on screen already stays there: it is old, not wrong, and the next try is seconds away.
    } else if (this.#home === null) this.#go({ at: 'failed' });
  }
}
