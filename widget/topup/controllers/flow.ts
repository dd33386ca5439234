import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { afterPaint, whenIdle } from '../../kit/turns.ts';
import type { Failure } from '../api/failure.ts';
import type { Words } from '../i18n/words.ts';
import { loaded } from '../state/load.ts';
import type { Scene } from '../state/scene.ts';
import { type Move, nextScreen, type Screen } from '../state/screen.ts';
import { type Filter, prepareSearch } from '../state/search.ts';
import { CatalogController } from './catalog.ts';
import { Finding } from './finding.ts';
import type { Purchase } from './purchase.ts';
import type { Session } from './session.ts';
import type { Way } from './way.ts';

/** What the flow tells the element. */
export interface FlowEvents {
  failed(failure: Failure): void;
  created(order: Order): void;
  moved(order: Order, before: Order | null): void;
  say(pick: (words: Words) => string): void;
  /** What comes after the catalog is needed: resolves when its styles and words are there. */
  equip(): Promise<unknown>;
}

/** What the site wants to be sold. */
export interface Offer {
  /** Id or name of the only category, or null. */
  readonly category: string | null;
  /** The product to be chosen at first, or null. */
  readonly sid: string | null;
}

/** Leads the buyer from screen to screen. */
export class Flow implements Way {
  screen: Screen = { at: 'catalog' };
  /** Set when the focus belongs on the first wrong field rather than on the screen's heading. */
  focusWrong = false;
  /** What comes after the catalog could not be loaded. */
  broken = false;
  readonly catalog: CatalogController;
  readonly finding: Finding;
  readonly failed: FlowEvents['failed'];
  readonly moved: FlowEvents['moved'];
  readonly say: FlowEvents['say'];
  readonly #host: ReactiveControllerHost;
  readonly #events: FlowEvents;
  #purchase: Purchase | null = null;
  #loading: Promise<Purchase> | null = null;
  #session: Session | null = null;
  #offer: Offer = { category: null, sid: null };

  constructor(host: ReactiveControllerHost, events: FlowEvents) {
    this.#host = host;
    this.#events = events;
    this.failed = events.failed;
    this.moved = events.moved;
    this.say = events.say;
    this.catalog = new CatalogController(host, events.failed);
    this.finding = new Finding(host);
  }

  get session(): Session {
    if (!this.#session) throw new Error('begin() comes first');
    return this.#session;
  }

  get sid(): string | null {
    return this.#offer.sid;
  }

  /** Starts over: a create left unfinished first, then an order this device remembers, then the catalog. */
  begin(session: Session, offer: Offer): void {
    this.#session = session;
    this.#offer = offer;
    this.broken = false;
    this.catalog.begin(session);
    this.#purchase?.begin(session);
    const unfinished = session.shelf.get('attempt');
    const token = session.shelf.get('order');
    if (unfinished) void this.#resume(unfinished.categoryId);
    else if (token) this.open(token);
    else this.go({ to: 'home' });
  }

  /** A screen after the catalog, once it has been loaded; null until then. */
  view(scene: Scene): TemplateResult | null {
    return this.#purchase?.view(scene) ?? null;
  }

  /** Whether something on screen changes with the seconds. */
  get ticks(): boolean {
    return this.screen.at !== 'catalog' && (this.#purchase?.ticks(this.screen) ?? false);
  }

  /** Loads what comes next while the buyer looks around, so that no tap waits for it. */
  prepare(): void {
    const catalog = loaded(this.catalog.catalog);
    whenIdle(() => void this.#need().catch(() => undefined));
    if (catalog) whenIdle(() => prepareSearch(catalog.categories));
  }

  filter(change: Partial<Filter>): void {
    this.finding.change(change);
  }

  /** Back to the start; the orders made here stay in their list. Does nothing while one is being sent. */
  reset(): void {
    if (this.#purchase?.buying.isSending) return;
    this.#purchase?.begin(this.session);
    this.left();
  }

  openCategory(id: string): void {
    // The tile shows that it is pressed before the next screen is drawn.
    afterPaint(() => this.go({ to: 'category', id }));
  }

  back(): void {
    if (this.#purchase?.buying.isSending) return;
    // A list opened from the shop leads back to the order that is open, if there is one.
    const token = this.screen.at === 'mine' && this.#session?.shelf.get('order');
    if (token) this.open(token);
    else this.go({ to: 'back' });
  }

  open(token: string): void {
    this.session.shelf.set('order', token);
    this.#follow(token);
  }

  showMine(): void {
    this.go({ to: 'mine' });
    void this.#with(({ ordering }) => ordering.list());
  }

  retry(): void {
    this.catalog.retry();
    this.#purchase?.ordering.retry();
  }

  ordered(order: Order): void {
    this.#follow(order.token, order);
    this.#events.created(order);
  }

  left(): void {
    this.session.shelf.drop('order');
    this.finding.clear();
    this.go({ to: 'home' });
  }

  buyAgain(order: Order): void {
    // An expired order may yet be paid late: it is left only for the one that takes its place.
    if (order.status !== 'expired') this.session.shelf.drop('order');
    this.screen = { at: 'check', id: order.service.categoryId };
    this.#host.requestUpdate();
    void this.#with(({ buying }) => buying.again(order));
  }

  showWrong(): void {
    this.focusWrong = true;
    this.#host.requestUpdate();
  }

  fix(): void {
    this.screen = nextScreen(this.screen, { to: 'back' }, this.#offer.category);
    this.showWrong();
  }

  go(move: Move): void {
    this.screen = nextScreen(this.screen, move, this.#offer.category);
    this.finding.restart();
    this.#enter();
    this.#host.requestUpdate();
  }

  /** Brings what the screen needs. */
  #enter(): void {
    const { screen } = this;
    if (screen.at === 'catalog') return;
    if (screen.at === 'category') void this.catalog.open(screen.id);
    void this.#with(({ buying }) => screen.at === 'category' && buying.start(screen.id));
  }

  async #resume(categoryId: string): Promise<void> {
    this.screen = { at: 'check', id: categoryId };
    void this.catalog.open(categoryId);
    await this.#with(({ buying }) => {
      if (!buying.resume()) this.go({ to: 'home' });
    });
  }

  #follow(token: string, known?: Order): void {
    this.screen = { at: 'order' };
    this.#host.requestUpdate();
    void this.#with(({ ordering }) => ordering.follow(token, known));
  }

  /** Does something as soon as it can be done, unless the element has started over meanwhile. */
  async #with(use: (purchase: Purchase) => unknown): Promise<void> {
    const session = this.#session;
    try {
      const purchase = await this.#need();
      if (session === this.#session) use(purchase);
    } catch {
      this.broken = true;
    }
    this.#host.requestUpdate();
  }

  #need(): Promise<Purchase> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Purchase> {
    const [{ Purchase }] = await Promise.all([import('./purchase.ts'), this.#events.equip()]);
    this.#purchase = new Purchase(this.#host, this);
    this.#purchase.begin(this.session);
    return this.#purchase;
  }
}
