import { expect, test } from 'vitest';
import { TooManyRequests } from '../../../demo/sandbox/refusal.ts';
import { SlidingWindow } from '../../../demo/sandbox/sliding-window.ts';

function window(limit: number) {
  let now = 1_000_000;
  const slots = new SlidingWindow(limit, () => now);
  return { slots, wait: (ms: number) => (now += ms) };
}

test('the limit holds in any sixty seconds, not only in whole minutes', () => {
  const { slots, wait } = window(2);
  slots.take('key');
  wait(59_000);
  slots.take('key');
  wait(999);
  expect(() => slots.take('key')).toThrow(TooManyRequests);
  wait(1);
  slots.take('key');
  expect(() => slots.take('key')).toThrow(TooManyRequests);
});

test('the refusal says in whole seconds when the next request gets through', () => {
  const { slots, wait } = window(1);
  slots.take('key');
  wait(500);
  const refusal = (() => {
    try {
      slots.take('key');
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toMatchObject({ retryAfterSeconds: 60 });
  wait(60_000);
  expect(() => slots.take('key')).not.toThrow();
});

test('refused requests do not lengthen the wait', () => {
  const { slots, wait } = window(1);
  slots.take('key');
  wait(30_000);
  expect(() => slots.take('key')).toThrow();
  wait(30_000);
  expect(() => slots.take('key')).not.toThrow();
});

test('each name has a window of its own', () => {
  const { slots } = window(1);
  slots.take('one');
  expect(() => slots.take('other')).not.toThrow();
});
