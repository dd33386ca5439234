import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reader, scene, settle, version, viewer } from './scene.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const BACKLOG = 64 * 1024;

describe('a reader that does not read', () => {
  it('is cut off at 64 kB, counted, and finds everything again when he comes back', async () => {
    const { open, add, streams } = scene();
    const [stuck, other] = [reader(BACKLOG), reader()];
    open(stuck.sink, 0);
    open(other.sink, 0);
    await settle();
    expect(stuck.ids()).toEqual([1]);
    stuck.sink.writableLength = BACKLOG + 1;
    add(version(2));
    await settle();
    expect(stuck.ids()).toEqual([1]);
    // An end would wait for him for ever.
    expect([stuck.sink.ended, stuck.sink.destroyed, other.sink.destroyed]).toEqual([0, 1, 0]);
    expect(streams.counts()).toEqual({ open: 1, opened: 2, refused: 0, dropped: 1 });
    const again = reader();
    open(again.sink, 1);
    await settle();
    expect(again.ids()).toEqual([2]);
  });

  it('is found by the heartbeat when his order does not change', async () => {
    const { open, streams } = scene();
    const { sink } = reader(BACKLOG + 1);
    open(sink, 1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect([sink.destroyed, streams.counts().dropped, vi.getTimerCount()]).toEqual([1, 1, 0]);
  });
});

describe('the heartbeat', () => {
  it('is one timer that reaches every stream each 15 s, a few at a time', async () => {
    const { open } = scene();
    const readers = Array.from({ length: 120 }, (_none, index) => {
      const one = reader();
      open(one.sink, 1, { orderId: `order ${index}` });
      return one;
    });
    const beats = () => readers.map(({ chunks }) => chunks.filter((chunk) => chunk === ': here\n\n').length);
    const sum = () => beats().reduce((total, one) => total + one, 0);
    await vi.advanceTimersByTimeAsync(14_999);
    expect([sum(), vi.getTimerCount()]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sum()).toBe(2);
    await vi.advanceTimersByTimeAsync(15_000);
    for (const count of beats()) expect(count).toBeGreaterThanOrEqual(1);
    expect(sum()).toBe(122);
  });

  it('stops with the last stream and starts with the next', async () => {
    const { open } = scene();
    const closes = [open(reader().sink, 1), open(reader().sink, 1)];
    for (const close of closes) close();
    expect(vi.getTimerCount()).toBe(0);
    const { sink, chunks } = reader();
    open(sink, 1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(chunks.at(-1)).toBe(': here\n\n');
  });
});

describe('a stream is refused', () => {
  const refusal = (retryAfterMs: number) =>
    expect.objectContaining({ code: 'rate_limited', retryAfterMs }) as Error;

  it('when its address has as many as it may have, until one of them ends', () => {
    const { open, streams } = scene([version(1)], { perAddress: 2 });
    const close = open(reader().sink, 1);
    open(reader().sink, 1, { orderId: 'b' });
    expect(() => streams.admit(viewer({ orderId: 'c' }))).toThrow(refusal(30_000));
    expect(() => streams.admit(viewer({ orderId: 'c', address: '10.0.0.2' }))).not.toThrow();
    close();
    expect(() => streams.admit(viewer({ orderId: 'c' }))).not.toThrow();
    expect(streams.counts().refused).toBe(1);
  });

  it('when its order has as many as it may have, from wherever they are', () => {
    const { open, streams } = scene([version(1)], { perOrder: 1 });
    const close = open(reader().sink, 1);
    const other = viewer({ address: '10.0.0.2', baseUrl: 'https://other.example' });
    expect(() => streams.admit(other)).toThrow(refusal(30_000));
    close();
    expect(() => streams.admit(other)).not.toThrow();
  });
});

describe('when the process stops', () => {
  it('few streams end at once, and no new ones are taken', async () => {
    const { open, streams } = scene();
    const readers = Array.from({ length: 50 }, () => reader());
    const closes = readers.map(({ sink }) => open(sink, 1));
    await settle();
    await streams.endAll();
    for (const close of closes) close();
    expect(readers.map(({ sink }) => sink.ended)).toEqual(readers.map(() => 1));
    expect([streams.counts().open, vi.getTimerCount()]).toEqual([0, 0]);
    expect(() => streams.admit(viewer())).toThrow(expect.objectContaining({ code: 'rate_limited' }) as Error);
  });

  it('many end in slices over two seconds, told to come back spread, and see changes until then', async () => {
    const { open, streams, add } = scene();
    const readers = Array.from({ length: 6_000 }, () => reader());
    for (const { sink } of readers) open(sink, 1);
    await settle();
    const done = streams.endAll();
    expect(streams.counts().open).toBe(5_700);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams.counts().open).toBe(2_700);
    add(version(2));
    await vi.advanceTimersByTimeAsync(900);
    await done;
    expect(streams.counts().open).toBe(0);
    expect(readers.at(-1)?.ids()).toEqual([2]);
    const retries = readers.map(({ chunks }) => Number(/\d+/.exec(chunks.at(-1) ?? '')?.[0]));
    expect(Math.min(...retries)).toBeLessThan(2_500);
    expect(Math.max(...retries)).toBeGreaterThan(7_500);
    expect(Math.max(...retries)).toBeLessThan(8_000);
  });
});
