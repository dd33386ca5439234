import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { startScriptedProvider } from '../support/scripted-provider.ts';
import { startShop } from '../support/shop.ts';
import { type Figure, percentile } from './figures.ts';

const WARM_UP = 100;
const ORDERS = 600;
/** A busy shop; ten times what the provider allows. */
const PER_SECOND = 10;
const COMMITS = 500;

/**
 * Places orders with the real proxy, whose provider answers at once, and tells what the answers took
 * without the provider's part.
 */
export async function orderFigures(): Promise<Figure[]> {
  const folder = process.env.BENCH_DIR ?? tmpdir();
  const commit = commitTimes(await mkdtemp(join(folder, 'commits-')));
  const provider = await startScriptedProvider();
  const answer = provider.answers['POST /order/create'];
  let id = 0;
  provider.answers['POST /order/create'] = (request) => {
    const created = answer?.(request) as { data: Record<string, unknown> };
    return { ...created, data: { ...created.data, id: `ORD-${++id}` } };
  };
  const shop = await startShop(
    provider.apiUrl,
    { ORDERS_PER_MINUTE_PER_IP: '10000', PROVIDER_REQUESTS_PER_MINUTE: '6000', LOG_LEVEL: 'info' },
    await mkdtemp(join(folder, 'orders-')),
  );
  try {
    const body = await shop.bodyFor();
    const times: number[] = [];
    for (let order = 0; order < WARM_UP + ORDERS; order++) {
      const target = { userId: String(100_000_000 + order) };
      const began = performance.now();
      const { status } = await shop.order({ ...body, target });
      const took = performance.now() - began;
      if (status !== 201) throw new Error(`an order was answered with ${status}`);
      if (order >= WARM_UP) times.push(took);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1_000 / PER_SECOND - took)));
    }
    const p99 = percentile(times, 0.99);
    return [
      {
        what: `placing an order, ${PER_SECOND}/s, provider at once: p50, p99`,
        value: `${percentile(times, 0.5).toFixed(1)}, ${p99.toFixed(1)} ms`,
        goal: 'p99 <= 10 ms',
        reached: p99 <= 10,
      },
      {
        what: 'one SQLite commit with synchronous=FULL on this disk: p50, p99',
        value: `${percentile(commit, 0.5).toFixed(2)}, ${percentile(commit, 0.99).toFixed(2)} ms`,
      },
    ];
  } finally {
    await shop.close();
    await provider.close();
  }
}

/** What the disk takes for a commit, without anything of ours, ms. */
function commitTimes(folder: string): number[] {
  const database = new SqliteDatabase(join(folder, 'commits.db'));
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('CREATE TABLE notes (text TEXT)');
    const insert = database.prepare('INSERT INTO notes VALUES (?)');
    return Array.from({ length: COMMITS }, () => {
      const began = performance.now();
      insert.run('x'.repeat(500));
      return performance.now() - began;
    });
  } finally {
    database.close();
  }
}
