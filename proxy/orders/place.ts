import { createHash } from 'node:crypto';
import type { CatalogService } from '../catalog/catalog.ts';
import type { CreateOrder, OrderReason } from '../contract/order.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { DropshipOrder } from '../provider/client.ts';
import type { ProviderRefused } from '../provider/errors.ts';
import type { CreatedOrder } from '../provider/mapping.ts';
import type { NewOrder, OrderRow, OrderStore, ProviderAnswerPatch } from '../store/orders.ts';
import { checkRequest } from './check.ts';
import { sendOrder } from './send.ts';
import type { OrderSettling } from './settle.ts';
import { newOrderCode, type OrderTokens } from './tokens.ts';

/** What placing needs from the rest of the house. */
export interface PlaceParts {
  readonly catalog: Pick<CatalogService, 'forOrder' | 'current' | 'refresh'>;
  readonly orders: OrderStore;
  readonly tokens: OrderTokens;
  readonly settling: OrderSettling;
  readonly provider: {
    createDropship(order: DropshipOrder, onSend: () => Promise<void>): Promise<CreatedOrder>;
  };
}

/** Refusals that speak of the order itself; what is not here becomes `refused`. */
const REASON_OF_REFUSAL: Partial<Record<ProviderRefused['reason'], OrderReason>> = {
  service_unavailable: 'service_unavailable',
  not_found: 'service_unavailable',
  duplicate: 'duplicate_order',
  price_too_low: 'price_changed',
  bad_target: 'bad_target',
};

/** The provider said no to the shop, not to the buyer: the reseller must act, the buyer can only wait. */
const SHOP_TROUBLE = new Set<ProviderRefused['reason']>(['key_wrong', 'balance_too_low', 'maintenance']);
const SHOP_TROUBLE_RETRY_MS = 60_000;

/** Takes a buyer's order to the provider, once. */
export class OrderPlacing {
  readonly #parts: PlaceParts;
  readonly #running = new Map<string, { hash: string; result: Promise<OrderRow> }>();

  constructor(parts: PlaceParts) {
    this.#parts = parts;
  }

  /**
   * Places a dropship order. The same key with the same body gives the same order, however often it is
   * asked for, and one order at the provider.
   * @returns the order as stored: `awaiting_payment`, `rejected` or `unconfirmed` (later, when asked again).
   * @throws ProblemError with a code of the wire when no order came of it.
   */
  async place(request: CreateOrder, idempotencyKey: string): Promise<OrderRow> {
    const hash = createHash('sha256').update(canonical(request)).digest('hex');
    const running = this.#running.get(idempotencyKey);
    if (running) {
      if (running.hash !== hash) throw new ProblemError('idempotency_mismatch');
      return running.result;
    }
    const result = this.#placeOnce(request, idempotencyKey, hash).finally(() => {
      this.#running.delete(idempotencyKey);
    });
    this.#running.set(idempotencyKey, { hash, result });
    return result;
  }

  async #placeOnce(request: CreateOrder, key: string, hash: string): Promise<OrderRow> {
    const earlier = await this.#parts.orders.findByKey(key);
    if (earlier && earlier.request_hash !== hash) throw new ProblemError('idempotency_mismatch');
    if (earlier) return this.#answer(earlier);
    const { catalog } = await this.#parts.catalog.forOrder();
    const wish = {
      ...checkRequest(request, catalog),
      id: this.#parts.tokens.newId(),
      code: newOrderCode(),
      idempotency_key: key,
      request_hash: hash,
    };
    return this.#answer(
      await sendOrder(this.#parts, wish, {
        create: async (onSend) =>
          answerOf(await this.#parts.provider.createDropship(asDropship(wish), onSend)),
        refused: (order, refusal) => this.#refused(order, refusal),
      }),
    );
  }

  async #refused(order: OrderRow, { reason, providerText }: ProviderRefused): Promise<OrderRow> {
    const { settling, catalog } = this.#parts;
    if (SHOP_TROUBLE.has(reason)) {
      await settling.closeUnsent(order, providerText);
      throw new ProblemError('provider_unavailable', { retryAfterMs: SHOP_TROUBLE_RETRY_MS });
    }
    // The list the price came from is out of date; the next look at it must show the new one.
    if (reason === 'price_too_low') await catalog.refresh();
    return settling.move(order, 'rejected', {
      reason: REASON_OF_REFUSAL[reason] ?? 'refused',
      provider_text: providerText,
    });
  }

  /** A rejected order is told by the code of its reason, the first time and at every repeat. */
  #answer(order: OrderRow): OrderRow {
    if (order.status !== 'rejected') return order;
    switch (order.reason) {
      case 'price_changed': {
        const price = this.#parts.catalog.current()?.catalog.bySid.get(order.sid)?.service.price;
        if (price === undefined || price === order.price) throw new ProblemError('service_unavailable');
        throw new ProblemError('price_changed', { price });
      }
      case 'service_unavailable':
      case 'duplicate_order':
        throw new ProblemError(order.reason);
      case 'bad_target': {
        const fields = Object.keys(JSON.parse(order.target_fields) as object);
        throw new ProblemError('invalid_input', {
          fields: Object.fromEntries(fields.map((field) => [`target.${field}`, 'invalid'])),
        });
      }
      default:
        return order;
    }
  }
}

function asDropship(wish: NewOrder): DropshipOrder {
  return {
    sid: wish.sid,
    target: wish.target,
    sellingPrice: wish.price,
    customerName: wish.customer_name,
    customerPhone: wish.customer_phone,
  };
}

function answerOf({
  providerId,
  invoice,
  costRupiah,
  profitRupiah,
  payment,
}: CreatedOrder): ProviderAnswerPatch {
  return {
    provider_id: providerId,
    provider_invoice: invoice,
    cost: costRupiah,
    profit: profitRupiah,
    amount: payment?.amountRupiah ?? null,
    qr_source: payment?.qrSource ?? null,
    expires_at: payment?.expiresAt ?? null,
    invoice_url: payment?.invoiceUrl ?? null,
  };
}

/** JSON with sorted keys, so that the order in which a client writes fields makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
