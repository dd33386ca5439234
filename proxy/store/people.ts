import type { OrderStatus } from '../contract/order.ts';
import type { Store } from './open.ts';
import type { OrderRow } from './orders.ts';

const ENDED: OrderStatus[] = ['succeeded', 'failed', 'expired', 'rejected', 'unconfirmed'];

/** Who buys, as far as it can be found and forgotten. */
export class PeopleStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** A buyer's orders, the newest first. */
  async ordersOf(phone: string): Promise<OrderRow[]> {
    const query = this.#store.selectFrom('orders').selectAll().where('customer_phone', '=', phone);
    return query.orderBy('created_at', 'desc').execute();
  }

  /** Forgets the people of a buyer's ended orders. @returns how many those were. */
  async forget(phone: string): Promise<number> {
    const rows = await this.#store
      .selectFrom('orders')
      .select('id')
      .where('customer_phone', '=', phone)
      .where('status', 'in', ENDED)
      .execute();
    return this.#erase(rows.map(({ id }) => id));
  }

  /**
   * Forgets the people of orders that ended before then (epoch ms), some of them.
   * @returns how many; less than `most` when there are no more.
   */
  async forgetBefore(before: number, most: number): Promise<number> {
    const rows = await this.#store
      .selectFrom('orders')
      .select('id')
      .where('status', 'in', ENDED)
      .where('updated_at', '<', before)
      .where('target', '!=', '')
      .limit(most)
      .execute();
    return this.#erase(rows.map(({ id }) => id));
  }

  /**
   * Name, number and target go, and whatever may repeat them: the serial number of a PLN token names its owner, the
   * provider's words may name anything. What was sold, when and for how much stays.
   */
  async #erase(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    await this.#store.transaction().execute(async (trx) => {
      await trx
        .updateTable('orders')
        .set({
          customer_name: '',
          customer_phone: '',
          target: '',
          target_fields: '{}',
          note: null,
          provider_text: null,
          reseller_note: null,
          qr_source: null,
          qr_payload: null,
          invoice_url: null,
        })
        .where('id', 'in', [...ids])
        .execute();
      await trx
        .updateTable('order_events')
        .set({ note: null })
        .where('order_id', 'in', [...ids])
        .execute();
      await trx
        .deleteFrom('qr_images')
        .where('order_id', 'in', [...ids])
        .execute();
    });
    return ids.length;
  }
}
