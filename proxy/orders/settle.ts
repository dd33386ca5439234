import type { CatalogService } from '../catalog/catalog.ts';
import type { Alert } from '../store/alerts.ts';
import type { OrderPatch, OrderRow, OrderStore } from '../store/orders.ts';
import type { QrCodes } from './qr.ts';

/** What settling needs from the rest of the house. */
export interface SettleParts {
  readonly catalog: Pick<CatalogService, 'learn'>;
  readonly orders: OrderStore;
  readonly qr: Pick<QrCodes, 'read'>;
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
   * From the recorded answer to the buyer's QR, unless it must not be shown: an order that would earn less
   * than the floor or whose QR is wrong is closed unpaid. Runs again after a crash with the same outcome.
   */
  async settle(order: OrderRow): Promise<OrderRow> {
    // From the balance: it is paid already, and nobody is shown a QR.
    if (order.mode === 'saldo') return this.move(order, 'processing', {});
    if (await this.#isBelowFloor(order)) return this.move(order, 'rejected', { reason: 'price_changed' });
    if (!order.qr_source) return this.giveUp(order, 'payment_unclear');
    const reading = await this.#parts.qr.read(order);
    if (reading.kind === 'wrong') {
      await this.#parts.alert({ kind: 'qr_unusable', subject: order.code, detail: reading.why });
      return this.move(order, 'rejected', { reason: 'qr_unusable' });
    }
    return this.move(order, 'awaiting_payment', {
      payment_status: 'pending',
      qr_payload: reading.kind === 'payload' ? reading.payload : null,
    });
  }

  /** No certain answer, or none that can be paid: nothing has been paid, and nothing is tried again by itself. */
  giveUp(order: OrderRow, reason: 'no_answer' | 'payment_unclear'): Promise<OrderRow> {
    const since = order.sent_at ?? order.created_at;
    return this.move(order, 'unconfirmed', {
      reason,
      retry_at: order.expires_at ?? since + LEFT_OPEN_FOR_MS,
    });
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
