import { sql } from 'kysely';
import { type Store, UNSYNCED } from './open.ts';

const SYNCED = sql.raw('');

/** Request slots in the database: they outlive a restart and are shared by every process on one key. */
export class StoredSlots {
  readonly #store: Store;
  readonly #budget: string;
  readonly #limit: number;

  /** @param budget names the key (its fingerprint); @param limit requests a minute. */
  constructor(store: Store, budget: string, limit: number) {
    this.#store = store;
    this.#budget = budget;
    this.#limit = limit;
  }

  /** Makes the rows that are missing; call once before the first `take`. */
  async prepare(): Promise<void> {
    await this.#store
      .insertInto('request_budgets')
      .values({ budget: this.#budget, frozen_until: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = Array.from({ length: this.#limit }, (_, slot) => ({
      budget: this.#budget,
      slot,
      free_at: 0,
    }));
    await this.#store
      .insertInto('request_slots')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /**
   * Takes the slot that has been free longest if more than `reserve` are free; null when not.
   * @param isSynced false: with SQLite it survives this process, and a power cut only from the next commit on.
   */
  async take(now: number, heldUntil: number, reserve: number, isSynced = true): Promise<number | null> {
    // One statement, so that two processes cannot take the same slot; the second condition is for
    // Postgres, where a row that another process took meanwhile is looked at again after the wait.
    const { rows } = await sql<{ slot: number }>`${isSynced ? SYNCED : UNSYNCED}
      UPDATE request_slots SET free_at = ${heldUntil}
      WHERE budget = ${this.#budget} AND free_at <= ${now} AND slot = (
        SELECT slot FROM request_slots
        WHERE budget = ${this.#budget} AND slot < ${this.#limit} AND free_at <= ${now}
        ORDER BY free_at, slot LIMIT 1)
      AND EXISTS (
        SELECT 1 FROM request_slots
        WHERE budget = ${this.#budget} AND slot < ${this.#limit} AND free_at <= ${now}
        LIMIT 1 OFFSET ${reserve})
      AND NOT EXISTS (
        SELECT 1 FROM request_budgets WHERE budget = ${this.#budget} AND frozen_until > ${now})
      RETURNING slot`.execute(this.#store);
    return rows[0]?.slot ?? null;
  }

  /** The slot may be used again from `freeAt` (epoch ms) on. What a power cut takes of this stays held for longer. */
  async giveBack(slot: number, freeAt: number): Promise<void> {
    await sql`${UNSYNCED} UPDATE request_slots SET free_at = ${freeAt}
      WHERE budget = ${this.#budget} AND slot = ${slot}`.execute(this.#store);
  }

  /** Epoch ms at which a request that leaves `reserve` slots to others may go; in the past if it may now. */
  async nextFreeAt(reserve: number): Promise<number> {
    const { free_at, frozen_until } = await this.#store
      .selectFrom('request_slots')
      .innerJoin('request_budgets', 'request_budgets.budget', 'request_slots.budget')
      .select(['free_at', 'frozen_until'])
      .where('request_slots.budget', '=', this.#budget)
      .where('slot', '<', this.#limit)
      .orderBy('free_at')
      .limit(1)
      .offset(reserve)
      .executeTakeFirstOrThrow();
    return Math.max(free_at, frozen_until);
  }

  /** How many slots are free at `now` (epoch ms). */
  async countFree(now: number): Promise<number> {
    const row = await this.#store
      .selectFrom('request_slots')
      .select(({ fn }) => fn.countAll().as('free'))
      .where('budget', '=', this.#budget)
      .where('slot', '<', this.#limit)
      .where('free_at', '<=', now)
      .executeTakeFirstOrThrow();
    return Number(row.free);
  }

  /** No slot may be taken before `until` (epoch ms): the provider has asked to be left alone. */
  async freeze(until: number): Promise<void> {
    await this.#store
      .updateTable('request_budgets')
      .set({ frozen_until: until })
      .where('budget', '=', this.#budget)
      .where('frozen_until', '<', until)
      .execute();
  }
}
