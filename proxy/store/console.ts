import type { Selectable } from 'kysely';
import type { Store } from './open.ts';
import type { Schema } from './schema.ts';

/** A browser that is signed in to the console; times in epoch ms. */
export type ConsoleSessionRow = Selectable<Schema['console_sessions']>;

/** What is kept by name: the password's hash, the sealed API key, what the reseller says of his shop. */
type SettingName =
  | 'password'
  | 'key'
  | 'shop'
  | 'sites'
  | 'privacy_days'
  | 'webhook_url'
  | 'webhook_secret'
  | 'low_balance';

/** What the console keeps: the reseller's settings and who is signed in. */
export class ConsoleStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async setting(name: SettingName): Promise<string | null> {
    const query = this.#store.selectFrom('console_settings').select('value').where('name', '=', name);
    return (await query.executeTakeFirst())?.value ?? null;
  }

  async set(name: SettingName, value: string, at: number): Promise<void> {
    await this.#store
      .insertInto('console_settings')
      .values({ name, value, set_at: at })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, set_at: at }))
      .execute();
  }

  async addSession(id: string, device: string, at: number): Promise<void> {
    const session = { id, device, created_at: at, seen_at: at };
    await this.#store.insertInto('console_sessions').values(session).execute();
  }

  /** The session, unless it was last seen before `since`. */
  async session(id: string, since: number): Promise<ConsoleSessionRow | null> {
    const query = this.#store.selectFrom('console_sessions').selectAll();
    return (await query.where('id', '=', id).where('seen_at', '>=', since).executeTakeFirst()) ?? null;
  }

  async seen(id: string, at: number): Promise<void> {
    await this.#store.updateTable('console_sessions').set({ seen_at: at }).where('id', '=', id).execute();
  }

  /** Those seen since then, the latest first; older ones are removed. */
  async sessions(since: number): Promise<ConsoleSessionRow[]> {
    await this.#store.deleteFrom('console_sessions').where('seen_at', '<', since).execute();
    return this.#store.selectFrom('console_sessions').selectAll().orderBy('seen_at', 'desc').execute();
  }

  async endSession(id: string): Promise<void> {
    await this.#store.deleteFrom('console_sessions').where('id', '=', id).execute();
  }

  async endAllSessions(): Promise<void> {
    await this.#store.deleteFrom('console_sessions').execute();
  }
}
