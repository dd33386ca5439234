import type { Account } from './accounts.ts';
import type { Clock } from './clock.ts';
import { newOrderId, newReference } from './ids.ts';
import { type OrderRecord, type OrderState, orderStateAt } from './order.ts';
import { deliveryNote, outcomeOf, slowDeliverySeconds } from './outcome.ts';
import { openPayment, settlePayment } from './payment.ts';
import { Refusal } from './refusal.ts';
import type { Service } from './services/service.ts';
import type { Twist } from './twist.ts';

/** What the order book goes by. Seconds; the fee in percent of `harga`. */
export interface OrderRules {
  readonly deliverySeconds: number;
  readonly expirySeconds: number;
  readonly dropshipFeePercent: number;
}

/** An order as asked for. `target` is what the provider delivers to; `meterNumber` may be empty. */
export interface OrderRequest {
  readonly service: Service;
  readonly target: string;
  readonly meterNumber: string;
}

/** Dropship: the buyer pays `sellingPrice` (whole rupiah). */
export interface DropshipRequest extends OrderRequest {
  readonly sellingPrice: number;
  readonly customer: { readonly name: string; readonly phone: string };
}

/** All orders and the money that moves with them. */
export class OrderBook {
  readonly #rules: OrderRules;
  readonly #clock: Clock;
  readonly #byId = new Map<string, OrderRecord>();
  /** Orders whose end has not been booked to the account yet. */
  readonly #open = new Set<OrderRecord>();

  constructor(rules: OrderRules, clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
  }

  /** Mode A: takes the price from the balance at once. @throws Refusal */
  createFromBalance(account: Account, request: OrderRequest): OrderRecord {
    this.#check(account, request);
    const cost = request.service.harga;
    if (account.balance < cost) throw new Refusal('Saldo tidak mencukupi.');
    account.balance -= cost;
    const invoice = newReference('INV', this.#clock());
    const customer = { name: '', phone: '' };
    return this.#add(account, request, { invoice, cost, sellingPrice: null, payment: null, customer });
  }

  /**
   * Mode B: the buyer pays. The selling price is held against `harga`, as the documents word the rule, and
   * not against the cost with the dropship fee: so a fee can make a sale that loses money, as it can there.
   * @throws Refusal
   */
  createDropship(account: Account, request: DropshipRequest, twist: Twist = {}): OrderRecord {
    this.#check(account, request);
    const { service, sellingPrice, customer } = request;
    if (sellingPrice < service.harga) {
      throw new Refusal(`selling_price minimal ${service.harga} (harga reseller).`);
    }
    const { dropshipFeePercent = this.#rules.dropshipFeePercent } = twist;
    const cost = Math.round((service.harga * (100 + dropshipFeePercent)) / 100);
    const now = this.#clock();
    const invoice = newReference('INV', now);
    const payment = openPayment(sellingPrice, invoice, now + this.#rules.expirySeconds * 1000, twist);
    return this.#add(account, request, { invoice, cost, sellingPrice, payment, customer });
  }

  /** The account's order. @throws Refusal when there is none, or it is another account's */
  find(account: Account, id: string): OrderRecord {
    const order = this.#byId.get(id);
    if (order?.account !== account) throw new Refusal('Pesanan tidak ditemukan.');
    return order;
  }

  state(order: OrderRecord): OrderState {
    return orderStateAt(order, this.#clock());
  }

  /**
   * The buyer pays; a second payment changes nothing. One taken late is delivered like any other.
   * @throws Refusal when there is nothing to pay, or its time is over
   */
  pay(order: OrderRecord, acceptsLate: () => boolean): void {
    if (!order.payment) throw new Refusal('Tidak ada pembayaran untuk id ini.');
    if (order.payment.paidAt !== null) return;
    settlePayment(order.payment, this.#clock(), acceptsLate);
    this.#open.add(order);
  }

  /** Every order, oldest first. */
  all(): OrderRecord[] {
    return [...this.#byId.values()];
  }

  /**
   * Books what has ended since the last call, once each: a refund for a saldo order that failed, the
   * profit for a dropship order that succeeded. Call before any balance is read or spent.
   */
  settle(): void {
    for (const order of this.#open) {
      const { status } = this.state(order);
      if (status === 'Pending') continue;
      this.#open.delete(order);
      if (order.payment === null && status === 'Error') order.account.balance += order.cost;
      if (order.sellingPrice !== null && status === 'Success') {
        order.account.profit += order.sellingPrice - order.cost;
      }
    }
  }

  #check(account: Account, { service, target, meterNumber }: OrderRequest): void {
    this.settle();
    if (service.status !== 'Normal') throw new Refusal('Layanan sedang gangguan.');
    if (target === '') throw new Refusal('Target wajib diisi.');
    if (outcomeOf(target, meterNumber) === 'refused') throw new Refusal('Target tidak ditemukan.');
    for (const order of this.#open) {
      if (order.account === account && order.service.sid === service.sid && order.target === target) {
        throw new Refusal('Pesanan dengan layanan dan target yang sama masih pending.');
      }
    }
  }

  #add(
    account: Account,
    { service, target, meterNumber }: OrderRequest,
    terms: Pick<OrderRecord, 'invoice' | 'cost' | 'sellingPrice' | 'payment' | 'customer'>,
  ): OrderRecord {
    const outcome = outcomeOf(target, meterNumber);
    const { deliverySeconds } = this.#rules;
    const order: OrderRecord = {
      id: newOrderId(),
      account,
      service: { ...service },
      target,
      meterNumber,
      ...terms,
      createdAt: this.#clock(),
      deliveryMs:
        (outcome === 'slow' ? Math.max(slowDeliverySeconds, deliverySeconds) : deliverySeconds) * 1000,
      fails: outcome === 'failed',
      note: deliveryNote(service.tipe),
    };
    this.#byId.set(order.id, order);
    this.#open.add(order);
    return order;
  }
}
