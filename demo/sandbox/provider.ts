import { type Account, Accounts } from './accounts.ts';
import type { Clock } from './clock.ts';
import { type Deposit, DepositBook } from './deposits.ts';
import type { OrderRecord } from './order.ts';
import { OrderBook, type OrderRules } from './orders.ts';
import { Refusal } from './refusal.ts';
import { openCatalog } from './services/catalog.ts';
import type { Service } from './services/service.ts';

/** The rules of this provider and its ready-made reseller. Money in whole rupiah. */
export interface ProviderSettings extends OrderRules {
  readonly apiKey: string;
  readonly balance: number;
}

/** Sign-in of the ready-made reseller. */
export const readyAccount = { userId: 'toko_demo', password: 'rahasia' };

/** The provider without HTTP: accounts, price list, orders and deposits, all in memory. */
export class SandboxProvider {
  readonly clock: Clock;
  /** From payment to delivery, for targets that are not special. */
  readonly deliverySeconds: number;
  readonly accounts = new Accounts();
  readonly services: Service[];
  readonly orders: OrderBook;
  readonly deposits: DepositBook;
  /** The ready-made reseller. */
  readonly reseller: Account;

  /** @param services the first price list; copied, because the provider renumbers and reprices its own. */
  constructor(settings: ProviderSettings, clock: Clock, services: readonly Service[] = openCatalog()) {
    this.clock = clock;
    this.services = services.map((service) => ({ ...service }));
    this.deliverySeconds = settings.deliverySeconds;
    this.orders = new OrderBook(settings, clock);
    this.deposits = new DepositBook(settings.expirySeconds, clock);
    const { userId, password } = readyAccount;
    this.reseller = this.accounts.open(userId, password, settings.apiKey, settings.balance);
  }

  /** @throws Refusal when there is no such service */
  service(sid: string): Service {
    const service = this.services.find((candidate) => candidate.sid === sid);
    if (!service) throw new Refusal('Layanan tidak ditemukan.');
    return service;
  }

  /** Imports the price list anew: every row takes the sid of the row `by` places further on, round the end. */
  renumber(by: number): void {
    const sids = this.services.map(({ sid }) => sid);
    this.services.forEach((service, at) => {
      service.sid = sids.at((at + by) % sids.length) ?? service.sid;
    });
  }

  /**
   * The buyer's wallet pays the QR of a dropship order (by its id) or of a deposit (by its `DEP-` id).
   * @param acceptsLate asked when its time is over
   * @throws Refusal when there is nothing to pay, or its time is over
   */
  pay(id: string, acceptsLate: () => boolean = () => false): void {
    const deposit = this.deposits.all().find(({ orderId }) => orderId === id);
    if (deposit) {
      this.deposits.pay(deposit, acceptsLate);
      return;
    }
    const order = this.orders.all().find((candidate) => candidate.id === id);
    if (!order) throw new Refusal('Tidak ada pembayaran untuk id ini.');
    this.orders.pay(order, acceptsLate);
  }

  /** The order or deposit behind the unguessable part of a payment link, if there is one. */
  findByPaymentToken(token: string): OrderRecord | Deposit | undefined {
    return [...this.orders.all(), ...this.deposits.all()].find(({ payment }) => payment?.token === token);
  }
}
