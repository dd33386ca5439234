import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reader, scene, settle, version } from './scene.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('opening a stream', () => {
  it('first says how soon to come back, then shows where the order is now', async () => {
    const { open, streams } = scene([version(1), version(2), version(3)]);
    const { sink, chunks } = reader();
    open(sink, 2);
    await settle();
    const retry = Number(/^retry: (\d+)\n\n$/.exec(chunks[0] ?? '')?.[1]);
    expect(retry).toBeGreaterThanOrEqual(2_000);
    expect(retry).toBeLessThan(4_000);
    const shown = JSON.stringify({ ...version(3), code: 'https://topup.example' });
    expect(chunks.slice(1)).toEqual([`event: order\nid: 3\ndata: ${shown}\n\n`]);
    expect([sink.ended, streams.isWatched('a'), streams.isWatched('b')]).toEqual([0, true, false]);
  });

  it('shows every version the reader missed, in order and in one write', async () => {
    const { open, loads } = scene([version(1), version(2), version(3), version(4)]);
    const { sink, ids, chunks } = reader();
    open(sink, 2);
    await settle();
    expect(ids()).toEqual([3, 4]);
    expect(chunks).toHaveLength(2);
    expect(loads).toEqual([2]);
  });

  it('with the newest version shows nothing and waits', async () => {
    const { open, add } = scene();
    const { sink, ids } = reader();
    open(sink, 1);
    await settle();
    expect([ids(), sink.ended]).toEqual([[], 0]);
    add(version(2));
    await settle();
    expect(ids()).toEqual([2]);
  });
});

describe('an open stream', () => {
  it('shows each new version once and in order, also when hints come late, twice or out of order', async () => {
    const { open, publish, stored, add } = scene();
    const { sink, ids } = reader();
    open(sink, 0);
    await settle();
    stored.push(version(2), version(3));
    for (const hint of [3, 2, 3, 1]) publish(hint);
    await settle();
    publish(3);
    add(version(4));
    await settle();
    expect(ids()).toEqual([1, 2, 3, 4]);
  });

  it('asks the store nothing when it has that version already', async () => {
    const { open, loads, publish } = scene();
    open(reader().sink, 0);
    await settle();
    publish(1);
    await settle();
    expect(loads).toHaveLength(1);
  });

  it('loses nothing that happens, and nobody who comes, while it still loads', async () => {
    const { open, part, add } = scene([version(1), version(2), version(3)]);
    const { load } = part;
    const releases: (() => void)[] = [];
    part.load = async (...args) => {
      const found = await load(...args);
      await new Promise<void>((resolve) => releases.push(resolve));
      return found;
    };
    const [early, late] = [reader(), reader()];
    open(early.sink, 2);
    await settle();
    open(late.sink, 0);
    add(version(4));
    for (let round = 0; round < 4; round++) {
      releases.pop()?.();
      await settle();
    }
    expect(early.ids()).toEqual([3, 4]);
    expect(late.ids()).toEqual([1, 2, 3, 4]);
  });

  it('does not mix orders or readers', async () => {
    const { open, add, streams } = scene();
    const [mine, other] = [reader(), reader()];
    open(mine.sink, 1);
    open(other.sink, 1, { orderId: 'b' });
    add(version(2));
    await settle();
    expect([mine.ids(), other.ids()]).toEqual([[2], []]);
    expect(streams.counts().open).toBe(2);
  });
});

describe('many streams of one order', () => {
  it('cost one load for each change, and one presentation for each way they came by', async () => {
    const { open, add, loads, presented } = scene();
    const readers = Array.from({ length: 6 }, () => reader());
    const baseUrls = ['https://one.example', 'https://two.example'];
    readers.forEach(({ sink }, index) => void open(sink, 1, { baseUrl: baseUrls[index % 2] ?? '' }));
    await settle();
    loads.length = 0;
    presented.length = 0;
    add(version(2));
    await settle();
    expect(loads).toEqual([1]);
    expect(presented).toEqual(baseUrls);
    expect(readers.map(({ ids }) => ids())).toEqual(readers.map(() => [2]));
    expect(readers[1]?.chunks.at(-1)).toContain('https://two.example');
  });

  it('are caught up each from where its reader was', async () => {
    const { open } = scene([version(1), version(2), version(3)]);
    const [first, second] = [reader(), reader()];
    open(first.sink, 0);
    open(second.sink, 2);
    await settle();
    expect([first.ids(), second.ids()]).toEqual([[1, 2, 3], [3]]);
  });
});

describe('a stream ends', () => {
  it.each(['succeeded', 'failed', 'rejected', 'unconfirmed'] as const)(
    'when the order is %s, after that was shown',
    async (status) => {
      const { open, add, streams } = scene();
      const { sink, ids } = reader();
      open(sink, 1);
      add(version(2, status, 'SN 1234'));
      await settle();
      expect(ids()).toEqual([2]);
      expect([sink.ended, streams.counts().open, streams.isWatched('a')]).toEqual([1, 0, false]);
    },
  );

  it.each([version(2, 'expired'), version(2, 'succeeded', null)])(
    'not when it may still be paid late, or its serial number has not come',
    async (order) => {
      const { open, streams } = scene([version(1), order]);
      const { sink } = reader();
      open(sink, 1);
      await settle();
      expect([sink.ended, streams.counts().open]).toEqual([0, 1]);
    },
  );

  it('when the store fails, so that the reader comes back and asks by version', async () => {
    const { open, part, streams } = scene();
    part.load = () => Promise.reject(new Error('disk'));
    const { sink } = reader();
    open(sink, 0);
    await settle();
    expect([sink.ended, streams.counts().open, streams.isWatched('a')]).toEqual([1, 0, false]);
  });

  it('when its reader goes, once, and nothing is written after that', async () => {
    const { open, add, streams } = scene();
    const { sink, chunks } = reader();
    const close = open(sink, 1);
    await settle();
    add(version(2));
    close();
    close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(chunks).toHaveLength(1);
    expect([sink.ended, streams.counts().open, vi.getTimerCount()]).toEqual([1, 0, 0]);
  });
});
