import { vi } from 'vitest';
import type { Order, OrderStatus } from '../../../../proxy/contract/order.ts';
import { ChangeBus } from '../../../../proxy/live/bus.ts';
import { STREAM_CAPS, type StreamCaps } from '../../../../proxy/live/caps.ts';
import type { StreamSink } from '../../../../proxy/live/room.ts';
import { type LoadVersions, OrderStreams, type Viewer } from '../../../../proxy/live/streams.ts';

/** Lets everything that only waits for promises run; needs fake timers. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** One version of an order, as far as a stream looks at it. */
export const version = (number: number, status: OrderStatus = 'processing', note: string | null = null) =>
  ({ version: number, status, note, code: 'ZT-1' }) as Order;

/** A reader that writes down what it gets. */
export function reader(backlog = 0) {
  const chunks: string[] = [];
  const sink = {
    ended: 0,
    destroyed: 0,
    writableLength: backlog,
    write: (chunk: string | Uint8Array) => void chunks.push(Buffer.from(chunk).toString()),
    end: () => void sink.ended++,
    destroy: () => void sink.destroyed++,
  } satisfies StreamSink & Record<string, unknown>;
  const ids = () => [...chunks.join('').matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  return { sink, chunks, ids };
}

/** Somebody who watches order `a`. */
export function viewer(over: Partial<Viewer> = {}): Viewer {
  return { orderId: 'a', baseUrl: 'https://topup.example', address: '10.0.0.1', ...over };
}

/** Streams of orders that all have the versions the test adds to. */
export function scene(stored: Order[] = [version(1)], caps: Partial<StreamCaps> = {}) {
  const bus = new ChangeBus();
  const loads: number[] = [];
  const presented: string[] = [];
  const part = {
    load: async (_orderId: string, after: number) => {
      loads.push(after);
      const found = stored.filter((order) => order.version > after);
      return (baseUrl: string) => {
        presented.push(baseUrl);
        return found.map((order) => ({ ...order, code: baseUrl }));
      };
    },
  } satisfies { load: LoadVersions };
  const streams = new OrderStreams(bus, (...args) => part.load(...args), { ...STREAM_CAPS, ...caps });
  const publish = (number: number) => bus.publish({ orderId: 'a', version: number });
  const add = (...orders: Order[]) => {
    stored.push(...orders);
    for (const order of orders) publish(order.version);
  };
  const open = (sink: StreamSink, has: number, over: Partial<Viewer> = {}) =>
    streams.open(viewer(over), sink, has);
  return { streams, part, loads, presented, stored, publish, add, open };
}
