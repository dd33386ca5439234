import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { compose } from '../../proxy/compose.ts';
import { readConfig } from '../../proxy/config.ts';
import { openStore } from '../../proxy/store/open.ts';
import { serve } from './child.ts';

/** A shop that has sold a lot, in a process of its own so that its memory is its own. */
const folder = process.argv[2] ?? '';
const file = join(folder, 'shop.db');
const CATEGORIES = ['Free Fire', 'Mobile Legends', 'PLN', 'Telkomsel', 'DANA', 'Genshin Impact'];
const STATUSES = [
  'succeeded',
  'succeeded',
  'succeeded',
  'expired',
  'expired',
  'failed',
  'rejected',
  'unconfirmed',
];
let peak = 0;
const DAY_MS = 24 * 60 * 60_000;

serve({
  fill,
  start: async (password: string) => {
    const proxy = await compose(
      readConfig({
        // Nobody listens there: the figures are the shop's own.
        ZULTOPUP_BASE_URL: 'http://127.0.0.1:9/api',
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: `file:${file}`,
        CONSOLE_PASSWORD: password,
        LOG_LEVEL: 'silent',
      }),
    );
    return (await proxy.listen()).url;
  },
  /** Begins to watch this process's memory. @returns what it takes now, bytes. */
  watch: () => {
    globalThis.gc?.();
    peak = process.memoryUsage.rss();
    setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 10).unref();
    return peak;
  },
  peak: () => peak,
});

/** Sells so many orders over the last two months, as the same dice fall at every run. */
async function fill(count: number): Promise<void> {
  const opened = await openStore({ kind: 'sqlite', file });
  await opened.close();
  const database = new SqliteDatabase(file);
  const now = Date.now();
  let seed = 1;
  const dice = (sides: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % sides;
  };
  const order = database.prepare(`INSERT INTO orders
    (id, code, status, version, request_hash, sid, ref, service_name, category_id, category_name, type, target_fields,
     target, customer_name, customer_phone, price, listed_cost, cost, profit, provider_id, provider_invoice, note,
     created_at, status_at, updated_at)
    VALUES (@id, @code, @status, 3, 'hash', '1', 'ref', '70 Diamond', 'c', @category, 'Games', '{}', @target, @name,
     @phone, @price, @cost, @cost, @profit, @id, @invoice, @note, @at, @at, @at)`);
  const event = database.prepare(
    'INSERT INTO order_events (order_id, version, status, at) VALUES (?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (let n = 0; n < count; n++) {
      const id = n.toString(36).padStart(16, '_');
      const at = now - Math.floor(((count - n) / count) * 60 * DAY_MS);
      const cost = 1_000 + dice(200_000);
      order.run({
        id,
        code: `ZT-${(n * 7_919 + 1_000_000_007).toString(32).toUpperCase().padStart(8, '0')}`,
        status: STATUSES[dice(STATUSES.length)],
        category: CATEGORIES[dice(CATEGORIES.length)],
        target: String(100_000_000 + dice(900_000_000)),
        name: `Budi ${n}`,
        phone: `08${String(1_000_000_000 + dice(1_000_000_000)).slice(0, 10)}`,
        price: cost + 1_000,
        cost,
        profit: 1_000,
        invoice: `INV-${String(n).padStart(8, '0')}`,
        note: `SN: ${n}`,
        at,
      });
      event.run(id, 3, 'succeeded', at);
    }
  })();
  database.close();
}
