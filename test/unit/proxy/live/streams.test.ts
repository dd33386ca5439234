import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order, OrderStatus } from '../../../../proxy/contract/order.ts';
import { ChangeBus } from '../../../../proxy/live/bus.ts';
import { type LoadVersions, OrderStreams, type StreamSink } from '../../../../proxy/live/streams.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Lets everything that only waits for promises run. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** One version of an order, as far as a stream looks at it. */
const version = (number: number, status: OrderStatus = 'processing') =>
  ({ version: number, status, code: 'ZT-1' }) as Order;

/** A reader that writes down what it gets. */
function reader(backlog = 0) {
  const chunks: string[] = [];
  const sink: StreamSink & { ended: number; pending: number } = {
    ended: 0,
    pending: backlog,
    write: (chunk) => void chunks.push(chunk),
    end: () => void sink.ended++,
    backlog: () => sink.pending,
  };
  const ids = () => chunks.flatMap((chunk) => /^id: (\d+)$/m.exec(chunk)?.slice(1).map(Number) ?? []);
  return { sink, chunks, ids };
}

/** Streams of one order whose versions the test adds to. */
function scene(stored: Order[] = [version(1)]) {
  const bus = new ChangeBus();
  const streams = new OrderStreams(bus);
  const loads: number[] = [];
  const load: LoadVersions = async (after) => {
    loads.push(after);
    return stored.filter((order) => order.version > after);
  };
  const add = (...orders: Order[]) => {
    stored.push(...orders);
    for (const order of orders) bus.publish({ orderId: 'a', version: order.version });
  };
  return { bus, streams, load, loads, stored, add };
}

describe('opening a stream', () => {
  it('first says how soon to come back, then shows where the order is now', async () => {
    const { streams, load } = scene([version(1), version(2), version(3)]);
    const { sink, chunks } = reader();
    streams.open('a', sink, null, load);
    await settle();
    const retry = Number(/^retry: (\d+)\n\n$/.exec(chunks[0] ?? '')?.[1]);
    expect(retry).toBeGreaterThanOrEqual(2_000);
    expect(retry).toBeLessThan(4_000);
    expect(chunks.slice(1)).toEqual([`event: order\nid: 3\ndata: ${JSON.stringify(version(3))}\n\n`]);
    expect(sink.ended).toBe(0);
  });

  it('with the version the reader has, shows every one he missed, in order', async () => {
    const { streams, load, loads } = scene([version(1), version(2), version(3), version(4)]);
    const { sink, ids } = reader();
    streams.open('a', sink, 2, load);
    await settle();
    expect(ids()).toEqual([3, 4]);
    expect(loads).toEqual([2]);
  });

  it('with the newest version shows nothing and waits', async () => {
    const { streams, load, add } = scene();
    const { sink, ids } = reader();
    streams.open('a', sink, 1, load);
    await settle();
    expect(ids()).toEqual([]);
    add(version(2));
    await settle();
    expect(ids()).toEqual([2]);
  });
});

