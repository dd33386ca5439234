import { createHash } from 'node:crypto';
import type { CatalogService } from '../catalog/catalog.ts';
import type { CostedService } from '../catalog/costs.ts';
import type { consoleSaleSchema } from '../contract/console-sales.ts';
import type { Checked } from '../contract/input.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { ProviderClient } from '../provider/client.ts';
import type { ProviderRefused } from '../provider/errors.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';
import { readTarget } from '../targets/targets.ts';
import { sendOrder } from './send.ts';
import type { OrderSettling } from './settle.ts';
import { newOrderCode, type OrderTokens } from './tokens.ts';

/** What selling from the balance needs. */
export interface BalanceSellingParts {
  readonly catalog: Pick<CatalogService, 'forOrder' | 'costs' | 'definitionOf'>;
  readonly orders: Pick<OrderStore, 'findByKey' | 'codeInTheWay' | 'insert' | 'find' | 'uncertainSale'>;
  readonly tokens: Pick<OrderTokens, 'newId'>;
  readonly settling: Pick<OrderSettling, 'settle' | 'closeUnsent' | 'giveUp' | 'move'>;
  readonly provider: Pick<ProviderClient, 'createFromBalance'>;
  /** Told of every sale that may have taken something off the balance. */
  readonly onSold: () => void;
}

type Sale = Checked<typeof consoleSaleSchema>;

/** Keys of buyers hold no space, so that no buyer can name a sale's. */
const KEY_PREFIX = 'sale ';

/**
 * Sells from the reseller's balance: only the signed-in console comes here, and the public side knows nothing of such
 * orders. Sent once, like a buyer's order; what is uncertain may have taken the money, and is called uncertain.
 */
export class BalanceSelling {
  readonly #parts: BalanceSellingParts;

  constructor(parts: BalanceSellingParts) {
    this.#parts = parts;
  }

  /**
   * Sells once. The same key with the same sale gives the same order.
   * @returns the order as stored: `processing`, or `unconfirmed` when the answer got lost.
   * @throws ProblemError `price_changed` (with the cost as it is now), `service_unavailable`, `invalid_input`,
   * `duplicate_order`, `sale_uncertain` when an earlier sale of the same is uncertain, or the provider's no.
   */
  async sell(sale: Sale, idempotencyKey: string): Promise<OrderRow> {
    const key = KEY_PREFIX + idempotencyKey;
    const hash = createHash('sha256')
      .update(JSON.stringify({ ...sale, isSure: false }))
      .digest('hex');
    const earlier = await this.#parts.orders.findByKey(key);
    if (earlier && earlier.request_hash !== hash) throw new ProblemError('idempotency_mismatch');
    if (earlier) return earlier;
    const { catalog } = await this.#parts.catalog.forOrder();
    const { service, cost, ref } = this.#product(sale);
    const target = readTarget(this.#parts.catalog.definitionOf(service), sale.target);
    if (!target.ok) {
      const fields = Object.entries(target.issues).map(
        ([field, issue]) => [`target.${field}`, issue] as const,
      );
      throw new ProblemError('invalid_input', { fields: Object.fromEntries(fields) });
    }
    const uncertain = sale.isSure ? null : await this.#parts.orders.uncertainSale(service.sid, target.target);
    if (uncertain) throw new ProblemError('sale_uncertain', { orderCode: uncertain.code });
    const wish = {
      id: this.#parts.tokens.newId(),
      code: newOrderCode(),
      mode: 'saldo' as const,
      idempotency_key: key,
      request_hash: hash,
      open_key: JSON.stringify([service.sid, target.target]),
      sid: service.sid,
      ref,
      service_name: service.name,
      category_id: catalog.bySid.get(service.sid)?.category.summary.id ?? '',
      category_name: service.category,
      type: service.type,
      target_fields: JSON.stringify(target.fields),
      target: target.target,
      customer_name: sale.name,
      customer_phone: '',
      price: sale.price,
      listed_cost: service.costRupiah,
    };
    const { meterNumber = null } = target.fields;
    try {
      return await sendOrder(this.#parts, wish, {
        create: async (onSend) => {
          const order = { sid: service.sid, target: target.target, meterNumber };
          const answer = await this.#parts.provider.createFromBalance(order, onSend);
          return {
            provider_id: answer.providerId,
            provider_invoice: answer.invoice,
            cost,
            profit: sale.price - cost,
          };
        },
        refused: (order, refusal) => this.#refused(order, refusal),
      });
    } finally {
      this.#parts.onSold();
    }
  }

  /** The product as the reseller saw it: another product under its number, or another cost, is told first. */
  #product({ sid, ref, cost }: Sale): CostedService {
    const product = this.#parts.catalog.costs().find((one) => one.service.sid === sid);
    if (product?.ref !== ref || !product.service.available) throw new ProblemError('service_unavailable');
    if (product.cost !== cost) throw new ProblemError('price_changed', { price: product.cost });
    return product;
  }

  /** A clear no: nothing was sold, and the same sale may be tried again, when the balance is topped up for one. */
  async #refused(order: OrderRow, { providerText }: ProviderRefused): Promise<never> {
    await this.#parts.settling.move(order, 'rejected', {
      reason: 'refused',
      provider_text: providerText,
      idempotency_key: null,
    });
    throw new ProblemError('provider_refused', { said: providerText });
  }
}
