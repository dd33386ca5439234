import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, pingStore, StoreError } from '../../../../proxy/store/open.ts';
import { tempDatabase, tempFolder, tempStore } from '../support/stored.ts';

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
