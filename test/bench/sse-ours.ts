import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../proxy/app.ts';
import { createLimits } from '../../proxy/http/limits.ts';
import { ChangeBus } from '../../proxy/live/bus.ts';
import { OrderStreams } from '../../proxy/live/streams.ts';
import { createLogger } from '../../proxy/ops/logger.ts';
import { OrderReader } from '../../proxy/orders/read.ts';
import { OrderTokens } from '../../proxy/orders/tokens.ts';
import { openStore } from '../../proxy/store/open.ts';
import { OrderStore } from '../../proxy/store/orders.ts';
import { sharedNow } from './child.ts';
import { storeOrders } from './sse-orders.ts';
import type { Made, StreamServer } from './stream-server.ts';

/** One object, as the shop's settings give it until something changes. */
const SHOP = { name: 'Bench', help: null };

/** The proxy's whole Express application over a real SQLite file, with nothing behind what is not measured. */
export async function ourStreams(orderCount: number): Promise<StreamServer> {
  // The bench removes its folder, which is the parent of this one.
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'streams-'));
  const { store } = await openStore({ kind: 'sqlite', file: join(folder, 'shop.db') });
  const tokens = new OrderTokens('the secret of the bench');
  const orders = new OrderStore(store);
  const ids = Array.from({ length: orderCount }, () => tokens.newId());
  await storeOrders(store, ids);
  const reader = new OrderReader(orders, tokens);
  const bus = new ChangeBus();
  const streams = new OrderStreams(bus, (id, version) => reader.versionsAfter(id, version), {
    perAddress: Number.POSITIVE_INFINITY,
    // The broadcast has all readers watch one order, which in life is one buyer's.
    perOrder: Number.POSITIVE_INFINITY,
  });
  const never = () => Promise.reject(new Error('not part of this bench'));
  const app = createApp({
    logger: createLogger('info'),
    sites: { allowed: () => ['https://blog.example.com'], onRefused: () => undefined },
    trustProxy: 1,
    widgetDir: folder,
    console: null,
    catalog: { current: () => null },
    shop: () => SHOP,
    placing: { place: never },
    reader,
    qr: { pictureOf: never },
    tracker: { lookSoon: () => undefined, reopened: () => undefined },
    limits: createLimits(30),
    publicUrl: 'https://topup.example.com',
    streams,
    pingStore: never,
    readiness: () => {
      throw new Error('not part of this bench');
    },
    metrics: { contentType: '', metrics: never },
  });
  const versions = new Array<number>(orderCount).fill(1);

  return {
    handler: app,
    paths: ids.map((id) => `/api/orders/${tokens.tokenFor(id)}/events`),
    async change(order, padding = 0): Promise<Made> {
      const id = ids[order] ?? '';
      const from = versions[order] ?? 0;
      versions[order] = from + 1;
      const begunAt = sharedNow();
      const padded = padding > 0 ? { target_fields: JSON.stringify({ userId: 'x'.repeat(padding) }) } : {};
      await orders.change(id, from, 'processing', { note: `change ${from}`, ...padded }, Date.now());
      const madeAt = sharedNow();
      bus.publish({ orderId: id, version: from + 1 });
      return { order, version: from + 1, begunAt, madeAt };
    },
    counts: () => ({ ...streams.counts() }),
  };
}
