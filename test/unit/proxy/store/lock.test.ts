import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockDatabase, type Unlock } from '../../../../proxy/store/lock.ts';
import { openStore, StoreError } from '../../../../proxy/store/open.ts';
import { tempFolder, tempStore } from '../support/stored.ts';

/** Claims a database, for as long as the test lasts at the most. */
function claim(file: string): Unlock | null {
  const unlock = lockDatabase(file);
  if (unlock) onTestFinished(unlock);
  return unlock;
}

/** Holds an exclusive lock on a file until it is killed. */
const HOLDER = `
  const database = require('better-sqlite3')(process.argv[1]);
  database.exec('BEGIN EXCLUSIVE');
  console.log('held');
  setInterval(() => {}, 1000);
`;

describe('the claim to a database', () => {
  it('is one: a second is refused at once, until the first lets go', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const unlock = claim(file);
    expect(unlock).not.toBeNull();
    const asked = performance.now();
    expect([claim(file), claim(file)]).toEqual([null, null]);
    expect(performance.now() - asked).toBeLessThan(1_000);
    unlock?.();
    expect(claim(file)).not.toBeNull();
  });

  it('is to one database and says nothing of another', async () => {
    const folder = await tempFolder();
    expect(claim(join(folder, 'one.db'))).not.toBeNull();
    expect(claim(join(folder, 'other.db'))).not.toBeNull();
  });

  it('touches a file beside the database, which stays open to readers', async () => {
    const file = join(await tempFolder(), 'orders.db');
    await tempStore(file);
    expect(existsSync(`${file}.lock`)).toBe(true);
    const reader = new SqliteDatabase(file, { readonly: true });
    onTestFinished(() => void reader.close());
    expect(reader.prepare('SELECT count(*) AS orders FROM orders').get()).toEqual({ orders: 0 });
  });

  it('is lifted when the process that holds it is killed', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const holder = spawn(process.execPath, ['-e', HOLDER, `${file}.lock`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(claim(file)).toBeNull();
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    expect(claim(file)).not.toBeNull();
  });

  it('fails where no file can be, rather than saying that somebody else holds it', async () => {
    const folder = await tempFolder();
    expect(() => lockDatabase(join(folder, 'missing', 'orders.db'))).toThrow();
  });

  it('is let go of by closing the store, and a second store says who stands in the way', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const first = await openStore({ kind: 'sqlite', file });
    onTestFinished(() => first.close());
    const second = openStore({ kind: 'sqlite', file });
    await expect(second).rejects.toBeInstanceOf(StoreError);
    await expect(second).rejects.toThrow(/another zul-topup process is using .*orders\.db/);
    await first.close();
    expect(claim(file)).not.toBeNull();
  });
});
