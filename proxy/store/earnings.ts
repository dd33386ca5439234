import { sql } from 'kysely';
import type { OrderStatus } from '../contract/order.ts';
import type { Store } from './open.ts';

/** Sums of orders; whole rupiah. */
export interface Sums {
  readonly orders: number;
  readonly sales: number;
  readonly profit: number;
}

/** The sums of one category on one day; days are counted since 1970 in the provider's zone. */
export interface DaySums extends Sums {
  readonly day: number;
  readonly category: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** WIB, UTC+7 all year. */
const ZONE_MS = 7 * 60 * 60_000;
/** As the provider says it; where it said nothing, from the listed cost. */
const PROFIT = sql<number>`coalesce(profit, price - coalesce(cost, listed_cost))`;

/** What the shop has earned, summed up by the database. */
export class EarningsStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Orders that came to this state from `from` on and before `to` (epoch ms), by day and category. */
  async byDay(status: OrderStatus, from: number, to: number): Promise<DaySums[]> {
    const day = sql<number>`(status_at + ${sql.lit(ZONE_MS)}) / ${sql.lit(DAY_MS)}`;
    const rows = await this.#store
      .selectFrom('orders')
      .select(({ fn }) => [
        day.as('day'),
        'category_name as category',
        fn.countAll().as('orders'),
        fn.sum('price').as('sales'),
        fn.sum(PROFIT).as('profit'),
      ])
      .where('status', '=', status)
      .where('status_at', '>=', from)
      .where('status_at', '<', to)
      .groupBy([day, 'category_name'])
      .execute();
    return rows.map((row) => ({ ...whole(row), day: Number(row.day), category: row.category }));
  }

  /** All orders in this state now. */
  async of(status: OrderStatus): Promise<Sums> {
    const row = await this.#store
      .selectFrom('orders')
      .select(({ fn }) => [
        fn.countAll().as('orders'),
        fn.sum('price').as('sales'),
        fn.sum(PROFIT).as('profit'),
      ])
      .where('status', '=', status)
      .executeTakeFirstOrThrow();
    return whole(row);
  }
}

/** Postgres gives sums as text, and both give null for the sum of nothing. */
function whole(row: { orders: unknown; sales: unknown; profit: unknown }): Sums {
  return { orders: Number(row.orders), sales: Number(row.sales ?? 0), profit: Number(row.profit ?? 0) };
}
