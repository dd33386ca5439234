import type { CatalogService } from '../catalog/catalog.ts';
import type { Alert } from '../store/alerts.ts';
import type { OrderPatch, OrderRow, OrderStore, ProviderAnswerPatch } from '../store/orders.ts';
import type { QrCodes } from './qr.ts';

/** What settling needs from the rest of the house. */
export interface SettleParts {
  readonly catalog: Pick<CatalogService, 'learn'>;
  readonly orders: OrderStore;
  readonly qr: Pick<QrCodes, 'read' | 'isFetched'>;
  /** Least profit of an order, whole rupiah. */
  readonly profitFloor: number;
  readonly alert: (alert: Alert) => Promise<void>;
  /** Told of every new version of an order, after it is stored. */
  readonly onChange: (order: OrderRow) => void;
}

/**
 * Providers' QR codes live 15 minutes as a rule (upstream behaviours 23), and an order they hold open for
 * the same service and target bars another until then.
 */
const LEFT_OPEN_FOR_MS = 15 * 60_000;

/** Makes an order of the provider's answer, and moves an order that came to nothing to where it belongs. */
export class OrderSettling {
  readonly #parts: SettleParts;

  constructor(parts: SettleParts) {
    this.#parts = parts;
  }

  /**
   * From the provider's answer to the buyer's QR, unless it must not be shown: an order that would earn less
   * than the floor or whose QR is wrong is closed unpaid. Runs again after a crash with the same outcome.
   * @param answer what the provider has just said; left out where that is on the disk already.
   */
  async settle(order: OrderRow, answer?: ProviderAnswerPatch): Promise<OrderRow> {
    if (!answer) return this.#settle(order, {});
    // Nothing to wait for: the answer goes to the disk with what is made of it.
    if (!this.#parts.qr.isFetched(answer.qr_source ?? null))
      return this.#settle({ ...order, ...answer }, answer);
    return this.#settle(await this.#parts.orders.recordAnswer(order.id, answer), {});
  }

  async #settle(order: OrderRow, unsaved: OrderPatch): Promise<OrderRow> {
    const move = (status: OrderRow['status'], patch: OrderPatch) =>
      this.move(order, status, { ...unsaved, ...patch });
    // From the balance: it is paid already, and nobody is shown a QR.
    if (order.mode === 'saldo') return move('processing', {});
    if (await this.#isBelowFloor(order)) return move('rejected', { reason: 'price_changed' });
    if (!order.qr_source) return move('unconfirmed', unclear(order, 'payment_unclear'));
    const reading = await this.#parts.qr.read(order);
    if (reading.kind === 'wrong') {
      await this.#parts.alert({ kind: 'qr_unusable', subject: order.code, detail: reading.why });
      return move('rejected', { reason: 'qr_unusable' });
    }
    return move('awaiting_payment', {
      payment_status: 'pending',
      qr_payload: reading.kind === 'payload' ? reading.payload : null,
    });
  }

  /** No certain answer: nothing has been paid, and nothing is tried again by itself. */
  giveUp(order: OrderRow): Promise<OrderRow> {
    return this.move(order, 'unconfirmed', unclear(order, 'no_answer'));
  }

  /** Certainly nothing was created: the key is given back, so that the same request may run again. */
  closeUnsent(order: OrderRow, providerText: string | null = null): Promise<OrderRow> {
    return this.move(order, 'rejected', {
      reason: 'not_sent',
      idempotency_key: null,
      provider_text: providerText,
    });
  }

  /** Writes the next version and tells of it. @throws Error when somebody else has moved the order. */
  async move(order: OrderRow, status: OrderRow['status'], patch: OrderPatch): Promise<OrderRow> {
    const moved = await this.#parts.orders.change(order.id, order.version, status, patch, Date.now());
    if (!moved) throw new Error(`order ${order.code} was changed by somebody else while it was placed`);
    this.#parts.onChange(moved);
    return moved;
  }

  async #isBelowFloor(order: OrderRow): Promise<boolean> {
    const profit = order.profit ?? (order.cost === null ? null : order.price - order.cost);
    if (profit === null || profit >= this.#parts.profitFloor) return false;
    await this.#parts.catalog.learn({
      ref: order.ref,
      type: order.type,
      category: order.category_name,
      listedCost: order.listed_cost,
      trueCost: order.price - profit,
    });
    await this.#parts.alert({
      kind: 'below_floor',
      subject: order.ref,
      detail: `${order.category_name}, ${order.service_name}: profit ${profit}`,
    });
    return true;
  }
}

/** What is stored of an order whose payment nobody can say anything about, and when it may be tried again. */
function unclear(order: OrderRow, reason: 'no_answer' | 'payment_unclear'): OrderPatch {
  return { reason, retry_at: order.expires_at ?? order.created_at + LEFT_OPEN_FOR_MS };
}
