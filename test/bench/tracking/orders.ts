import type { SeenStatus } from '../../../proxy/provider/mapping.ts';
import type { OrderRow } from '../../../proxy/store/orders.ts';
import type { SimulatedOrder, Workload } from './workload.ts';

/** When something happened at the provider and when the tracker saw it; seconds from the start. */
export interface Detection {
  readonly kind: 'paid' | 'delivered';
  readonly happenedAt: number;
  readonly seenAt: number;
}

/** What the provider says of an order at a time (seconds from the start). */
export function seenAt(order: SimulatedOrder, workload: Workload, now: number): SeenStatus {
  const paidAt = order.placedAt + order.paysAfter;
  const none = { note: null, raw: '' };
  if (now >= paidAt + order.deliveredAfter)
    return { ...none, delivery: 'success', payment: 'settlement', note: 'SN' };
  if (now >= paidAt) return { ...none, delivery: 'pending', payment: 'settlement' };
  const isExpired = now >= order.placedAt + workload.expiresAfter;
  return { ...none, delivery: isExpired ? 'failed' : 'pending', payment: isExpired ? 'expired' : 'pending' };
}

/** The orders of a workload in memory, in the shape in which the tracker asks for them. */
export class Orders {
  readonly #workload: Workload;
  readonly #start: number;
  readonly #rows = new Map<string, OrderRow>();
  readonly #detected: Detection[] = [];

  constructor(workload: Workload, start: number) {
    this.#workload = workload;
    this.#start = start;
  }

  simulated(id: string): SimulatedOrder {
    const order = this.#workload.orders[Number(id)];
    if (!order) throw new Error(`no simulated order ${id}`);
    return order;
  }

  /** Whether the buyer has the page in sight: all the time, or until he leaves for his wallet and once he is back. */
  isWatched(id: string, now: number): boolean {
    const order = this.simulated(id);
    if (order.watching) return true;
    return now >= order.placedAt + order.paysAfter + order.returnsAfter;
  }

  /** The order has its QR. Under workload (a) it is paid in the same instant. */
  place(index: number, now: number): OrderRow {
    const order = this.simulated(String(index));
    const row = {
      id: String(index),
      code: String(index),
      provider_id: String(index),
      category_id: order.group,
      status: order.paysAfter === 0 ? 'processing' : 'awaiting_payment',
      version: 2,
      note: null,
      follow_ups: 3,
      expires_at:
        this.#workload.expiresAfter === Number.POSITIVE_INFINITY
          ? null
          : now + this.#workload.expiresAfter * 1000,
      updated_at: now,
    } as unknown as OrderRow;
    this.#rows.set(row.id, row);
    return row;
  }

  async find(id: string): Promise<OrderRow | null> {
    return this.#rows.get(id) ?? null;
  }

  async briefsWithStatus(): Promise<OrderRow[]> {
    return [];
  }

  async countFollowUp(): Promise<void> {}

  /** Writes a version, and notes when what it tells really happened. */
  async change(
    id: string,
    version: number,
    status: OrderRow['status'],
    patch: Partial<OrderRow>,
    at: number,
  ): Promise<OrderRow> {
    const row = {
      ...(this.#rows.get(id) as OrderRow),
      ...patch,
      status,
      version: version + 1,
      updated_at: at,
    };
    this.#rows.set(id, row);
    const { placedAt, paysAfter, deliveredAfter } = this.simulated(id);
    const seen = (at - this.#start) / 1000;
    if (status === 'processing') {
      this.#detected.push({ kind: 'paid', happenedAt: placedAt + paysAfter, seenAt: seen });
    }
    if (status === 'succeeded') {
      this.#detected.push({
        kind: 'delivered',
        happenedAt: placedAt + paysAfter + deliveredAfter,
        seenAt: seen,
      });
    }
    return row;
  }

  detected(): readonly Detection[] {
    return this.#detected;
  }
}
