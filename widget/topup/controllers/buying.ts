import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';
import type { Failure } from '../api/failure.ts';
import { chosenService } from '../state/draft.ts';
import { loaded } from '../state/load.ts';
import { savedFor, withoutSaved } from '../state/saved-ids.ts';
import type { BuyingActions, Scene } from '../state/scene.ts';
import type { Screen } from '../state/screen.ts';
import type { Buyer } from '../state/storage.ts';
import type { Target } from '../state/target.ts';
import { categoryView } from '../views/category.ts';
import { checkView } from '../views/check.ts';
import { CheckoutController } from './checkout.ts';
import type { Session } from './session.ts';
import type { Way } from './way.ts';

/** From a category to an order: the form, the check, and sending it. */
export class Buying implements BuyingActions {
  readonly way: Way;
  readonly #checkout: CheckoutController;

  constructor(host: ReactiveControllerHost, way: Way) {
    this.way = way;
    this.#checkout = new CheckoutController(host, {
      ordered: (order) => way.ordered(order),
      refused: (failure, body) => this.#refused(failure, body),
    });
  }

  begin(session: Session): void {
    this.#checkout.begin(session);
  }

  view(scene: Scene): TemplateResult {
    const { draft, sending } = this.#checkout;
    const saved = draft ? savedFor(this.way.session.shelf.get('saved'), draft.categoryId) : [];
    const buying = { ...scene, draft, sending, saved };
    return scene.screen.at === 'category' ? categoryView(buying, this) : checkView(buying, this);
  }

  ticks({ at }: Screen): boolean {
    const { sending } = this.#checkout;
    return at === 'check' && sending.state === 'failed' && sending.retryAt > Date.now() - 1_000;
  }

  get isSending(): boolean {
    return this.#checkout.sending.state === 'sending';
  }

  /** Finishes the create that a killed tab left behind; answers false if there is none. */
  resume(): boolean {
    return this.#checkout.resume();
  }

  /** A draft for a category. */
  start(categoryId: string): void {
    this.#checkout.start(categoryId, this.way.sid);
  }

  choose(sid: string): void {
    this.#checkout.choose(sid);
  }

  target(typed: Target): void {
    const category = loaded(this.way.catalog.category);
    if (category) this.#checkout.type(category, typed);
  }

  settle(name: string): void {
    this.#checkout.settle(name);
  }

  buyer(typed: Partial<Buyer>): void {
    this.#checkout.name(typed);
  }

  keep(wanted: boolean): void {
    this.#checkout.keep(wanted);
  }

  discard(target: Target): void {
    const { shelf } = this.way.session;
    const { draft } = this.#checkout;
    if (draft) shelf.set('saved', withoutSaved(shelf.get('saved'), draft.categoryId, target));
    this.#checkout.calm();
  }

  review(): void {
    const category = loaded(this.way.catalog.category);
    if (!category) return;
    if (this.#checkout.isComplete(category)) {
      this.#checkout.calm();
      this.way.go({ to: 'check', id: category.id });
    } else this.way.showWrong();
  }

  pay(): void {
    const category = loaded(this.way.catalog.category);
    if (category) this.#checkout.submit(category);
  }

  /** Orders the same again. An expired order at an unchanged price needs no second look: one tap, fresh QR. */
  async again(order: Order): Promise<void> {
    this.#checkout.repeat(order);
    const category = await this.way.catalog.open(order.service.categoryId);
    const { draft } = this.#checkout;
    if (!category || !draft) return;
    const service = chosenService(draft, category);
    if (!this.#checkout.isComplete(category) || order.status === 'rejected') this.way.fix();
    else if (order.status === 'expired' && service?.price === order.price) this.#checkout.submit(category);
    else if (service && service.price !== order.price) this.#checkout.repriced(order.price);
  }

  #refused(failure: Failure, body: CreateOrder): void {
    this.way.failed(failure);
    switch (failure.code) {
      case 'price_changed':
        this.way.catalog.reprice(body.sid, failure.problem.price);
        this.#checkout.repriced(body.price);
        break;
      case 'service_unavailable':
      case 'not_found':
      // The reseller may have changed what is to be filled in.
      case 'invalid_input':
        this.way.catalog.refresh();
        this.way.fix();
    }
  }
}
