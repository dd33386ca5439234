import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '../../../../proxy/store/migrations.ts';
import { OrderStore } from '../../../../proxy/store/orders.ts';
import { tempFolder, tempStore } from '../support/stored.ts';

/** A file as an earlier version left it. */
async function fileOf(last: string): Promise<string> {
  const file = join(await tempFolder(), 'orders.db');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new SqliteDatabase(file) }) });
  const provider = { getMigrations: async () => migrations('sqlite') };
  const { error } = await new Migrator({ db, provider }).migrateTo(last);
  expect(error).toBeUndefined();
  await sql`INSERT INTO orders (id, code, status, version, request_hash, sid, ref, service_name, category_id,
    category_name, type, target_fields, target, customer_name, customer_phone, price, listed_cost, follow_ups,
    created_at, updated_at) VALUES ('one', 'ZT-1', 'succeeded', 5, '', '1', 'r', 's', 'c', 'C', 'Games', '{}', '1',
    'Budi', '08', 1, 1, 0, 1000, 5000)`.execute(db);
  const versions = ['placing', 'succeeded', 'failed', 'succeeded', 'succeeded'];
  for (const [index, status] of versions.entries()) {
    await sql`INSERT INTO order_events (order_id, version, status, at)
      VALUES ('one', ${index + 1}, ${status}, ${(index + 1) * 1_000})`.execute(db);
  }
  await db.destroy();
  return file;
}

it('a shop that has sold before the times of status were kept gets them from its orders’ versions', async () => {
  const orders = new OrderStore(await tempStore(await fileOf('008-notices')));
  expect(await orders.find('one')).toMatchObject({
    status: 'succeeded',
    status_at: 4_000,
    updated_at: 5_000,
  });
});
