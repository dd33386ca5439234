import { sql } from 'kysely';
import type { Store } from './open.ts';

/** A site whose pages tried to show the shop and were refused; times in epoch ms. */
export interface RefusedSite {
  readonly origin: string;
  readonly times: number;
  readonly lastAt: number;
}

/** Anybody can pretend to be a site: only the latest are kept. */
const MOST_SITES = 50;

/** The sites that were refused, for the reseller to allow them by a tap. */
export class RefusedSiteStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Counts refusals of a site. */
  async add(origin: string, times: number, at: number): Promise<void> {
    await this.#store.transaction().execute(async (trx) => {
      await trx
        .insertInto('refused_sites')
        .values({ origin, times, last_at: at })
        .onConflict((conflict) =>
          conflict
            .column('origin')
            .doUpdateSet({ times: sql<number>`refused_sites.times + ${times}`, last_at: at }),
        )
        .execute();
      const latest = trx
        .selectFrom('refused_sites')
        .select('origin')
        .orderBy('last_at', 'desc')
        .limit(MOST_SITES);
      await trx.deleteFrom('refused_sites').where('origin', 'not in', latest).execute();
    });
  }

  /** The latest first. */
  async list(): Promise<RefusedSite[]> {
    const rows = await this.#store
      .selectFrom('refused_sites')
      .selectAll()
      .orderBy('last_at', 'desc')
      .execute();
    return rows.map(({ origin, times, last_at }) => ({ origin, times, lastAt: last_at }));
  }

  async remove(origin: string): Promise<void> {
    await this.#store.deleteFrom('refused_sites').where('origin', '=', origin).execute();
  }
}
