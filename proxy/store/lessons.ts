import type { Store } from './open.ts';

/** One thing learnt about costs; the units are `pricing/lessons.ts`'s. */
export interface StoredLesson {
  readonly scope: 'service' | 'category';
  readonly key: string;
  readonly extra: number;
}

/** What orders have taught about costs, kept across restarts. */
export class LessonStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async all(): Promise<StoredLesson[]> {
    return this.#store.selectFrom('cost_lessons').select(['scope', 'key', 'extra']).execute();
  }

  async save(lessons: readonly StoredLesson[], at: number): Promise<void> {
    await this.#store.transaction().execute(async (trx) => {
      for (const { scope, key, extra } of lessons) {
        await trx
          .insertInto('cost_lessons')
          .values({ scope, key, extra, learned_at: at })
          .onConflict((conflict) => conflict.columns(['scope', 'key']).doUpdateSet({ extra, learned_at: at }))
          .execute();
      }
    });
  }
}
