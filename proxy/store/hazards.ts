import { sql } from 'kysely';
import { type Store, UNSYNCED } from './open.ts';

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

  /** All of them or none. What a power cut takes of it is learnt again. */
  async save(histograms: ReadonlyArray<readonly [string, StoredHistogram]>): Promise<void> {
    if (histograms.length === 0) return;
    const rows = histograms.map(([key, histogram]) => {
      const counts = JSON.stringify(histogram, (_key, value: unknown) =>
        typeof value === 'number' ? Number(value.toPrecision(6)) : value,
      );
      return sql`(${key}, ${counts})`;
    });
    await sql`${UNSYNCED} INSERT INTO hazards (key, counts) VALUES ${sql.join(rows)}
      ON CONFLICT (key) DO UPDATE SET counts = excluded.counts`.execute(this.#store);
  }
}
