import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { openStore, pingStore, StoreError, UNSYNCED } from '../../../../proxy/store/open.ts';
import { OrderStore } from '../../../../proxy/store/orders.ts';
import { StoredSlots } from '../../../../proxy/store/slots.ts';
import { newOrder, tempDatabase, tempFolder, tempStore } from '../support/stored.ts';

const open = (file: string) => openStore({ kind: 'sqlite', file });

/** What the operator reads when the database cannot be opened. */
async function complaint(file: string): Promise<string> {
  const error = await open(file).then(
    () => new Error('it was opened'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).message;
}

describe('an opened database', () => {
  it('keeps every commit on the disk before it is answered, also after a write', async () => {
    const store = await tempStore();
    await sql`INSERT INTO catalog_snapshots VALUES ('p', '[]', 1)`.execute(store);
    expect((await sql`PRAGMA synchronous`.execute(store)).rows).toEqual([{ synchronous: 2 }]);
    expect((await sql`PRAGMA journal_mode`.execute(store)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`PRAGMA foreign_keys`.execute(store)).rows).toEqual([{ foreign_keys: 1 }]);
  });

  it('does so again after a commit that need not wait for the disk', async () => {
    const store = await tempStore();
    await sql`${UNSYNCED} INSERT INTO request_budgets VALUES ('a', 1)`.execute(store);
    const kept = await sql`${UNSYNCED} UPDATE request_budgets SET frozen_until = 2
      RETURNING frozen_until`.execute(store);
    expect(kept.rows).toEqual([{ frozen_until: 2 }]);
    const { rows } = await sql`PRAGMA synchronous`.execute(store);
    expect(rows).toEqual([{ synchronous: 2 }]);
    // Within a transaction it would say nothing of the whole.
    const within = store
      .transaction()
      .execute((trx) => sql`${UNSYNCED} DELETE FROM request_budgets`.execute(trx));
    await expect(within).rejects.toThrow(/transaction/);
    expect((await sql`SELECT * FROM request_budgets`.execute(store)).rows).toHaveLength(1);
  });

  it('prepares nothing anew for the second order, whenever it comes', async () => {
    const store = await tempStore();
    const orders = new OrderStore(store);
    const slots = new StoredSlots(store, 'key', 60);
    await slots.prepare();
    const life = async (id: string, at: number) => {
      const slot = await slots.take(at, at + 60_000, 0, false);
      await orders.insert(newOrder({ id, code: id, idempotency_key: id, open_key: id }), at);
      await orders.change(id, 1, 'awaiting_payment', { provider_id: id, amount: at }, at + 1);
      await orders.change(id, 2, 'processing', { payment_status: 'settlement' }, at + 2);
      await orders.change(id, 3, 'succeeded', { note: id }, at + 3);
      await slots.giveBack(slot ?? -1, at + 4);
    };
    await life('first', 1_000);
    const prepare = vi.spyOn(SqliteDatabase.prototype, 'prepare');
    await life('second', 2_000);
    expect(prepare.mock.calls).toEqual([]);
    prepare.mockRestore();
  });

  it('answers, and says so until it is closed', async () => {
    const { store, close } = await tempDatabase();
    await pingStore(store);
    await close();
    await expect(pingStore(store)).rejects.toThrow();
  });

  it('is made together with its folder, and opened again with what is in it', async () => {
    const file = join(await tempFolder(), 'a', 'b', 'orders.db');
    const first = await tempDatabase(file);
    await sql`INSERT INTO catalog_snapshots VALUES ('p', '[]', 1)`.execute(first.store);
    await first.close();
    expect(existsSync(file)).toBe(true);
    const { store } = await tempDatabase(file);
    expect((await sql`SELECT provider FROM catalog_snapshots`.execute(store)).rows).toEqual([
      { provider: 'p' },
    ]);
  });

  it('belongs to one opener until it is closed', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const first = await tempDatabase(file);
    expect(await complaint(file)).toMatch(/another zul-topup process .*orders\.db: stop it first/);
    await first.close();
    await pingStore((await tempDatabase(file)).store);
  });
});

describe('a database that cannot be used', () => {
  it('is named in one line', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'text.db'), 'this is no database, whatever its name says\n'.repeat(50));
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder.db'));
    for (const path of ['text.db', 'file/orders.db', 'folder.db']) {
      const line = await complaint(join(folder, path));
      expect(line, path).toMatch(/^the (database|folder) [^\n]+$/);
      expect(line, path).toContain(path);
    }
  });
});
