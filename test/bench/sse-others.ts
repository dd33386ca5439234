import type { ServerResponse } from 'node:http';
import { createChannel, createSession, type Session } from 'better-sse';
import { sharedNow } from './child.ts';
import { sampleOrder } from './sse-orders.ts';
import type { StreamServer } from './stream-server.ts';

const HEARTBEAT_MS = 15_000;

/** The least a stream server can do on `node:http`: no routes, no database, one shared buffer for everybody. */
export async function bareStreams(orderCount: number): Promise<StreamServer> {
  const paths = pathsOf(orderCount);
  const orderAt = new Map(paths.map((path, order) => [path, order]));
  const readers = new Map<string, Set<ServerResponse>>(paths.map((path) => [path, new Set()]));
  setInterval(() => {
    for (const responses of readers.values()) for (const res of responses) res.write(': here\n\n');
  }, HEARTBEAT_MS);
  const versions = new Array<number>(orderCount).fill(1);
  return {
    handler: (req, res) => {
      const responses = readers.get(req.url ?? '');
      res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      res.write(frameOf(versions[orderAt.get(req.url ?? '') ?? 0] ?? 1));
      responses?.add(res);
      res.on('close', () => responses?.delete(res));
    },
    paths,
    async change(order) {
      const version = (versions[order] ?? 0) + 1;
      versions[order] = version;
      const begunAt = sharedNow();
      const frame = frameOf(version);
      for (const res of readers.get(paths[order] ?? '') ?? []) res.write(frame);
      return { order, version, begunAt, madeAt: begunAt };
    },
    counts: () => ({ open: [...readers.values()].reduce((sum, { size }) => sum + size, 0) }),
  };
}

/** The library, as its documentation shows it: a session for each reader, a channel for each order. */
export async function betterSseStreams(orderCount: number): Promise<StreamServer> {
  const paths = pathsOf(orderCount);
  const orderAt = new Map(paths.map((path, order) => [path, order]));
  const channels = new Map(paths.map((path) => [path, createChannel()]));
  const versions = new Array<number>(orderCount).fill(1);
  return {
    handler: async (req, res) => {
      const session: Session = await createSession(req, res, { keepAlive: HEARTBEAT_MS });
      session.push(sampleOrder(1), 'order', String(versions[orderAt.get(req.url ?? '') ?? 0] ?? 1));
      channels.get(req.url ?? '')?.register(session);
    },
    paths,
    async change(order) {
      const version = (versions[order] ?? 0) + 1;
      versions[order] = version;
      const begunAt = sharedNow();
      channels
        .get(paths[order] ?? '')
        ?.broadcast(sampleOrder(version), 'order', { eventId: String(version) });
      return { order, version, begunAt, madeAt: begunAt };
    },
    counts: () => ({ open: [...channels.values()].reduce((sum, one) => sum + one.sessionCount, 0) }),
  };
}

function pathsOf(count: number): string[] {
  return Array.from({ length: count }, (_none, index) => `/orders/${String(index).padStart(40, '0')}/events`);
}

function frameOf(version: number): Buffer {
  return Buffer.from(`event: order\nid: ${version}\ndata: ${JSON.stringify(sampleOrder(version))}\n\n`);
}
