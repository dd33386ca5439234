import { setImmediate as turn } from 'node:timers/promises';
import type { ConsoleForgotten, ConsolePerson } from '../contract/console-privacy.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { ConsoleStore } from '../store/console.ts';
import type { PeopleStore } from '../store/people.ts';
import { normalisePhone } from '../targets/targets.ts';

/** What keeping and forgetting buyers needs. */
export interface PrivacyParts {
  readonly kept: ConsoleStore;
  readonly people: PeopleStore;
  readonly onTrouble: (error: unknown) => void;
}

const DEFAULT_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
/** So many at a time, with room for buyers in between. */
const BATCH = 200;

/** How long the shop remembers who bought. */
export class Privacy {
  readonly #parts: PrivacyParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PrivacyParts) {
    this.#parts = parts;
  }

  /** Begins to forget: now, and once a day. */
  start(): void {
    this.#timer = setInterval(this.#forgetDue, DAY_MS).unref();
    this.#forgetDue();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Days after the end of an order. */
  async days(): Promise<number> {
    return Number((await this.#parts.kept.setting('privacy_days')) ?? DEFAULT_DAYS);
  }

  /** Holds at once: who is due by the new figure is forgotten now. */
  async setDays(days: number): Promise<void> {
    await this.#parts.kept.set('privacy_days', String(days), Date.now());
    this.#forgetDue();
  }

  /** Everything that is known of a buyer. @throws ProblemError `invalid_input` when this is no phone number. */
  async person(typed: string): Promise<ConsolePerson> {
    const phone = phoneOf(typed);
    const orders = await this.#parts.people.ordersOf(phone);
    return {
      phone,
      orders: orders.map((row) => ({
        code: row.code,
        createdAt: new Date(row.created_at).toISOString(),
        status: row.status,
        name: row.customer_name,
        category: row.category_name,
        service: row.service_name,
        target: row.target,
        price: row.price,
        serialNumber: row.note,
      })),
    };
  }

  /** Forgets a buyer, but for his orders under way. @throws ProblemError as `person`. */
  async forget(typed: string): Promise<ConsoleForgotten> {
    const phone = phoneOf(typed);
    const forgotten = await this.#parts.people.forget(phone);
    return { forgotten, underWay: (await this.#parts.people.ordersOf(phone)).length };
  }

  readonly #forgetDue = (): void => {
    this.#forgetBefore().catch(this.#parts.onTrouble);
  };

  async #forgetBefore(): Promise<void> {
    const before = Date.now() - (await this.days()) * DAY_MS;
    while ((await this.#parts.people.forgetBefore(before, BATCH)) === BATCH) await turn();
  }
}

function phoneOf(typed: string): string {
  const phone = normalisePhone(typed);
  if (phone === null) throw new ProblemError('invalid_input', { fields: { phone: 'phone' } });
  return phone;
}
