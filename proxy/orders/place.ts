import { createHash } from 'node:crypto';
import type { CatalogState } from '../catalog/catalog.ts';
import type { Service } from '../contract/catalog.ts';
import type { CreateOrder, OrderReason } from '../contract/order.ts';
import { type FieldIssue, ProblemError } from '../contract/problem-error.ts';
import type { DropshipOrder } from '../provider/client.ts';
import { ProviderBusy, ProviderRefused, ProviderUnavailable } from '../provider/errors.ts';
import type { CreatedOrder } from '../provider/mapping.ts';
import { KeyTaken, type OrderRow, type OrderStore } from '../store/orders.ts';
import { definitionFor, normalisePhone, readTarget } from '../targets/targets.ts';
import { newOrderCode, type OrderTokens } from './tokens.ts';

/** What placing needs from the rest of the house. */
export interface PlaceParts {
  readonly catalog: { forOrder(): Promise<CatalogState> };
  readonly orders: OrderStore;
  readonly tokens: OrderTokens;
  /** Null while no API key is set. */
  readonly provider: {
    createDropship(order: DropshipOrder, onSend: () => Promise<void>): Promise<CreatedOrder>;
  } | null;
  /** Told of every new version of an order, after it is stored. */
  readonly onChange: (order: OrderRow) => void;
}

