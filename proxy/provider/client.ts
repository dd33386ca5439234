import type { RequestBudget, RequestClass } from './budget.ts';
import { ProviderBusy, ProviderRefused, ProviderUncertain } from './errors.ts';
import {
  type CreatedOrder,
  classifyRefusal,
  isRateLimitText,
  type ProviderService,
  type SeenStatus,
  toCreatedOrder,
  toSeenStatus,
  toServices,
} from './mapping.ts';
import type { ProviderAnswer, ProviderRequest, ProviderTransport } from './transport.ts';
import {
  looseJson,
  messageOf,
  openEnvelope,
  wireAccountSchema,
  wireCreatedSchema,
  wireStatusSchema,
} from './wire.ts';

/** A dropship order to be placed: the buyer pays `sellingPrice` (whole rupiah) by QRIS. */
export interface DropshipOrder {
  readonly sid: string;
  readonly target: string;
  readonly sellingPrice: number;
  readonly customerName: string;
  readonly customerPhone: string;
}

/** How long a buyer's create waits for a slot before he is told to come back. */
const CREATE_WAIT_MS = 5_000;
/** The catalogue can wait for its turn: nobody stands at the counter for it. */
const CATALOG_WAIT_MS = 2_000;
const DEFAULT_RETRY_AFTER_MS = 15_000;

/**
 * ZulTopup's API in our words. Every call takes a slot of the request budget and is sent once.
 * All methods throw ProviderRefused, ProviderBusy, ProviderUnavailable or ProviderUncertain, nothing else.
 */
export class ProviderClient {
  readonly #transport: ProviderTransport;
  readonly #budget: RequestBudget;
  readonly #apiKey: string;

  constructor(transport: ProviderTransport, budget: RequestBudget, apiKey: string) {
    this.#transport = transport;
    this.#budget = budget;
    this.#apiKey = apiKey;
  }

  /** Everything the provider sells, with the reseller's cost. */
  async services(): Promise<ProviderService[]> {
    const data = await this.#ask('routine', CATALOG_WAIT_MS, { method: 'GET', path: '/services' });
    return toServices(data);
  }

  /** Whose account the key opens. */
  async account(): Promise<{ userId: string; role: string }> {
    const data = await this.#ask('routine', CATALOG_WAIT_MS, { method: 'GET', path: '/user/me' });
    const account = wireAccountSchema.safeParse(data);
    if (!account.success) throw new ProviderUncertain('no account in the answer');
    return { userId: account.data.user_id, role: account.data.role };
  }

  /**
   * Places a dropship order. Sent at most once.
   * @param onSend awaited after a slot is taken and before the first byte goes out.
   */
  async createDropship(order: DropshipOrder, onSend: () => Promise<void>): Promise<CreatedOrder> {
    const request: ProviderRequest = {
      method: 'POST',
      path: '/order/create',
      body: {
        layanan: order.sid,
        target: order.target,
        selling_price: order.sellingPrice,
        customer_name: order.customerName,
        customer_phone: order.customerPhone,
      },
    };
    const data = await this.#ask('create', CREATE_WAIT_MS, request, onSend);
    const wire = wireCreatedSchema.safeParse(data);
    const created = wire.success ? toCreatedOrder(wire.data, order.sellingPrice, Date.now()) : null;
    if (!created) throw new ProviderUncertain('no order in the answer');
    return created;
  }

  /** Looks at one order. */
  async orderStatus(providerId: string, kind: 'watched' | 'routine'): Promise<SeenStatus> {
    const path = `/order/status?id=${encodeURIComponent(providerId)}`;
    const wire = wireStatusSchema.safeParse(await this.#ask(kind, 0, { method: 'GET', path }));
    if (!wire.success) throw new ProviderUncertain('no status in the answer');
    // Siblings have been seen to answer with another order's status (upstream behaviours 16).
    if (wire.data.id !== '' && wire.data.id.trim() !== providerId) {
      throw new ProviderUncertain("another order's status in the answer");
    }
    return toSeenStatus(wire.data);
  }

  async #ask(
    kind: RequestClass,
    waitMs: number,
    request: ProviderRequest,
    onSend?: () => Promise<void>,
  ): Promise<unknown> {
    return this.#budget.run(kind, waitMs, async () => {
      await onSend?.();
      return payloadOf(await this.#transport.send(request, this.#apiKey));
    });
  }
}

/** Opens an answer; a clear no becomes ProviderRefused, and whatever proves nothing ProviderUncertain. */
function payloadOf({ status, body }: ProviderAnswer): unknown {
  const json = looseJson(body);
  if (json === undefined) throw new ProviderUncertain(`HTTP ${status} without JSON`);
  // A server that breaks down or sends us elsewhere may say anything and have done it all the same.
  if (status >= 500 || (status >= 300 && status < 400)) throw new ProviderUncertain(`HTTP ${status}`);
  const opened = openEnvelope(json);
  if (opened.ok && status < 400) return opened.data;
  const message = opened.ok ? messageOf(json) : opened.message;
  if (isRateLimitText(message)) throw new ProviderBusy(DEFAULT_RETRY_AFTER_MS);
  const reason = classifyRefusal(message);
  throw new ProviderRefused(status === 401 && reason === 'unknown' ? 'key_wrong' : reason, message);
}
