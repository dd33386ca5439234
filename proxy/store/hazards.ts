import type { Store } from './open.ts';

/** Counts of how long things take, as tracking keeps them. */
export interface StoredHistogram {
  readonly events: number[];
  readonly exposure: number[];
}

/** What tracking has learnt, kept across restarts. */
export class HazardStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async all(): Promise<Array<readonly [string, StoredHistogram]>> {
    const rows = await this.#store.selectFrom('hazards').selectAll().execute();
    return rows.map(({ key, counts }) => [key, JSON.parse(counts) as StoredHistogram] as const);
  }

  async save(histograms: ReadonlyArray<readonly [string, StoredHistogram]>): Promise<void> {
    await this.#store.transaction().execute(async (trx) => {
      for (const [key, histogram] of histograms) {
        const counts = JSON.stringify(histogram, (_key, value: unknown) =>
          typeof value === 'number' ? Number(value.toPrecision(6)) : value,
        );
        await trx
          .insertInto('hazards')
          .values({ key, counts })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ counts }))
          .execute();
      }
    });
  }
}
