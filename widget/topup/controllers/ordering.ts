import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { Awake } from '../../kit/awake.ts';
import { copyText } from '../../kit/copy.ts';
import { printLines } from '../../kit/print.ts';
import { sharePicture, shareText } from '../../kit/share.ts';
import { loaded } from '../state/load.ts';
import { attachment, hasDeadline, isFinal } from '../state/order.ts';
import { receiptLines } from '../state/receipt.ts';
import type { OrderingActions, Scene } from '../state/scene.ts';
import type { Screen } from '../state/screen.ts';
import { mineOf, withMine } from '../state/storage.ts';
import { mineView } from '../views/mine.ts';
import { orderView } from '../views/order.ts';
import { OrderTracking } from './order-tracking.ts';
import type { Session } from './session.ts';
import type { Way } from './way.ts';

const COPIED_MS = 2_000;
const LIST_TIMEOUT_MS = 20_000;

/** An order from the QR to the serial number, and the orders made on this device. */
export class Ordering implements ReactiveController, OrderingActions {
  readonly way: Way;
  readonly #host: ReactiveControllerHost;
  readonly #tracking: OrderTracking;
  #copied: string | null = null;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  #leaving = false;
  readonly #awake = new Awake();
  /** What was on screen last. */
  #shown: Scene | null = null;

  constructor(host: ReactiveControllerHost, way: Way) {
    this.way = way;
    this.#host = host;
    this.#tracking = new OrderTracking(host, (order, before) => this.#moved(order, before));
    host.addController(this);
  }

  /** On every screen, not only on an order's: a buyer who leaves his QR gets his screen's rest back. */
  hostUpdated(): void {
    const { at } = this.way.screen;
    this.#awake.want(at === 'order' && loaded(this.#tracking.order)?.status === 'awaiting_payment');
  }

  hostDisconnected(): void {
    clearTimeout(this.#copyTimer);
    this.#copied = null;
    this.#awake.want(false);
  }

  begin(session: Session): void {
    this.#leaving = false;
    this.#tracking.begin(session);
  }

  view(scene: Scene): TemplateResult {
    const { order, asking, offline } = this.#tracking;
    const ordering = { ...scene, order, asking, offline, copied: this.#copied, leaving: this.#leaving };
    const { at } = scene.screen;
    this.#shown = scene;
    return at === 'mine' ? mineView(ordering, this) : orderView(ordering, this);
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

  /** Brings the list of orders up to date: those that may have moved since they were last seen. */
  async list(): Promise<void> {
    const { client, shelf } = this.way.session;
    const open = mineOf(shelf).filter(({ status }) => !isFinal(status));
    for (const { token } of open) {
      const order = await client.order(token, AbortSignal.timeout(LIST_TIMEOUT_MS)).catch(() => null);
      if (!order) continue;
      shelf.set('mine', withMine(mineOf(shelf), order));
      this.#host.requestUpdate();
    }
  }

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

  async share(order: Order, what: 'qr' | 'receipt' | 'print'): Promise<void> {
    if (!this.#shown) return;
    if (what === 'qr') {
      const qr = order.payment?.qr ?? '';
      if (await sharePicture(qr, `qris-${order.code}.png`)) return;
      // An attachment: the page stays where it is.
      location.assign(attachment(qr));
      this.way.say((words) => words.pay.steps.save);
      return;
    }
    const { catalog, words, lang } = this.#shown;
    const lines = receiptLines(order, loaded(catalog)?.shop.name ?? '', words, lang);
    if (what === 'print') printLines(lines);
    else await shareText(lines.join('\n'));
  }

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
    shelf.set('mine', withMine(mineOf(shelf), order));
    this.way.moved(order, before);
  }
}