describe('an open stream', () => {
  it('shows each new version once and in order, also when hints come late, twice or out of order', async () => {
    const { streams, load, bus, stored } = scene();
    const { sink, ids } = reader();
    streams.open('a', sink, null, load);
    await settle();
    stored.push(version(2), version(3));
    for (const hint of [3, 2, 3, 1]) bus.publish({ orderId: 'a', version: hint });
    await settle();
    bus.publish({ orderId: 'a', version: 3 });
    stored.push(version(4));
    bus.publish({ orderId: 'a', version: 4 });
    await settle();
    expect(ids()).toEqual([1, 2, 3, 4]);
  });

  it('asks the store nothing when it has that version already', async () => {
    const { streams, load, loads, bus } = scene();
    streams.open('a', reader().sink, null, load);
    await settle();
    bus.publish({ orderId: 'a', version: 1 });
    await settle();
    expect(loads).toHaveLength(1);
  });

  it('loses nothing that happens while it still loads', async () => {
    const { streams, load, add } = scene();
    let release = () => {};
    const slow: LoadVersions = async (after) => {
      const found = await load(after);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return found;
    };
    const { sink, ids } = reader();
    streams.open('a', sink, null, slow);
    await settle();
    add(version(2));
    release();
    await settle();
    release();
    await settle();
    expect(ids()).toEqual([1, 2]);
  });

  it('does not mix orders or readers', async () => {
    const { streams, load, add, bus } = scene();
    const mine = reader();
    const other = reader();
    streams.open('a', mine.sink, 1, load);
    streams.open('b', other.sink, 1, async () => []);
    add(version(2));
    bus.publish({ orderId: 'c', version: 9 });
    await settle();
    expect(mine.ids()).toEqual([2]);
    expect(other.ids()).toEqual([]);
    expect(streams.size).toBe(2);
  });

  it('is kept awake by one heartbeat for all, which stops with the last of them', async () => {
    const { streams, load } = scene();
    const [one, two] = [reader(), reader()];
    const closeOne = streams.open('a', one.sink, 1, load);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(one.chunks.filter((chunk) => chunk.startsWith(':'))).toEqual([]);
    const closeTwo = streams.open('a', two.sink, 1, load);
    await vi.advanceTimersByTimeAsync(1);
    for (const { chunks } of [one, two]) expect(chunks.at(-1)).toBe(': here\n\n');
    closeOne();
    closeTwo();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a stream ends', () => {
  it.each(['succeeded', 'failed', 'rejected', 'unconfirmed'] as const)(
    'when the order is %s, after that was shown',
    async (status) => {
      const { streams, load, add, bus } = scene();
      const { sink, ids } = reader();
      streams.open('a', sink, 1, load);
      add(version(2, status));
      await settle();
      expect(ids()).toEqual([2]);
      expect([sink.ended, streams.size, bus.isWatched('a')]).toEqual([1, 0, false]);
    },
  );

  it('not when it may still be paid late', async () => {
    const { streams, load } = scene([version(1), version(2, 'expired')]);
    const { sink } = reader();
    streams.open('a', sink, null, load);
    await settle();
    expect([sink.ended, streams.size]).toEqual([0, 1]);
  });

  it('when its reader has stopped reading, so that nothing piles up', async () => {
    const { streams, load, add, bus } = scene();
    const { sink } = reader(64 * 1024);
    streams.open('a', sink, null, load);
    await settle();
    expect(sink.ended).toBe(0);
    sink.pending = 64 * 1024 + 1;
    add(version(2));
    await settle();
    expect([sink.ended, streams.size, bus.isWatched('a')]).toEqual([1, 0, false]);
  });

  it('when the store fails, so that the reader comes back and asks by version', async () => {
    const { streams, bus } = scene();
    const { sink } = reader();
    streams.open('a', sink, null, () => Promise.reject(new Error('disk')));
    await settle();
    expect([sink.ended, streams.size, bus.isWatched('a')]).toEqual([1, 0, false]);
  });

  it('when its reader goes, once, and nothing is written after that', async () => {
    const { streams, load, add, bus } = scene();
    const { sink, chunks } = reader();
    const close = streams.open('a', sink, 1, load);
    await settle();
    add(version(2));
    close();
    close();
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(chunks).toHaveLength(1);
    expect([sink.ended, streams.size, bus.isWatched('a')]).toEqual([1, 0, false]);
  });

  it('with all others when the process stops', async () => {
    const { streams, load } = scene();
    const [one, two] = [reader(), reader()];
    const close = streams.open('a', one.sink, 1, load);
    streams.open('b', two.sink, 1, load);
    streams.closeAll();
    close();
    expect([one.sink.ended, two.sink.ended, streams.size, vi.getTimerCount()]).toEqual([1, 1, 0, 0]);
  });
});
