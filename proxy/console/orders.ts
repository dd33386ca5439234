import type {
  ConsoleOrder,
  ConsoleOrderDetail,
  ConsoleOrderPage,
  consoleOrderFilterSchema,
} from '../contract/console-orders.ts';
import type { Checked } from '../contract/input.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { OrderFilter, OrderList, OrderPlace, OrderSearch } from '../store/order-list.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';

/** What the reseller's view of the orders needs. */
export interface ConsoleOrdersParts {
  readonly list: OrderList;
  readonly orders: Pick<OrderStore, 'events'>;
  readonly tracker: { lookSoon(orderId: string): void };
}

type Filter = Checked<typeof consoleOrderFilterSchema>;

const PAGE = 30;
/** An export reads so many at a time: a few hundred kilobytes, whatever the shop has sold. */
const EXPORT_PAGE = 500;
/** States in which a person must decide what to do. */
const RESOLVABLE: readonly OrderRow['status'][] = ['unconfirmed', 'failed'];
const DAY_MS = 24 * 60 * 60_000;
/** Shorter beginnings fit half the shop. */
const LEAST = { code: 2, target: 4, phone: 6, invoice: 4 } as const;

/** The reseller's view of the shop's orders. */
export class ConsoleOrders {
  readonly #parts: ConsoleOrdersParts;

  constructor(parts: ConsoleOrdersParts) {
    this.#parts = parts;
  }

  /** A page of the list, the newest first. @param after `next` of the page before. */
  async page(filter: Filter, after: string | undefined): Promise<ConsoleOrderPage> {
    const rows = await this.#parts.list.page(filterOf(filter), placeOf(after), PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const next = rows.length > PAGE && last ? `${last.created_at}.${last.id}` : null;
    return { orders: shown.map(summaryOf), next };
  }

  /** All orders of a filter, the newest first, read in small parts. */
  async *all(filter: Filter): AsyncGenerator<readonly OrderRow[]> {
    let after: OrderPlace | null = null;
    for (;;) {
      const rows: OrderRow[] = await this.#parts.list.page(filterOf(filter), after, EXPORT_PAGE);
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < EXPORT_PAGE) return;
      after = { createdAt: last.created_at, id: last.id };
    }
  }

  /** Everything about one order. @throws ProblemError `not_found` */
  async show(code: string): Promise<ConsoleOrderDetail> {
    const row = await this.#find(code);
    const events = await this.#parts.orders.events(row.id);
    return {
      ...summaryOf(row),
      cost: row.cost,
      amount: row.amount,
      note: row.note,
      reason: row.reason,
      invoice: row.provider_invoice,
      providerText: row.provider_text,
      resellerNote: row.reseller_note,
      resolvedAt: row.resolved_at === null ? null : iso(row.resolved_at),
      timeline: events.map(({ status, note, reason, at }) => ({ status, note, reason, at: iso(at) })),
    };
  }

  /** Has the order looked at next. @throws ProblemError `not_found` */
  async lookSoon(code: string): Promise<void> {
    this.#parts.tracker.lookSoon((await this.#find(code)).id);
  }

  /** Keeps the reseller's note. @throws ProblemError `not_found` */
  async note(code: string, note: string): Promise<void> {
    await this.#parts.list.note((await this.#find(code)).id, note === '' ? null : note);
  }

  /**
   * Notes how the reseller has dealt with an order that is uncertain or has failed. Its status stays what the provider
   * said: what a person did about it is another thing, and may be taken back.
   * @throws ProblemError `not_found`; `invalid_input` for an order that needs no dealing with.
   */
  async resolve(code: string, resolution: OrderRow['resolution']): Promise<void> {
    const row = await this.#find(code);
    if (!RESOLVABLE.includes(row.status))
      throw new ProblemError('invalid_input', { fields: { resolution: 'invalid' } });
    await this.#parts.list.resolve(row.id, resolution, Date.now());
  }

  async #find(code: string): Promise<OrderRow> {
    const row = await this.#parts.list.find(code.toUpperCase());
    if (!row) throw new ProblemError('not_found');
    return row;
  }
}

function summaryOf(row: OrderRow): ConsoleOrder {
  return {
    code: row.code,
    mode: row.mode,
    status: row.status,
    createdAt: iso(row.created_at),
    category: row.category_name,
    service: row.service_name,
    target: row.target,
    customerName: row.customer_name,
    customerPhone: row.customer_phone,
    price: row.price,
    profit: profitOf(row),
    resolution: row.resolution,
  };
}

/** Whole rupiah; as the provider says, else from the cost it said. */
export function profitOf(row: Pick<OrderRow, 'profit' | 'cost' | 'price'>): number | null {
  return row.profit ?? (row.cost === null ? null : row.price - row.cost);
}

function filterOf({ search, status, from, to }: Filter): OrderFilter {
  return {
    search: search ? searchOf(search) : null,
    statuses: status === undefined || status === 'attention' ? null : [status],
    isUnresolved: status === 'attention',
    from: from === undefined ? null : startOf(from),
    to: to === undefined ? null : startOf(to) + DAY_MS,
  };
}

/** What was typed, as each of the things it may be the beginning of. */
function searchOf(typed: string): OrderSearch {
  const compact = typed.replace(/\s+/g, '');
  const code = `ZT-${compact.toUpperCase().replace(/^ZT-?/, '')}`;
  const phone = compact.replace(/[().-]/g, '').replace(/^(\+|00)?62/, '0');
  return {
    code: code.length >= LEAST.code + 3 ? code : null,
    target: compact.length >= LEAST.target ? typed : null,
    phone: phone.length >= LEAST.phone && /^0\d+$/.test(phone) ? phone : null,
    invoice: compact.length >= LEAST.invoice ? compact : null,
  };
}

function placeOf(after: string | undefined): OrderPlace | null {
  const [createdAt = '', id = ''] = after?.split('.') ?? [];
  return after === undefined ? null : { createdAt: Number(createdAt), id };
}

/** Midnight of a day in the provider's zone (WIB, UTC+7 all year), epoch ms. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
