import type { Selectable } from 'kysely';
import type { Store } from './open.ts';
import type { Schema } from './schema.ts';

/** A deposit that was made here; times in epoch ms, money in whole rupiah. */
export type DepositRow = Selectable<Schema['deposits']>;

/** Deposits made in the console, so that a page that is reloaded finds its QR again. */
export class DepositStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async add(deposit: DepositRow): Promise<void> {
    await this.#store.insertInto('deposits').values(deposit).execute();
  }

  async find(id: string): Promise<DepositRow | null> {
    const query = this.#store.selectFrom('deposits').selectAll().where('id', '=', id);
    return (await query.executeTakeFirst()) ?? null;
  }

  async setStatus(id: string, status: DepositRow['status']): Promise<void> {
    await this.#store.updateTable('deposits').set({ status }).where('id', '=', id).execute();
  }

  /** The newest first. */
  async latest(most: number): Promise<DepositRow[]> {
    return this.#store.selectFrom('deposits').selectAll().orderBy('created_at', 'desc').limit(most).execute();
  }
}
