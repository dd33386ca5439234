import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';
import { copyText } from '../../kit/copy.ts';
import type { Failure } from '../api/failure.ts';
import { chosenService } from '../state/draft.ts';
import { loaded } from '../state/load.ts';
import type { Actions } from '../state/scene.ts';
import { type Move, nextScreen, type Screen } from '../state/screen.ts';
import type { Filter } from '../state/search.ts';
import type { Buyer } from '../state/storage.ts';
import type { Target } from '../state/target.ts';
import { CatalogController } from './catalog.ts';
import { CheckoutController } from './checkout.ts';
import { OrderTracking } from './order-tracking.ts';
import type { Session } from './session.ts';

const COPIED_MS = 2_000;
const NO_FILTER: Filter = { type: null, query: '', all: false };

/** What the flow tells the element. */
export interface FlowEvents {
  failed(failure: Failure): void;
  created(order: Order): void;
  moved(order: Order, before: Order | null): void;
  copied(): void;
}

/** Leads the buyer from screen to screen, and does what the views ask for. */
export class Flow implements ReactiveController, Actions {
  screen: Screen = { at: 'catalog' };
  filtered: Filter = NO_FILTER;
  copying: string | null = null;
  leaving: boolean = false;
  /** Set when the focus belongs on the first wrong field rather than on the screen's heading. */
  focusWrong = false;
  readonly catalog: CatalogController;
  readonly checkout: CheckoutController;
  readonly tracking: OrderTracking;
  readonly #host: ReactiveControllerHost;
  readonly #events: FlowEvents;
  #session: Session | null = null;
  #pinned: string | null = null;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, events: FlowEvents) {
    this.#host = host;
    this.#events = events;
    this.catalog = new CatalogController(host, events.failed);
    this.checkout = new CheckoutController(host, {
      ordered: (order) => this.#ordered(order),
      refused: (failure, body) => this.#refused(failure, body),
    });
    this.tracking = new OrderTracking(host, (order, before) => {
      this.leaving = false;
      events.moved(order, before);
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#copyTimer);
    this.copying = null;
  }

  /** Starts over: an order this device remembers first, then a create left unfinished, then the catalog. */
  begin(session: Session, pinned: string | null): void {
    this.#session = session;
    this.#pinned = pinned;
    this.catalog.begin(session);
    this.tracking.begin(session);
    const unfinished = this.checkout.begin(session);
    const token = session.shelf.get('order');
    if (unfinished) {
      this.screen = { at: 'check', id: unfinished.categoryId };
      void this.catalog.open(unfinished.categoryId);
      this.checkout.resume(unfinished);
    } else if (token) {
      this.screen = { at: 'order' };
      this.tracking.follow(token);
    } else {
      this.#go({ to: 'home' });
    }
  }

  filter(change: Partial<Filter>): void {
    this.filtered = { ...this.filtered, ...change };
    this.#host.requestUpdate();
  }

  openCategory(id: string): void {
    this.#go({ to: 'category', id });
  }

  back(): void {
    if (this.checkout.sending.state !== 'sending') this.#go({ to: 'back' });
  }

  open(token: string): void {
    this.#session?.shelf.set('order', token);
    this.checkout.calm();
    this.tracking.follow(token);
    this.#go({ to: 'order' });
  }

  retry(): void {
    this.catalog.retry();
    this.tracking.retry();
  }

  choose(sid: string): void {
    this.checkout.choose(sid);
  }

  target(typed: Target): void {
    const category = loaded(this.catalog.category);
    if (category) this.checkout.type(category, typed);
  }

  settle(name: string): void {
    this.checkout.settle(name);
  }

  buyer(typed: Partial<Buyer>): void {
    this.checkout.name(typed);
  }

  review(): void {
    const category = loaded(this.catalog.category);
    if (!category) return;
    if (this.checkout.isComplete(category)) {
      this.checkout.calm();
      this.#go({ to: 'check', id: category.id });
    } else this.#showWrong();
  }

  pay(): void {
    const category = loaded(this.catalog.category);
    if (category) this.checkout.submit(category);
  }

  paid(): void {
    void this.tracking.ask();
  }

  async copy(what: string, text: string): Promise<void> {
    if (!(await copyText(text))) return;
    clearTimeout(this.#copyTimer);
    this.copying = what;
    this.#events.copied();
    this.#copyTimer = setTimeout(() => {
      this.copying = null;
      this.#host.requestUpdate();
    }, COPIED_MS);
    this.#host.requestUpdate();
  }

  /** Orders the same again. An expired order at an unchanged price needs no second look: one tap, fresh QR. */
  async again(order: Order): Promise<void> {
    if (order.status !== 'expired') this.#session?.shelf.drop('order');
    this.tracking.forget();
    this.checkout.repeat(order);
    this.screen = nextScreen(this.screen, { to: 'check', id: order.service.categoryId }, this.#pinned);
    this.#host.requestUpdate();
    const category = await this.catalog.open(order.service.categoryId);
    const { draft } = this.checkout;
    if (!category || !draft) return;
    const service = chosenService(draft, category);
    if (!this.checkout.isComplete(category) || order.status === 'rejected') this.#fix();
    else if (order.status === 'expired' && service?.price === order.price) this.checkout.submit(category);
    else if (service && service.price !== order.price) this.checkout.repriced(order.price);
  }

  leave(sure: boolean): void {
    this.leaving = !sure;
    if (sure) {
      this.tracking.forget();
      this.#session?.shelf.drop('order');
      this.#go({ to: 'home' });
    }
    this.#host.requestUpdate();
  }

  stay(): void {
    this.leaving = false;
    this.#host.requestUpdate();
  }

  #go(move: Move): void {
    this.screen = nextScreen(this.screen, move, this.#pinned);
    if (this.screen.at === 'category') {
      void this.catalog.open(this.screen.id);
      this.checkout.start(this.screen.id);
    }
    this.#host.requestUpdate();
  }

  #ordered(order: Order): void {
    this.tracking.follow(order.token, order);
    this.#events.created(order);
    this.#go({ to: 'order' });
  }

  #refused(failure: Failure, body: CreateOrder): void {
    this.#events.failed(failure);
    switch (failure.code) {
      case 'price_changed':
        this.catalog.reprice(body.sid, failure.problem.price);
        this.checkout.repriced(body.price);
        break;
      case 'service_unavailable':
      case 'not_found':
        this.catalog.refresh();
        this.#fix();
        break;
      case 'invalid_input':
        this.#fix();
    }
  }

  /** Back to the form without forgetting why. */
  #fix(): void {
    this.screen = nextScreen(this.screen, { to: 'back' }, this.#pinned);
    this.#showWrong();
  }

  #showWrong(): void {
    this.focusWrong = true;
    this.#host.requestUpdate();
  }
}
