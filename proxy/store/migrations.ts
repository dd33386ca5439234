import { type Kysely, type Migration, sql } from 'kysely';

/** The steps from an empty database to the present schema, in order. A step that has landed never changes. */
export function migrations(kind: 'sqlite' | 'postgres'): Record<string, Migration> {
  return {
    '001-orders': { up: (db) => createOrders(db, kind === 'sqlite' ? 'blob' : 'bytea') },
    '002-console': { up: createConsole },
    '003-refused-sites': { up: createRefusedSites },
    '004-order-list': { up: prepareOrderList },
    '005-documents': { up: createDocuments },
    '006-deposits': { up: createDeposits },
    '007-saldo': { up: prepareSaldo },
    '008-notices': { up: createNotices },
    '009-status-at': { up: addStatusAt },
    '010-slots-by-time': { up: orderSlotsByTime },
  };
}

// Kysely hands every migration the schema-less handle, since the schema is what it changes.
async function createOrders(db: Kysely<unknown>, bytes: 'blob' | 'bytea'): Promise<void> {
  await db.schema
    .createTable('orders')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('idempotency_key', 'text', (c) => c.unique())
    .addColumn('open_key', 'text', (c) => c.unique())
    .addColumn('request_hash', 'text', (c) => c.notNull())
    .addColumn('sid', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('service_name', 'text', (c) => c.notNull())
    .addColumn('category_id', 'text', (c) => c.notNull())
    .addColumn('category_name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('target_fields', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('customer_name', 'text', (c) => c.notNull())
    .addColumn('customer_phone', 'text', (c) => c.notNull())
    .addColumn('price', 'bigint', (c) => c.notNull())
    .addColumn('listed_cost', 'bigint', (c) => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('provider_id', 'text')
    .addColumn('provider_invoice', 'text')
    .addColumn('provider_text', 'text')
    .addColumn('cost', 'bigint')
    .addColumn('profit', 'bigint')
    .addColumn('payment_status', 'text')
    .addColumn('amount', 'bigint')
    .addColumn('qr_source', 'text')
    .addColumn('qr_payload', 'text')
    .addColumn('expires_at', 'bigint')
    .addColumn('invoice_url', 'text')
    .addColumn('note', 'text')
    .addColumn('reason', 'text')
    .addColumn('retry_at', 'bigint')
    .addColumn('follow_ups', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('orders_by_status').on('orders').columns(['status', 'updated_at']).execute();
  await db.schema
    .createTable('order_events')
    .addColumn('order_id', 'text', (c) => c.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('payment_status', 'text')
    .addColumn('note', 'text')
    .addColumn('reason', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('order_events_key', ['order_id', 'version'])
    .execute();
  await db.schema
    .createTable('catalog_snapshots')
    .addColumn('provider', 'text', (c) => c.primaryKey())
    .addColumn('services', 'text', (c) => c.notNull())
    .addColumn('taken_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('request_slots')
    .addColumn('budget', 'text', (c) => c.notNull())
    .addColumn('slot', 'integer', (c) => c.notNull())
    .addColumn('free_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('request_slots_key', ['budget', 'slot'])
    .execute();
  await db.schema
    .createTable('request_budgets')
    .addColumn('budget', 'text', (c) => c.primaryKey())
    .addColumn('frozen_until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('qr_images')
    .addColumn('order_id', 'text', (c) => c.primaryKey().references('orders.id').onDelete('cascade'))
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('bytes', sql.raw(bytes), (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('alerts')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('times', 'integer', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('alerts_key', ['kind', 'subject'])
    .execute();
  await db.schema
    .createTable('cost_lessons')
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('extra', 'bigint', (c) => c.notNull())
    .addColumn('learned_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('cost_lessons_key', ['scope', 'key'])
    .execute();
  await db.schema
    .createTable('hazards')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('counts', 'text', (c) => c.notNull())
    .execute();
}

async function createConsole(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('console_settings')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('set_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('console_sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute();
}

async function createRefusedSites(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refused_sites')
    .addColumn('origin', 'text', (c) => c.primaryKey())
    .addColumn('times', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .execute();
}

async function prepareOrderList(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('orders').addColumn('reseller_note', 'text').execute();
  await db.schema.alterTable('orders').addColumn('resolution', 'text').execute();
  await db.schema.alterTable('orders').addColumn('resolved_at', 'bigint').execute();
  for (const [name, columns] of [
    ['orders_by_time', ['created_at', 'id']],
    ['orders_by_status_and_time', ['status', 'created_at', 'id']],
    ['orders_by_phone', ['customer_phone']],
    ['orders_by_target', ['target']],
    ['orders_by_invoice', ['provider_invoice']],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on('orders')
      .columns([...columns])
      .execute();
  }
  // By an expression: among several indexes SQLite would take the one by status, and sort what it finds.
  await sql`CREATE INDEX orders_unresolved ON orders
    ((CASE WHEN status IN ('failed', 'unconfirmed') AND resolved_at IS NULL THEN 1 END), created_at, id)`.execute(
    db,
  );
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('documents_key', ['name', 'version'])
    .execute();
}

async function createDeposits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deposits')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('amount', 'bigint', (c) => c.notNull())
    .addColumn('to_pay', 'bigint', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('qr_source', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
}

async function prepareSaldo(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('orders')
    .addColumn('mode', 'text', (c) => c.notNull().defaultTo('dropship'))
    .execute();
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('notices_due').on('notices').columns(['state', 'next_at']).execute();
}

/** An order is stored when it is sent: no time of its own for that. When it came to its present status is new. */
async function addStatusAt(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('orders').dropColumn('sent_at').execute();
  await db.schema
    .alterTable('orders')
    .addColumn('status_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`UPDATE orders SET status_at = coalesce((
    SELECT max(came.at) FROM order_events AS came
    WHERE came.order_id = orders.id AND came.status = orders.status AND NOT EXISTS (
      SELECT 1 FROM order_events AS earlier
      WHERE earlier.order_id = came.order_id AND earlier.version = came.version - 1
      AND earlier.status = came.status)), updated_at)`.execute(db);
  await db.schema.createIndex('orders_by_status_at').on('orders').columns(['status', 'status_at']).execute();
}

async function orderSlotsByTime(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('request_slots_by_time')
    .on('request_slots')
    .columns(['budget', 'free_at', 'slot'])
    .execute();
}
