import type { Account } from './accounts.ts';
import type { Clock } from './clock.ts';
import { newReference } from './ids.ts';
import { openPayment, type Payment, type PaymentStatus, paymentStateAt, settlePayment } from './payment.ts';
import { Refusal } from './refusal.ts';
import type { Twist } from './twist.ts';

/** The usual bounds of one QRIS payment, in whole rupiah: the network's limit is Rp 10,000,000. */
const smallest = 1_000;
const largest = 10_000_000;

/** A top-up of a reseller's balance. `amount` reaches the balance; `payment.amount` holds the fee as well. */
export interface Deposit {
  readonly orderId: string;
  readonly account: Account;
  readonly amount: number;
  readonly payment: Payment;
  readonly createdAt: number;
}

/** All deposits. */
export class DepositBook {
  readonly #expirySeconds: number;
  readonly #clock: Clock;
  readonly #byId = new Map<string, Deposit>();

  constructor(expirySeconds: number, clock: Clock) {
    this.#expirySeconds = expirySeconds;
    this.#clock = clock;
  }

  /** @param amount whole rupiah @param fee whole rupiah the payer adds @throws Refusal when out of bounds */
  create(account: Account, amount: number, fee: number, twist: Twist = {}): Deposit {
    if (amount < smallest || amount + fee > largest) {
      throw new Refusal(`Nominal deposit ${smallest} sampai ${largest}.`);
    }
    const createdAt = this.#clock();
    const orderId = newReference('DEP', createdAt);
    const payment = openPayment(amount + fee, orderId, createdAt + this.#expirySeconds * 1000, twist);
    const deposit: Deposit = { orderId, account, amount, payment, createdAt };
    this.#byId.set(orderId, deposit);
    return deposit;
  }

  /** The account's deposit. @throws Refusal when there is none, or it is another account's */
  find(account: Account, orderId: string): Deposit {
    const deposit = this.#byId.get(orderId);
    if (deposit?.account !== account) throw new Refusal('Deposit tidak ditemukan.');
    return deposit;
  }

  state(deposit: Deposit): PaymentStatus {
    return paymentStateAt(deposit.payment, this.#clock());
  }

  /** Credits the balance; a second payment changes nothing. @throws Refusal when expired, unless taken late */
  pay(deposit: Deposit, acceptsLate: () => boolean): void {
    if (deposit.payment.paidAt !== null) return;
    settlePayment(deposit.payment, this.#clock(), acceptsLate);
    deposit.account.balance += deposit.amount;
  }

  /** Every deposit, oldest first. */
  all(): Deposit[] {
    return [...this.#byId.values()];
  }
}
