import SqliteDatabase from 'better-sqlite3';

/** Lets go of the lock. */
export type Unlock = () => void;

/**
 * Claims a SQLite database for this process: two writers would track and sell the same orders twice over.
 * The claim is a lock on a file beside it, which the operating system lifts when the process dies, however
 * it dies; the database itself stays open to readers and backups.
 * @returns null when another process holds it.
 */
export function lockDatabase(file: string): Unlock | null {
  const lock = new SqliteDatabase(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => void lock.close();
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
