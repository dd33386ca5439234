import SqliteDatabase from 'better-sqlite3';
import type { OrderRow } from '../../proxy/store/orders.ts';

/** The proxy's file as somebody else sees it: read only, while the proxy runs. */
export class OrderFile {
  readonly #database: SqliteDatabase.Database;

  constructor(file: string) {
    this.#database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  }

  /** Codes of the orders that stand in `placing`. */
  placing(): string[] {
    const rows = this.#database.prepare<[], Pick<OrderRow, 'code'>>(
      "SELECT code FROM orders WHERE status = 'placing'",
    );
    return rows.all().map(({ code }) => code);
  }

  /** The order that belongs to an Idempotency-Key. */
  byKey(key: string): OrderRow | undefined {
    return this.#database
      .prepare<[string], OrderRow>('SELECT * FROM orders WHERE idempotency_key = ?')
      .get(key);
  }

  close(): void {
    this.#database.close();
  }
}
