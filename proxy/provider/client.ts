import type { z } from 'zod';
import type { ProviderAsk, Urgency } from './ask.ts';
import { ProviderUncertain } from './errors.ts';
import {
  type Account,
  type BalanceOrder,
  type CreatedOrder,
  type Deposit,
  type DepositState,
  type ProviderService,
  type SeenStatus,
  toAccount,
  toBalanceOrder,
  toCreatedOrder,
  toDeposit,
  toDepositHistory,
  toDepositState,
  toSeenStatus,
  toServices,
} from './mapping.ts';
import {
  isRecord,
  wireAccountSchema,
  wireCreatedSchema,
  wireDepositSchema,
  wireDepositStateSchema,
  wireKeySchema,
  wireStatusSchema,
} from './wire.ts';

/** A dropship order to be placed: the buyer pays `sellingPrice` (whole rupiah) by QRIS. */
export interface DropshipOrder {
  readonly sid: string;
  readonly target: string;
  readonly sellingPrice: number;
  readonly customerName: string;
  readonly customerPhone: string;
}

/** A buyer's create waits this long for a slot before he is told to come back. */
const CREATE: Urgency = { kind: 'create', waitMs: 5_000 };
/** The reseller at his console waits as long. */
const CONSOLE: Urgency = { kind: 'console', waitMs: 5_000 };
/** The catalogue can wait for its turn a little: nobody stands at the counter for it. */
const CATALOG: Urgency = { kind: 'routine', waitMs: 2_000 };

/**
 * ZulTopup's API in our words. Every call takes a slot of the request budget and is sent once; none is
 * repeated here. All methods throw ProviderRefused, ProviderBusy, ProviderUnavailable or
 * ProviderUncertain, nothing else. Money is whole rupiah, times are epoch milliseconds.
 */
export class ProviderClient {
  readonly #ask: Pick<ProviderAsk, 'ask'>;
  /** What was made of an answer that may come again as the same object. */
  readonly #lists = new WeakMap<object, readonly ProviderService[]>();

  constructor(ask: Pick<ProviderAsk, 'ask'>) {
    this.#ask = ask;
  }

  /** Whose account the key opens, and its balance. */
  async account(): Promise<Account> {
    const data = await this.#ask.ask({ method: 'GET', path: '/user/me' }, CONSOLE);
    return toAccount(read(wireAccountSchema, data, 'account'));
  }

  /** Has the provider make a new key; the old one is void from then on. */
  async regenerateKey(): Promise<string> {
    const data = await this.#ask.ask({ method: 'POST', path: '/user/regenerate-key' }, CONSOLE);
    return read(wireKeySchema, data, 'key').api_key;
  }

