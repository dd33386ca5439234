import { mkdtempSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createApp } from '../../proxy/app.ts';
import { buildCatalog } from '../../proxy/catalog/build.ts';
import { createLimits } from '../../proxy/http/limits.ts';
import { ChangeBus } from '../../proxy/live/bus.ts';
import { OrderStreams } from '../../proxy/live/streams.ts';
import { createLogger } from '../../proxy/ops/logger.ts';
import { OrderReader } from '../../proxy/orders/read.ts';
import { OrderTokens } from '../../proxy/orders/tokens.ts';
import { openStore } from '../../proxy/store/open.ts';
import { OrderStore } from '../../proxy/store/orders.ts';
import { plainDress, TEN_PERCENT } from '../support/dress.ts';
import { serve } from './child.ts';

/** One object, as the shop's settings give it until something changes. */
const SHOP = { name: 'Bench', help: null };

/** An answer to be sent again by a server that does nothing else. */
export interface Recorded {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const SERVICES_A_CATEGORY = 60;
const CATEGORIES = ['Mobile Legends', 'Free Fire', 'Genshin Impact', 'PUBG Mobile', 'Valorant', 'Roblox'];

const [, , kind] = process.argv;
let handler: RequestListener = () => undefined;
const server = createServer((req, res) => handler(req, res));
if (kind === 'ours') handler = await ourApp();

serve({
  listen: () =>
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    }),
  record: (answers: Record<string, Recorded>) => {
    handler = bareExpress(answers);
  },
});

/** The proxy's application with the offer of a usual shop. The limit on requests is out of reach, not out of the way. */
async function ourApp(): Promise<RequestListener> {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'http-'));
  const { store } = await openStore({ kind: 'sqlite', file: join(folder, 'shop.db') });
  const services = CATEGORIES.flatMap((category, group) =>
    Array.from({ length: SERVICES_A_CATEGORY }, (_none, index) => ({
      sid: String(group * SERVICES_A_CATEGORY + index + 1),
      type: 'Games',
      category,
      name: `${(index + 1) * 14} Diamonds (${(index + 1) * 13} + ${index + 1} Bonus)`,
      costRupiah: (index + 1) * 3_750,
      available: index % 17 !== 0,
    })),
  );
  const state = {
    catalog: buildCatalog(services, plainDress(TEN_PERCENT)),
    updatedAt: Date.now(),
    stale: false,
  };
  const reader = new OrderReader(new OrderStore(store), new OrderTokens('the secret of the bench'));
  const never = () => Promise.reject(new Error('not part of this bench'));
  return createApp({
    logger: createLogger('info'),
    sites: { allowed: () => ['https://blog.example.com'], onRefused: () => undefined },
    trustProxy: 1,
    widgetDir: folder,
    console: null,
    catalog: { current: () => state },
    shop: () => SHOP,
    placing: { place: never },
    reader,
    qr: { pictureOf: never },
    tracker: { lookSoon: () => undefined, reopened: () => undefined },
    limits: createLimits(30, Number.MAX_SAFE_INTEGER),
    publicUrl: 'https://topup.example.com',
    streams: new OrderStreams(new ChangeBus(), (orderId, version) => reader.versionsAfter(orderId, version)),
    pingStore: never,
    readiness: () => ({ ready: true, provider: 'ok', catalog: { updatedAt: null, stale: false } }),
    metrics: { contentType: '', metrics: never },
  });
}

/** Express with one route that sends the recorded bytes and headers; 304 is its own doing. */
function bareExpress(answers: Record<string, Recorded>): RequestListener {
  const app = express();
  app.set('x-powered-by', false);
  app.get('/api/catalog/:category', (req, res) => {
    const answer = answers[req.acceptsEncodings(['br', 'gzip', 'identity']) || 'identity'];
    res.set(answer?.headers ?? {});
    res.send(answer?.body);
  });
  return app;
}
