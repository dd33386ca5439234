import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  Kysely,
  type SqliteDatabase as KyselySqlite,
  Migrator,
  PostgresDialect,
  SqliteDialect,
  sql,
} from 'kysely';
import { lockDatabase, type Unlock } from './lock.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/** The typed handle every part of the store works with. */
export type Store = Kysely<Schema>;

/** An open database, and how to close it. */
export interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** The database cannot be used; the message is one line for the operator that says what to do. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
  }
}

/** SQLite's number for `synchronous=FULL`: every commit is on the disk before it is answered. */
const FULL = 2;

/**
 * SQLite copies its log into the database within the commit that makes it 1,000 pages long, which holds up one
 * buyer in thirty by many milliseconds. So the log is copied every few seconds instead, when hardly anybody is
 * just waiting, and a commit does it only where far more has come together (40 MB).
 */
const CHECKPOINT_MS = 5_000;
const MOST_WAL_PAGES = 10_000;

const UNSYNCED_HINT = '/* unsynced */';
/**
 * How a statement begins whose commit SQLite need not have on the disk when it is answered: it survives this process,
 * but not a power cut, unless a later commit was there in time. Only ahead of statements outside a transaction.
 */
export const UNSYNCED = sql.raw(UNSYNCED_HINT);

type KeptStatement = ReturnType<KyselySqlite['prepare']> & Pick<SqliteDatabase.Statement, 'busy'>;

/** Far more than the proxy has; each takes a few kilobytes. */
const MOST_STATEMENTS = 500;

/** Postgres gives bigint as text, because it may exceed 2^53; epoch milliseconds and rupiah never do. */
const POSTGRES_BIGINT = 20;

/**
 * Opens the database, brings its schema up to date and, for SQLite, proves that commits are durable.
 * @throws StoreError when it cannot be opened, migrated or trusted.
 */
export async function openStore(
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string },
): Promise<OpenStore> {
  const unlock = database.kind === 'sqlite' ? claim(database.file) : () => undefined;
  let store: Store | undefined;
  const close = async () => {
    await store?.destroy();
    unlock();
  };
  try {
    store = new Kysely<Schema>({
      dialect:
        database.kind === 'sqlite' ? sqliteDialect(database.file) : await postgresDialect(database.url),
    });
    await migrate(store, database.kind);
    if (database.kind === 'sqlite') await proveDurable(store);
    return { store, close };
  } catch (error) {
    await close();
    if (error instanceof StoreError) throw error;
    const name = database.kind === 'sqlite' ? `the database ${database.file}` : 'the PostgreSQL database';
    throw new StoreError(`${name} cannot be opened: ${messageOf(error)}`, { cause: error });
  }
}

/** @throws StoreError when another process works on the same file, or the folder cannot be written. */
function claim(file: string): Unlock {
  let unlock: Unlock | null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    unlock = lockDatabase(file);
  } catch (error) {
    throw new StoreError(`the folder of ${file} cannot be used: ${messageOf(error)}`, { cause: error });
  }
  if (unlock) return unlock;
  throw new StoreError(
    `another zul-topup process is using ${file}: stop it first, or set another DATABASE_URL`,
  );
}

/** Rejects when the database does not answer. */
export async function pingStore(store: Store): Promise<void> {
  await sql`SELECT 1`.execute(store);
}

function sqliteDialect(file: string): SqliteDialect {
  const database = new SqliteDatabase(file);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    database.pragma(`wal_autocheckpoint = ${MOST_WAL_PAGES}`);
    const timer = setInterval(() => checkpoint(database), CHECKPOINT_MS).unref();
    return new SqliteDialect({
      database: {
        prepare: keptStatements(database),
        close() {
          clearInterval(timer);
          database.close();
        },
      },
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkpoint(database: SqliteDatabase.Database): void {
  try {
    database.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // The log stays as long as it is. What is wrong with the disk is told to the next who writes.
  }
}

/**
 * Kysely prepares every statement anew, which costs SQLite more than running most of ours. Their texts are a few
 * dozen, because values are parameters; should lists of changing length make many, they begin anew.
 */
function keptStatements(database: SqliteDatabase.Database): KyselySqlite['prepare'] {
  const kept = new Map<string, KeptStatement>();
  return (text: string) => {
    const statement = kept.get(text);
    // One that is being read row by row cannot run a second time meanwhile.
    if (statement && !statement.busy) return statement;
    if (kept.size >= MOST_STATEMENTS) kept.clear();
    const prepared = text.startsWith(UNSYNCED_HINT)
      ? unsynced(database, database.prepare(text))
      : database.prepare(text);
    kept.set(text, prepared);
    return prepared;
  };
}

/** The statement, run while commits do not wait for the disk. SQLite's calls return when they are done, so that no other falls into it. */
function unsynced(database: SqliteDatabase.Database, statement: SqliteDatabase.Statement): KeptStatement {
  const within =
    <T>(run: (parameters: unknown) => T) =>
    (parameters: unknown): T => {
      database.pragma('synchronous = NORMAL');
      try {
        return run(parameters);
      } finally {
        database.pragma('synchronous = FULL');
      }
    };
  return {
    reader: statement.reader,
    busy: false,
    all: within((parameters) => statement.all(parameters)),
    run: within((parameters) => statement.run(parameters)),
    iterate: () => {
      throw new Error('a statement without sync is run to its end');
    },
  };
}

async function postgresDialect(url: string): Promise<PostgresDialect> {
  // Read in only where it is used: it takes a seventh of the time in which a shop with SQLite starts.
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === POSTGRES_BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // An idle connection that breaks would end the process if nobody listened. The pool replaces it, and a
  // database that is really gone is reported by the next query.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

async function migrate(store: Store, kind: 'sqlite' | 'postgres'): Promise<void> {
  const steps = migrations(kind);
  const migrator = new Migrator({ db: store, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new StoreError(`the database cannot be brought up to date: ${messageOf(error)}`, { cause: error });
}

/**
 * better-sqlite3 is built to fall back to synchronous=NORMAL in WAL mode, and only at the first write, so
 * the setting is read back after one (`user_version` lives in the file's header: writing it is a commit).
 */
async function proveDurable(store: Store): Promise<void> {
  await sql`PRAGMA user_version = 1`.execute(store);
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(store);
  if (rows[0]?.synchronous !== FULL) {
    throw new StoreError('the database does not keep synchronous=FULL: orders could be lost in a power cut');
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
