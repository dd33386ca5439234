import type { Order } from '../contract/order.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';
import { presentOrder } from './present.ts';
import type { OrderTokens } from './tokens.ts';

/** Opens orders by their token and shows them to their buyers. */
export class OrderReader {
  readonly #orders: OrderStore;
  readonly #tokens: OrderTokens;

  constructor(orders: OrderStore, tokens: OrderTokens) {
    this.#orders = orders;
    this.#tokens = tokens;
  }

  /** The order a token opens. @throws ProblemError `not_found` when it opens none. */
  async open(token: string): Promise<OrderRow> {
    const id = this.#tokens.orderIdOf(token);
    const row = id === null ? null : await this.#orders.find(id);
    if (!row) throw new ProblemError('not_found');
    return row;
  }

  /** The order as it is now. @param baseUrl how this buyer reaches the proxy. */
  async present(row: OrderRow, baseUrl: string): Promise<Order> {
    return presentOrder(row, await this.#orders.events(row.id), this.#tokens.tokenFor(row.id), baseUrl);
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
    return (baseUrl) =>
      events
        .filter((event) => event.version > version && event.version <= row.version)
        .map((event) => presentOrder(row, events, token, baseUrl, event.version));
  }
}
