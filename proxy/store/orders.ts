import type { Insertable, Selectable } from 'kysely';
import type { OrderStatus } from '../contract/order.ts';
import type { Store } from './open.ts';
import type { OrderEventsTable, OrdersTable } from './schema.ts';

/** An order as stored, with everything the public must not see. */
export type OrderRow = Selectable<OrdersTable>;
/** One version of an order. */
export type OrderEvent = Selectable<OrderEventsTable>;
/** What tracking keeps in mind of an order. */
export type OrderBrief = Pick<
  OrderRow,
  'id' | 'code' | 'provider_id' | 'status' | 'category_id' | 'updated_at' | 'note' | 'follow_ups'
>;
/** What a new order needs; the rest starts empty. */
export type NewOrder = Pick<
  Insertable<OrdersTable>,
  | 'id'
  | 'code'
  | 'idempotency_key'
  | 'open_key'
  | 'request_hash'
  | 'sid'
  | 'ref'
  | 'service_name'
  | 'category_id'
  | 'category_name'
  | 'type'
  | 'target_fields'
  | 'target'
  | 'customer_name'
  | 'customer_phone'
  | 'price'
  | 'listed_cost'
> &
  Partial<Pick<Insertable<OrdersTable>, 'mode'>>;
/** The columns a change of version may write along with the status. */
export type OrderPatch = Partial<
  Omit<
    OrderRow,
    'id' | 'code' | 'status' | 'status_at' | 'version' | 'request_hash' | 'created_at' | 'updated_at'
  >
>;
/** What the provider answered to a create. */
export type ProviderAnswerPatch = Pick<
  OrderPatch,
  | 'provider_id'
  | 'provider_invoice'
  | 'cost'
  | 'profit'
  | 'amount'
  | 'qr_source'
  | 'expires_at'
  | 'invoice_url'
>;

/** The idempotency key is taken by another order. */
export class KeyTaken extends Error {}

/** Another order for the same service and target is still open. */
export class AlreadyOpen extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`order ${code} is open for the same service and target`);
    this.code = code;
  }
}

/** States in which an order stands in the way of another for the same service and target. */
function isOpen(status: OrderStatus): boolean {
  return status === 'placing' || status === 'awaiting_payment' || status === 'processing';
}