  /** What the provider sells, with the reseller's cost; the same array as long as nothing changes. @param type only this kind, such as "Games". */
  async services(type?: string): Promise<readonly ProviderService[]> {
    const query = type === undefined ? '' : `?tipe=${encodeURIComponent(type)}`;
    const data = await this.#ask.ask({ method: 'GET', path: `/services${query}` }, CATALOG);
    const services = (isRecord(data) && this.#lists.get(data)) || toServices(data);
    if (isRecord(data)) this.#lists.set(data, services);
    return services;
  }

  /**
   * Places a dropship order.
   * @param onSend awaited after a slot is taken and before the first byte goes out.
   */
  async createDropship(order: DropshipOrder, onSend: () => Promise<void>): Promise<CreatedOrder> {
    const body = {
      layanan: order.sid,
      target: order.target,
      selling_price: order.sellingPrice,
      customer_name: order.customerName,
      customer_phone: order.customerPhone,
    };
    const data = await this.#ask.ask({ method: 'POST', path: '/order/create', body }, CREATE, onSend);
    const wire = read(wireCreatedSchema, data, 'order');
    return toCreatedOrder(wire, order.sellingPrice, Date.now()) ?? missing('order');
  }

  /** Places an order paid from the reseller's balance. @param onSend as for `createDropship`. */
  async createFromBalance(
    order: { readonly sid: string; readonly target: string; readonly meterNumber: string | null },
    onSend: () => Promise<void>,
  ): Promise<BalanceOrder> {
    const meter = order.meterNumber === null ? {} : { nometer: order.meterNumber };
    const body = { layanan: order.sid, target: order.target, ...meter };
    const data = await this.#ask.ask({ method: 'POST', path: '/order/create', body }, CONSOLE, onSend);
    return toBalanceOrder(read(wireCreatedSchema, data, 'order')) ?? missing('order');
  }

  /** Looks at one order. @param kind whose request this is. @param onSend called when it has a slot. */
  async orderStatus(
    providerId: string,
    kind: 'signal' | 'routine' | 'spare',
    onSend?: () => void,
  ): Promise<SeenStatus> {
    const path = `/order/status?id=${encodeURIComponent(providerId)}`;
    const data = await this.#ask.ask({ method: 'GET', path }, now(kind), onSend);
    // An empty status means pending; none at all means that this is no status answer.
    if (!isRecord(data) || !('status' in data)) missing('status');
    const wire = read(wireStatusSchema, data, 'status');
    // Siblings have been seen to answer with another order's status (upstream behaviours 16).
    if (wire.id !== '' && wire.id.trim() !== providerId)
      throw new ProviderUncertain("another order's status");
    return toSeenStatus(wire);
  }

  /** Asks for a QR to top up the reseller's balance by `amount`; `fee` as the provider defines it. */
  async createDeposit(amount: number, fee = 0): Promise<Deposit> {
    const request = { method: 'POST', path: '/payment/deposit', body: { amount, fee } } as const;
    const wire = read(wireDepositSchema, await this.#ask.ask(request, CONSOLE), 'deposit');
    return toDeposit(wire, amount, Date.now()) ?? missing('deposit');
  }

  async depositState(depositId: string): Promise<DepositState> {
    const path = `/payment/status/${encodeURIComponent(depositId)}`;
    const wire = read(
      wireDepositStateSchema,
      await this.#ask.ask({ method: 'GET', path }, CONSOLE),
      'deposit',
    );
    if (wire.orderId !== '' && wire.orderId !== depositId)
      throw new ProviderUncertain("another deposit's status");
    return toDepositState({ ...wire, orderId: depositId });
  }

  /** Past deposits, as the provider lists them. */
  async depositHistory(): Promise<DepositState[]> {
    return toDepositHistory(await this.#ask.ask({ method: 'GET', path: '/payment/history' }, CONSOLE));
  }
}

/** The provider allows 5 to 10 sign-ins a minute ("Catatan Penting"); the lower figure is the safe one. */
export const SIGN_INS_PER_MINUTE = 5;

/**
 * The two requests that are made without a key, under a small budget of their own: one of
 * `SIGN_INS_PER_MINUTE` slots. Errors as `ProviderClient`.
 */
export class ProviderSignIn {
  readonly #ask: Pick<ProviderAsk, 'ask'>;

  constructor(ask: Pick<ProviderAsk, 'ask'>) {
    this.#ask = ask;
  }

  /** Registers a reseller. @returns the account's API key. */
  async register(account: {
    readonly username: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<string> {
    const request = { method: 'POST', path: '/auth/register', body: { ...account } } as const;
    return read(wireKeySchema, await this.#ask.ask(request, CONSOLE), 'key').api_key;
  }

  /** @returns the account's API key. */
  async login(userId: string, password: string): Promise<string> {
    const request = { method: 'POST', path: '/auth/login', body: { user_id: userId, password } } as const;
    return read(wireKeySchema, await this.#ask.ask(request, CONSOLE), 'key').api_key;
  }
}

function now(kind: 'signal' | 'routine' | 'spare'): Urgency {
  return { kind, waitMs: 0 };
}

function read<T extends z.ZodType>(schema: T, data: unknown, what: string): z.output<T> {
  const parsed = schema.safeParse(data);
  return parsed.success ? parsed.data : missing(what);
}

function missing(what: string): never {
  throw new ProviderUncertain(`no ${what} in the answer`);
}