/** Refusals that name their code of the wire; what is not here becomes an order `rejected` as `refused`. */
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
const UNREACHABLE_RETRY_MS = 5_000;

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
   * @returns the order as stored: `awaiting_payment`, `rejected` or `unconfirmed`.
   * @throws ProblemError with a code of the wire when no order came of it.
   */
  async place(request: CreateOrder, idempotencyKey: string): Promise<OrderRow> {
    const hash = createHash('sha256').update(canonical(request)).digest('hex');
    const running = this.#running.get(idempotencyKey);
    if (running) return sameRequest(running.hash, hash, running.result);
    const result = this.#placeOnce(request, idempotencyKey, hash);
    this.#running.set(idempotencyKey, { hash, result });
    try {
      return await result;
    } finally {
      this.#running.delete(idempotencyKey);
    }
  }

  async #placeOnce(request: CreateOrder, key: string, hash: string): Promise<OrderRow> {
    const earlier = await this.#parts.orders.findByKey(key);
    if (earlier) return answerAgain(await sameRequest(earlier.request_hash, hash, earlier));
    const intent = await this.#check(request);
    const { provider } = this.#parts;
    if (!provider) throw new ProblemError('provider_unavailable', { retryAfterMs: SHOP_TROUBLE_RETRY_MS });
    const order = await this.#storeIntent(intent, key, hash);
    try {
      const created = await provider.createDropship(
        {
          sid: order.sid,
          target: order.target,
          sellingPrice: order.price,
          customerName: order.customer_name,
          customerPhone: order.customer_phone,
        },
        () => this.#parts.orders.markSent(order.id, Date.now()),
      );
      return await this.#accept(order, created);
    } catch (error) {
      return await this.#refuse(order, error);
    }
  }

  /** Everything that can be known to be wrong before the provider is asked. */
  async #check(request: CreateOrder): Promise<Intent> {
    const phone = normalisePhone(request.customer.phone);
    const customerIssues: Record<string, FieldIssue> = phone === null ? { 'customer.phone': 'phone' } : {};
    if (phone === null) throw new ProblemError('invalid_input', { fields: customerIssues });
    const { catalog } = await this.#parts.catalog.forOrder();
    const found = catalog.bySid.get(request.sid);
    if (!found || found.service.ref !== request.ref) throw new ProblemError('service_unavailable');
    const { id, name, type } = found.category.summary;
    const target = readTarget(definitionFor(type, name), request.target);
    if (!target.ok) {
      const fields = Object.fromEntries(
        Object.entries(target.issues).map(([field, issue]) => [`target.${field}`, issue]),
      );
      throw new ProblemError('invalid_input', { fields });
    }
    if (!found.service.available) throw new ProblemError('service_unavailable');
    if (found.service.price !== request.price) {
      throw new ProblemError('price_changed', { price: found.service.price });
    }
    return { request, service: found.service, category: { id, name, type }, target, phone };
  }

  async #storeIntent(intent: Intent, key: string, hash: string): Promise<OrderRow> {
    const id = this.#parts.tokens.newId();
    try {
      await this.#parts.orders.insert(
        {
          id,
          code: newOrderCode(),
          idempotency_key: key,
          request_hash: hash,
          sid: intent.service.sid,
          ref: intent.service.ref,
          service_name: intent.service.name,
          category_id: intent.category.id,
          category_name: intent.category.name,
          type: intent.category.type,
          target_fields: JSON.stringify(intent.target.fields),
          target: intent.target.target,
          customer_name: intent.request.customer.name,
          customer_phone: intent.phone,
          price: intent.service.price,
        },
        Date.now(),
      );
    } catch (error) {
      // Another process on the same database is placing this very order; its answer will be there soon.
      if (error instanceof KeyTaken) throw new ProblemError('provider_busy', { retryAfterMs: 2_000 });
      throw error;
    }
    const stored = await this.#parts.orders.find(id);
    if (!stored) throw new Error('an order just stored is not there');
    return stored;
  }

  async #accept(order: OrderRow, created: CreatedOrder): Promise<OrderRow> {
    const known = {
      provider_id: created.providerId,
      provider_invoice: created.invoice,
      cost: created.costRupiah,
      profit: created.profitRupiah,
    };
    if (!created.payment) {
      return this.#move(order, 'unconfirmed', { ...known, reason: 'payment_unclear' });
    }
    return this.#move(order, 'awaiting_payment', {
      ...known,
      payment_status: 'pending',
      amount: created.payment.amountRupiah,
      qr_source: created.payment.qrSource,
      expires_at: created.payment.expiresAt,
      invoice_url: created.payment.invoiceUrl,
    });
  }

  async #refuse(order: OrderRow, error: unknown): Promise<OrderRow> {
    if (error instanceof ProviderBusy || error instanceof ProviderUnavailable) {
      // Certainly nothing was created: the key is given back, so that the same request may run again.
      await this.#move(order, 'rejected', { reason: 'not_sent', idempotency_key: null });
      if (error instanceof ProviderBusy) {
        throw new ProblemError('provider_busy', { retryAfterMs: error.retryAfterMs });
      }
      throw new ProblemError('provider_unavailable', { retryAfterMs: UNREACHABLE_RETRY_MS });
    }
    if (error instanceof ProviderRefused) {
      const patch = { provider_text: error.providerText };
      if (SHOP_TROUBLE.has(error.reason)) {
        await this.#move(order, 'rejected', { ...patch, reason: 'not_sent', idempotency_key: null });
        throw new ProblemError('provider_unavailable', { retryAfterMs: SHOP_TROUBLE_RETRY_MS });
      }
      const reason = REASON_OF_REFUSAL[error.reason] ?? 'refused';
      return answerAgain(await this.#move(order, 'rejected', { ...patch, reason }));
    }
    return this.#move(order, 'unconfirmed', { reason: 'no_answer' });
  }

  async #move(
    order: OrderRow,
    status: OrderRow['status'],
    patch: Parameters<OrderStore['change']>[3],
  ): Promise<OrderRow> {
    const moved = await this.#parts.orders.change(order.id, order.version, status, patch, Date.now());
    if (!moved) throw new Error(`order ${order.code} was changed by somebody else while it was placed`);
    this.#parts.onChange(moved);
    return moved;
  }
}

interface Intent {
  readonly request: CreateOrder;
  readonly service: Service;
  readonly category: { readonly id: string; readonly name: string; readonly type: string };
  readonly target: { readonly fields: Readonly<Record<string, string>>; readonly target: string };
  readonly phone: string;
}

/** A refusal with a code of its own is told by that code, the first time and at every repeat. */
function answerAgain(order: OrderRow): OrderRow {
  if (order.status !== 'rejected') return order;
  if (order.reason === 'service_unavailable') throw new ProblemError('service_unavailable');
  if (order.reason === 'duplicate_order') throw new ProblemError('duplicate_order');
  if (order.reason === 'bad_target') {
    const [first = 'target'] = Object.keys(JSON.parse(order.target_fields) as object);
    throw new ProblemError('invalid_input', { fields: { [`target.${first}`]: 'invalid' } });
  }
  return order;
}

async function sameRequest<T>(known: string, given: string, result: T | Promise<T>): Promise<T> {
  if (known !== given) throw new ProblemError('idempotency_mismatch');
  return result;
}

/** JSON with sorted keys, so that the order in which a client writes fields makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
