import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, sharedNow } from './child.ts';
import { bareStreams, betterSseStreams } from './sse-others.ts';
import { ourStreams } from './sse-ours.ts';
import type { Made } from './stream-server.ts';

/** How much memory the process has, after a full collection, in bytes. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

const [, , kind, orders] = process.argv;
const servers = { bare: bareStreams, ours: ourStreams, 'better-sse': betterSseStreams };
const stage = await servers[kind as keyof typeof servers](Number(orders));
const server = createServer(stage.handler);

serve({
  listen: () =>
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', 4096, () => {
        resolve({ port: (server.address() as AddressInfo).port, paths: stage.paths });
      });
    }),
  memory: async (): Promise<Memory> => {
    for (let pass = 0; pass < 5; pass++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed + external };
  },
  change: ({ order, padding }: { order: number; padding?: number }) => stage.change(order, padding),
  changes: (load: Load) => manyChanges(load),
  counts: () => stage.counts(),
});

/** So many changes a second for so long, each of an order picked at random from `first` on. */
export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
  readonly first: number;
  readonly count: number;
}

async function manyChanges({ perSecond, seconds, first, count }: Load): Promise<Made[]> {
  const made: Promise<Made>[] = [];
  const start = sharedNow();
  while (made.length < perSecond * seconds) {
    const due = start + (made.length * 1000) / perSecond;
    const wait = due - sharedNow();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const order = first + Math.floor(Math.random() * count);
    made.push(stage.change(order));
  }
  return Promise.all(made);
}
