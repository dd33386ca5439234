import type { Selectable } from 'kysely';
import type { Store } from './open.ts';
import type { Schema } from './schema.ts';

/** A notice on its way to the reseller's own server; times in epoch ms. */
export type NoticeRow = Selectable<Schema['notices']>;

/** Notices that wait, those that arrived, and those that were given up. */
export class Outbox {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Puts a notice in; one that is there already stays as it is. */
  async add(notice: Pick<NoticeRow, 'id' | 'type' | 'body'>, at: number): Promise<void> {
    await this.#store
      .insertInto('notices')
      .values({ ...notice, state: 'waiting', attempts: 0, next_at: at, created_at: at, answer: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Those whose time has come, the oldest first. */
  async due(now: number, most: number): Promise<NoticeRow[]> {
    return this.#store
      .selectFrom('notices')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(most)
      .execute();
  }

  /** Notes how a try went. @param nextAt when to try again; null: it has arrived, or is given up. */
  async tried(
    id: string,
    { state, answer, nextAt }: { state: NoticeRow['state']; answer: string; nextAt: number },
  ): Promise<void> {
    await this.#store
      .updateTable('notices')
      .set((eb) => ({ state, answer, next_at: nextAt, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  /** Puts one that was given up, or waits, at the head of the line again; what has arrived stays so. */
  async again(id: string, now: number): Promise<void> {
    const change = { state: 'waiting', attempts: 0, next_at: now } as const;
    const query = this.#store.updateTable('notices').set(change).where('id', '=', id);
    await query.where('state', '!=', 'delivered').execute();
  }

  /** The newest first. */
  async latest(most: number): Promise<NoticeRow[]> {
    return this.#store.selectFrom('notices').selectAll().orderBy('created_at', 'desc').limit(most).execute();
  }

  /** Lets go of what has ended long ago. */
  async prune(before: number): Promise<void> {
    const query = this.#store.deleteFrom('notices').where('state', '!=', 'waiting');
    await query.where('created_at', '<', before).execute();
  }
}
