import { sql } from 'kysely';
import type { Store } from './open.ts';

/** What the reseller is told of. `subject` tells two alerts of one kind apart (an order's code, a word). */
export interface Alert {
  readonly kind:
    | 'unknown_status'
    | 'status_flip'
    | 'partial_delivery'
    | 'below_floor'
    | 'qr_unusable'
    | 'order_missing'
    | 'key_refused'
    | 'provider_down'
    | 'balance_low'
    | 'price_jump';
  readonly subject: string;
  /** For the reseller's eyes only; may hold the provider's own words. */
  readonly detail: string;
}

/** An alert as kept: how often it was raised, first and last (epoch ms). */
export interface KeptAlert extends Alert {
  readonly times: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Alerts for the reseller: raised as often as may be, kept once each with a count. */
export class AlertStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async raise({ kind, subject, detail }: Alert, at: number): Promise<void> {
    await this.#store
      .insertInto('alerts')
      .values({ kind, subject, detail, times: 1, first_at: at, last_at: at })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'subject']).doUpdateSet({
          detail,
          times: sql<number>`alerts.times + 1`,
          last_at: at,
        }),
      )
      .execute();
  }

  /** Takes an alert off the list, until it is raised again. */
  async remove(kind: string, subject: string): Promise<void> {
    const query = this.#store.deleteFrom('alerts').where('kind', '=', kind);
    await query.where('subject', '=', subject).execute();
  }

  /** All alerts, the newest first. */
  async list(): Promise<KeptAlert[]> {
    const rows = await this.#store.selectFrom('alerts').selectAll().orderBy('last_at', 'desc').execute();
    return rows.map(({ kind, subject, detail, times, first_at, last_at }) => ({
      kind: kind as Alert['kind'],
      subject,
      detail,
      times,
      firstAt: first_at,
      lastAt: last_at,
    }));
  }
}