/** Orders and their versions. Every method is one transaction: when its promise resolves it is on disk. */
export class OrderStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Stores the order as version 1, `placing`, before the first byte of it goes to the provider: from now on it may
   * exist there.
   * @throws KeyTaken when the idempotency key is in use; AlreadyOpen when its `open_key` is.
   */
  async insert(order: NewOrder, at: number): Promise<OrderRow> {
    return this.#store.transaction().execute(async (trx) => {
      const inserted = await trx
        .insertInto('orders')
        .values({ ...order, status: 'placing', version: 1, created_at: at, status_at: at, updated_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!inserted) {
        const standing = await trx
          .selectFrom('orders')
          .select(['code', 'idempotency_key'])
          .where(({ or, eb }) =>
            or([
              eb('idempotency_key', '=', order.idempotency_key ?? null),
              eb('open_key', '=', order.open_key ?? null),
            ]),
          )
          .execute();
        const sameKey = standing.some((other) => other.idempotency_key === order.idempotency_key);
        throw sameKey ? new KeyTaken() : new AlreadyOpen(standing[0]?.code ?? '');
      }
      await trx
        .insertInto('order_events')
        .values({ order_id: order.id, version: 1, status: 'placing', at })
        .execute();
      return inserted;
    });
  }

  /** Keeps the provider's answer, before anything is made of it: from now on the order is not lost there. */
  async recordAnswer(id: string, answer: ProviderAnswerPatch): Promise<OrderRow> {
    return this.#store
      .updateTable('orders')
      .set(answer)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Counts a look after the end, which is no new version. */
  async countFollowUp(id: string, followUps: number): Promise<void> {
    await this.#store.updateTable('orders').set({ follow_ups: followUps }).where('id', '=', id).execute();
  }

  /**
   * Moves an order from `version` to the next, if nobody else has done so meanwhile.
   * @returns the order as it is now, or null when `version` is no longer the current one.
   */
  async change(
    id: string,
    version: number,
    status: OrderStatus,
    patch: OrderPatch,
    at: number,
  ): Promise<OrderRow | null> {
    return this.#store.transaction().execute(async (trx) => {
      const row = await trx
        .updateTable('orders')
        .set((eb) => ({
          ...patch,
          ...(isOpen(status) ? {} : { open_key: null }),
          status,
          status_at: eb.case().when('status', '=', status).then(eb.ref('status_at')).else(eb.val(at)).end(),
          version: version + 1,
          updated_at: at,
        }))
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const { payment_status, note, reason } = row;
      await trx
        .insertInto('order_events')
        .values({ order_id: id, version: row.version, status, payment_status, note, reason, at })
        .execute();
      return row;
    });
  }

  async find(id: string): Promise<OrderRow | null> {
    return (
      (await this.#store.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    );
  }

  async findByKey(idempotencyKey: string): Promise<OrderRow | null> {
    const query = this.#store.selectFrom('orders').selectAll();
    return (await query.where('idempotency_key', '=', idempotencyKey).executeTakeFirst()) ?? null;
  }

  /** The code of the order for the same service and target that stands in this one's way; null when none does. */
  async codeInTheWay(order: Pick<NewOrder, 'open_key' | 'idempotency_key'>): Promise<string | null> {
    const query = this.#store.selectFrom('orders').select(['code', 'idempotency_key']);
    const open = await query.where('open_key', '=', order.open_key ?? null).executeTakeFirst();
    return open && open.idempotency_key !== order.idempotency_key ? open.code : null;
  }

  /** A sale of the same from the balance whose answer got lost, and which the reseller has not dealt with. */
  async uncertainSale(sid: string, target: string): Promise<OrderRow | null> {
    const query = this.#store
      .selectFrom('orders')
      .selectAll()
      .where('target', '=', target)
      .where('sid', '=', sid)
      .where('mode', '=', 'saldo')
      .where('status', '=', 'unconfirmed')
      .where('resolved_at', 'is', null);
    return (await query.orderBy('created_at', 'desc').executeTakeFirst()) ?? null;
  }

  /** All versions of an order, oldest first. */
  async events(id: string): Promise<OrderEvent[]> {
    return this.#store
      .selectFrom('order_events')
      .selectAll()
      .where('order_id', '=', id)
      .orderBy('version')
      .execute();
  }

  /** Orders in any of these states that changed at or after `since` (epoch ms), oldest first. */
  async withStatus(statuses: readonly OrderStatus[], since = 0): Promise<OrderRow[]> {
    return this.#changedSince(statuses, since).selectAll().execute();
  }

  /** The same, but little of each: there may be tens of thousands. */
  async briefsWithStatus(statuses: readonly OrderStatus[], since = 0): Promise<OrderBrief[]> {
    return this.#changedSince(statuses, since)
      .select(['id', 'code', 'provider_id', 'status', 'category_id', 'updated_at', 'note', 'follow_ups'])
      .execute();
  }

  #changedSince(statuses: readonly OrderStatus[], since: number) {
    const orders = this.#store.selectFrom('orders').where('updated_at', '>=', since);
    return orders.where('status', 'in', [...statuses]).orderBy('updated_at');
  }

  /** When an order last changed (epoch ms); null: there is none. */
  async lastChange(): Promise<number | null> {
    const query = this.#store.selectFrom('orders').select(({ fn }) => fn.max('updated_at').as('at'));
    return (await query.executeTakeFirst())?.at ?? null;
  }

  /** How many orders are in each state, for the metrics. */
  async countByStatus(): Promise<ReadonlyMap<OrderStatus, number>> {
    const rows = await this.#store
      .selectFrom('orders')
      .select(({ fn }) => ['status', fn.countAll().as('count')])
      .groupBy('status')
      .execute();
    return new Map(rows.map((row) => [row.status, Number(row.count)]));
  }
}
