import { ProblemError } from '../contract/problem-error.ts';
import { ProviderBusy, ProviderRefused, ProviderUnavailable } from '../provider/errors.ts';
import {
  AlreadyOpen,
  KeyTaken,
  type NewOrder,
  type OrderRow,
  type OrderStore,
  type ProviderAnswerPatch,
} from '../store/orders.ts';
import type { OrderSettling } from './settle.ts';

/** What sending needs. */
export interface SendParts {
  readonly orders: Pick<OrderStore, 'codeInTheWay' | 'insert' | 'find'>;
  readonly settling: Pick<OrderSettling, 'settle' | 'closeUnsent' | 'giveUp'>;
}

/** One way of creating an order at the provider, and what its clear no means. */
export interface Creation {
  /** @param onSend awaited when the request has its slot, before its first byte goes out. */
  create(onSend: () => Promise<void>): Promise<ProviderAnswerPatch>;
  /** The order after a clear no, or a ProblemError that tells it. */
  refused(order: OrderRow, refusal: ProviderRefused): Promise<OrderRow>;
}

const UNREACHABLE_RETRY_MS = 5_000;
const SAME_ORDER_RETRY_MS = 2_000;

/**
 * Sends an order to the provider, once. It is stored when its request has a slot, so that what waits for one in vain
 * leaves nothing behind, and before the first byte goes out, so that nothing can be at the provider that is not on
 * the disk.
 * @returns the order as stored, whatever became of it.
 * @throws ProblemError `duplicate_order`, `provider_busy` or `provider_unavailable` when certainly nothing was sent;
 * whatever `refused` throws; the store's own error when it could not be stored, and so was not sent.
 */
export async function sendOrder(parts: SendParts, wish: NewOrder, creation: Creation): Promise<OrderRow> {
  const inTheWay = await parts.orders.codeInTheWay(wish);
  if (inTheWay !== null) throw new ProblemError('duplicate_order', { orderCode: inTheWay });
  const sent: { order?: OrderRow } = {};
  try {
    const answer = await creation.create(async () => {
      sent.order = await insert(parts.orders, wish);
    });
    if (!sent.order) throw new Error(`order ${wish.code} was answered and never stored`);
    return await parts.settling.settle(sent.order, answer);
  } catch (error) {
    return await afterFailure(parts, sent.order, creation, error);
  }
}

async function afterFailure(
  { orders, settling }: SendParts,
  order: OrderRow | undefined,
  creation: Creation,
  error: unknown,
): Promise<OrderRow> {
  if (error instanceof ProviderBusy || error instanceof ProviderUnavailable) {
    if (order) await settling.closeUnsent(order);
    throw error instanceof ProviderBusy
      ? new ProblemError('provider_busy', { retryAfterMs: error.retryAfterMs })
      : new ProblemError('provider_unavailable', { retryAfterMs: UNREACHABLE_RETRY_MS });
  }
  if (!order) throw error;
  if (error instanceof ProviderRefused) return creation.refused(order, error);
  // Read again for what is known of it by now.
  const now = (await orders.find(order.id)) ?? order;
  return now.status === 'placing' && now.provider_id === null ? settling.giveUp(now) : now;
}

async function insert(orders: SendParts['orders'], wish: NewOrder): Promise<OrderRow> {
  try {
    return await orders.insert(wish, Date.now());
  } catch (error) {
    // Somebody else was quicker while this one waited for its slot.
    if (error instanceof AlreadyOpen) throw new ProblemError('duplicate_order', { orderCode: error.code });
    // Another process on the same database is placing this very order; its answer will be there soon.
    if (error instanceof KeyTaken) {
      throw new ProblemError('provider_busy', { retryAfterMs: SAME_ORDER_RETRY_MS });
    }
    throw error;
  }
}
