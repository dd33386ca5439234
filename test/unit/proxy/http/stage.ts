import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp } from '../../../../proxy/app.ts';
import type { CatalogState } from '../../../../proxy/catalog/catalog.ts';
import { createLimits } from '../../../../proxy/http/limits.ts';
import { ChangeBus } from '../../../../proxy/live/bus.ts';
import { STREAM_CAPS, type StreamCaps } from '../../../../proxy/live/caps.ts';
import { OrderStreams } from '../../../../proxy/live/streams.ts';
import { createLogger } from '../../../../proxy/ops/logger.ts';
import { OrderReader } from '../../../../proxy/orders/read.ts';
import { OrderTokens } from '../../../../proxy/orders/tokens.ts';
import { type OrderPatch, OrderStore } from '../../../../proxy/store/orders.ts';
import { newOrder, tempFolder, tempStore } from '../support/stored.ts';

/** One object, as the shop's settings give it until something changes. */
const SHOP = { name: 'Toko', help: null };

const ORDER = newOrder();

/** The real application over a real database with one order in it, and nothing that places or looks. */
export async function stage(
  options: {
    caps?: Partial<StreamCaps>;
    readsPerMinute?: number;
    publicUrl?: string;
    catalog?: () => CatalogState | null;
  } = {},
) {
  const orders = new OrderStore(await tempStore());
  const tokens = new OrderTokens('secret of the tests');
  await orders.insert(ORDER, 1_000);
  const reader = new OrderReader(orders, tokens);
  const bus = new ChangeBus();
  const caps = { ...STREAM_CAPS, ...options.caps };
  const streams = new OrderStreams(bus, (orderId, version) => reader.versionsAfter(orderId, version), caps);
  const lines: string[] = [];
  const reopened: string[] = [];
  const never = () => Promise.reject(new Error('not part of this test'));
  const app = createApp({
    logger: createLogger('debug', { write: (line) => void lines.push(line) }),
    sites: { allowed: () => ['https://blog.example'], onRefused: () => undefined },
    trustProxy: 1,
    widgetDir: await tempFolder(),
    console: null,
    catalog: { current: options.catalog ?? (() => null) },
    shop: () => SHOP,
    placing: { place: never },
    reader,
    qr: { pictureOf: never },
    tracker: { lookSoon: () => undefined, reopened: (id) => void reopened.push(id) },
    limits: createLimits(30, options.readsPerMinute),
    publicUrl: options.publicUrl ?? null,
    streams,
    pingStore: never,
    readiness: () => ({ ready: true, provider: 'ok', catalog: { updatedAt: null, stale: false } }),
    metrics: { contentType: 'text/plain', metrics: never },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });
  const { port } = server.address() as AddressInfo;
  const token = tokens.tokenFor(ORDER.id);
  let version = 1;
  return {
    ...{
      streams,
      reopened,
      port,
      token,
      path: `/api/orders/${token}/events`,
      url: `http://127.0.0.1:${port}`,
    },
    logs: () => lines.join(''),
    /** Makes the order's next version and tells of it. */
    async change(status: 'processing' | 'succeeded', patch: OrderPatch = {}) {
      await orders.change(ORDER.id, version, status, patch, 1_000 + version);
      bus.publish({ orderId: ORDER.id, version: ++version });
    },
  };
}

/** Opens a stream over a plain socket, and gives what has arrived so far; `pause` stops reading. */
export function watch(port: number, path: string, headers: Record<string, string> = {}) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: shop.example\r\n${lines.join('')}\r\n`);
  });
  const seen = { text: '', closed: false };
  socket.on('data', (chunk) => {
    seen.text += chunk.toString();
  });
  socket
    .on('error', () => undefined)
    .on('close', () => {
      seen.closed = true;
    });
  onTestFinished(() => void socket.destroy());
  return {
    socket,
    seen,
    ids: () => [...seen.text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1])),
  };
}
