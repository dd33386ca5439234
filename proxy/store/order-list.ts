import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { OrderStatus } from '../contract/order.ts';
import type { Store } from './open.ts';
import type { OrderRow } from './orders.ts';
import type { OrdersTable, Schema } from './schema.ts';

/** What a list is narrowed to. Times are epoch ms, the end excluded. */
export interface OrderFilter {
  /** The beginning of a code, a target, a phone number or the provider's invoice; each may be left out. */
  readonly search: OrderSearch | null;
  readonly statuses: readonly OrderStatus[] | null;
  /** Only those that failed or are uncertain and that the reseller has not dealt with yet. */
  readonly isUnresolved: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

/** Beginnings to look for; null where what was typed can be none. */
export type OrderSearch = Readonly<Record<'code' | 'target' | 'phone' | 'invoice', string | null>>;

/** Where a page ended. */
export interface OrderPlace {
  readonly createdAt: number;
  readonly id: string;
}

type OrderQuery = SelectQueryBuilder<Schema, 'orders', Selectable<OrdersTable>>;

const COLUMNS = {
  code: 'code',
  target: 'target',
  phone: 'customer_phone',
  invoice: 'provider_invoice',
} as const;
/** Nobody looks through more finds than these; a longer beginning finds the right one. */
const MOST_FOUND = 1_000;
/** As its index has it, to the letter. */
const UNRESOLVED = sql<boolean>`(CASE WHEN status IN ('failed', 'unconfirmed') AND resolved_at IS NULL THEN 1 END) = 1`;
/** Above every character that stands in what is searched for. */
const LAST = '\uffff';

/** The reseller's view of all orders: lists that stay quick however many there are, and his own remarks. */
export class OrderList {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The newest first, from where the page before ended. */
  async page(filter: OrderFilter, after: OrderPlace | null, most: number): Promise<OrderRow[]> {
    const isSearch = filter.search !== null;
    // What was found is little, and sorting it is cheap; the index by time would be gone through to its end instead.
    const time = isSearch ? sql<number>`created_at + 0` : sql<number>`created_at`;
    let query = this.#narrowed(this.#store.selectFrom('orders').selectAll(), filter);
    if (after) query = query.where(sql<boolean>`(${time}, id) < (${after.createdAt}, ${after.id})`);
    return query.orderBy(time, 'desc').orderBy('id', 'desc').limit(most).execute();
  }

  async find(code: string): Promise<OrderRow | null> {
    const query = this.#store.selectFrom('orders').selectAll().where('code', '=', code);
    return (await query.executeTakeFirst()) ?? null;
  }

  /** The reseller's own note on an order. */
  async note(id: string, note: string | null): Promise<void> {
    await this.#store.updateTable('orders').set({ reseller_note: note }).where('id', '=', id).execute();
  }

  /** How he has dealt with it, and when (epoch ms); null takes it back. */
  async resolve(id: string, resolution: OrderRow['resolution'], at: number): Promise<void> {
    const change = { resolution, resolved_at: resolution === null ? null : at };
    await this.#store.updateTable('orders').set(change).where('id', '=', id).execute();
  }

  #narrowed(query: OrderQuery, { search, statuses, isUnresolved, from, to }: OrderFilter): OrderQuery {
    let narrowed = query;
    if (search) narrowed = narrowed.where('id', 'in', this.#found(search));
    if (statuses) narrowed = narrowed.where('status', 'in', [...statuses]);
    if (isUnresolved) narrowed = narrowed.where(UNRESOLVED);
    if (from !== null) narrowed = narrowed.where('created_at', '>=', from);
    if (to !== null) narrowed = narrowed.where('created_at', '<', to);
    return narrowed;
  }

  /** Each beginning is looked up in an index of its own. */
  #found(search: OrderSearch) {
    const lookups = (Object.keys(COLUMNS) as Array<keyof typeof COLUMNS>).flatMap((kind) => {
      const beginning = search[kind];
      if (beginning === null) return [];
      const column = COLUMNS[kind];
      const rows = this.#store.selectFrom('orders').select('id').where(column, '>=', beginning);
      return [
        this.#store
          .selectFrom(
            rows
              .where(column, '<', beginning + LAST)
              .limit(MOST_FOUND)
              .as(kind),
          )
          .select('id'),
      ];
    });
    const nothing = this.#store.selectFrom('orders').select('id').where(sql<boolean>`1 = 0`);
    return lookups.reduce((all, one) => all.union(one), nothing);
  }
}
