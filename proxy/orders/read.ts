import type { Order } from '../contract/order.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';
import { presentOrder } from './present.ts';
import type { OrderTokens } from './tokens.ts';

/** How many seconds orders of a category usually take from paid to delivered; null while nobody can say. */
export type UsualSeconds = (categoryId: string) => number | null;

/** Opens orders by their token and shows them to their buyers. */
export class OrderReader {
  readonly #orders: OrderStore;
  readonly #tokens: OrderTokens;
  readonly #usualSeconds: UsualSeconds;

  constructor(orders: OrderStore, tokens: OrderTokens, usualSeconds: UsualSeconds = () => null) {
    this.#orders = orders;
    this.#tokens = tokens;
    this.#usualSeconds = usualSeconds;
  }

  /** The order a token opens. @throws ProblemError `not_found` when it opens none. */
  async open(token: string): Promise<OrderRow> {
    const id = this.#tokens.orderIdOf(token);
    const row = id === null ? null : await this.#orders.find(id);
    // What was sold from the balance is the reseller's own: no token opens it.
    if (row?.mode !== 'dropship') throw new ProblemError('not_found');
    return row;
  }

  /** The order as it is now. @param baseUrl how this buyer reaches the proxy. */
  async present(row: OrderRow, baseUrl: string): Promise<Order> {
    const events = await this.#orders.events(row.id);
    const token = this.#tokens.tokenFor(row.id);
    return presentOrder(row, events, token, baseUrl, row.version, this.#usualSeconds(row.category_id));
  }

  /**
   * Loads every version after `version`, to be shown as often as there are base URLs by which buyers came.
   * @returns a function of such a base URL that gives the versions, oldest first, each as it was seen then.
   */
  async versionsAfter(orderId: string, version: number): Promise<(baseUrl: string) => Order[]> {
    const row = await this.#orders.find(orderId);
    if (!row || row.version <= version) return () => [];
    const events = await this.#orders.events(orderId);
    const token = this.#tokens.tokenFor(orderId);
    const usual = this.#usualSeconds(row.category_id);
    return (baseUrl) =>
      events
        .filter((event) => event.version > version && event.version <= row.version)
        .map((event) => presentOrder(row, events, token, baseUrl, event.version, usual));
  }
}
