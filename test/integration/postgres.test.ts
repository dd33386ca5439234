import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../proxy/store/open.ts';
import { StoredSlots } from '../../proxy/store/slots.ts';
import { type Postgres, postgresBin, startPostgres } from '../support/postgres.ts';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { startShop } from '../support/shop.ts';

const bin = postgresBin();

// Skipped, and counted as skipped, where PostgreSQL is not installed (Debian: postgresql).
describe.skipIf(bin === null)('with PostgreSQL instead of SQLite', () => {
  let postgres: Postgres;
  let provider: ScriptedProvider;

  beforeAll(async () => {
    postgres = await startPostgres(bin ?? '');
    provider = await startScriptedProvider();
  });
  afterAll(async () => {
    await provider?.close();
    await postgres?.stop();
  });

  it('an order goes from catalog to serial number, and is there after a restart', async () => {
    const shop = await startShop(provider.apiUrl, { DATABASE_URL: postgres.url, SECRET_KEY: 'x'.repeat(32) });
    const body = await shop.bodyFor();
    const key = crypto.randomUUID();
    const { order } = (await shop.order(body, key)).body;
    expect((await shop.order(body)).body.code).toBe('duplicate_order');
    await shop.close();

    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Success', payment_status: 'settlement', catatan: 'SN: 5' },
    });
    const again = await startShop(provider.apiUrl, {
      DATABASE_URL: postgres.url,
      SECRET_KEY: 'x'.repeat(32),
    });
    expect(await again.until(order.token, 'succeeded')).toMatchObject({ note: 'SN: 5', version: 4 });
    expect((await again.order(body, key)).body.order.token).toBe(order.token);
    await again.close();
  });

  it('two processes share the slots and never take one twice', async () => {
    const databases = [await openStore({ kind: 'postgres', url: postgres.url })];
    databases.push(await openStore({ kind: 'postgres', url: postgres.url }));
    const both = databases.map(({ store }) => new StoredSlots(store, 'shared', 20));
    for (const slots of both) await slots.prepare();
    const now = Date.now();
    const rounds = Array.from({ length: 15 }, () => both.map((slots) => slots.take(now, now + 60_000, 0)));
    const taken = (await Promise.all(rounds.flat())).filter((slot) => slot !== null);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeLessThanOrEqual(20);
    expect(taken.length).toBeGreaterThan(0);
    for (const database of databases) await database.close();
  });
});
