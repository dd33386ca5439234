import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { copyText } from '../../kit/copy.ts';
import { loaded } from '../state/load.ts';
import { hasDeadline } from '../state/order.ts';
import type { OrderingActions, Scene } from '../state/scene.ts';
import type { Screen } from '../state/screen.ts';
import { withMine } from '../state/storage.ts';
import { orderView } from '../views/order.ts';
import { OrderTracking } from './order-tracking.ts';
import type { Session } from './session.ts';
import type { Way } from './way.ts';

const COPIED_MS = 2_000;

/** An order from the QR to the serial number, and the orders made on this device. */
export class Ordering implements ReactiveController, OrderingActions {
  readonly way: Way;
  readonly #host: ReactiveControllerHost;
  readonly #tracking: OrderTracking;
  #copied: string | null = null;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  #leaving = false;

  constructor(host: ReactiveControllerHost, way: Way) {
    this.way = way;
    this.#host = host;
    this.#tracking = new OrderTracking(host, (order, before) => this.#moved(order, before));
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#copyTimer);
    this.#copied = null;
  }

  begin(session: Session): void {
    this.#leaving = false;
    this.#tracking.begin(session);
  }

  view(scene: Scene): TemplateResult {
    const { order, asking, offline } = this.#tracking;
    return orderView(
      { ...scene, order, asking, offline, copied: this.#copied, leaving: this.#leaving },
      this,
    );
  }

  ticks({ at }: Screen): boolean {
    const order = loaded(this.#tracking.order);
    return at === 'order' && order !== null && hasDeadline(order, Date.now());
  }

  follow(token: string, known?: Order): void {
    this.#leaving = false;
    this.#tracking.follow(token, known);
  }

  retry(): void {
    this.#tracking.retry();
  }

  /** Brings the list of orders up to date. */
  list(): void {}

  paid(): void {
    void this.#tracking.ask();
  }

  async copy(what: string, text: string): Promise<void> {
    if (!(await copyText(text))) return;
    clearTimeout(this.#copyTimer);
    this.#copied = what;
    this.way.say((words) => words.shared.copied);
    this.#copyTimer = setTimeout(() => {
      this.#copied = null;
      this.#host.requestUpdate();
    }, COPIED_MS);
    this.#host.requestUpdate();
  }

  share(_order: Order, _what: 'qr' | 'receipt'): void {}

  again(order: Order): void {
    this.#tracking.forget();
    this.way.buyAgain(order);
  }

  leave(sure: boolean): void {
    this.#leaving = !sure;
    if (sure) {
      this.#tracking.forget();
      this.way.left();
    }
    this.#host.requestUpdate();
  }

  stay(): void {
    this.#leaving = false;
    this.#host.requestUpdate();
  }

  #moved(order: Order, before: Order | null): void {
    const { shelf } = this.way.session;
    this.#leaving = false;
    shelf.set('mine', withMine(shelf.get('mine'), order));
    this.way.moved(order, before);
  }
}
