import { expect, it } from 'vitest';
import { type Change, ChangeBus } from '../../../../proxy/live/bus.ts';

/** A bus with a listener that writes down what it hears. */
function listening(orderId: string, bus = new ChangeBus()) {
  const heard: Change[] = [];
  const stop = bus.subscribe(orderId, (change) => void heard.push(change));
  return { bus, heard, stop };
}

it('tells every listener of an order, and no other, that it changed', () => {
  const one = listening('a');
  const two = listening('a', one.bus);
  const other = listening('b', one.bus);
  one.bus.publish({ orderId: 'a', version: 2 });
  expect(one.heard).toEqual([{ orderId: 'a', version: 2 }]);
  expect(two.heard).toEqual(one.heard);
  expect(other.heard).toEqual([]);
});

it('keeps nothing for those who come later', () => {
  const bus = new ChangeBus();
  bus.publish({ orderId: 'a', version: 1 });
  expect(listening('a', bus).heard).toEqual([]);
});

it('tells nobody after he has gone, and the others still', () => {
  const one = listening('a');
  const two = listening('a', one.bus);
  one.stop();
  one.bus.publish({ orderId: 'a', version: 2 });
  expect(one.heard).toEqual([]);
  expect(two.heard).toHaveLength(1);
});

it('knows whether an order is watched, until its last listener has gone', () => {
  const { bus, stop } = listening('a');
  const second = listening('a', bus);
  expect([bus.isWatched('a'), bus.isWatched('b')]).toEqual([true, false]);
  stop();
  expect(bus.isWatched('a')).toBe(true);
  second.stop();
  expect(bus.isWatched('a')).toBe(false);
});

it('lets a listener leave, or bring another, while it is being told', () => {
  const bus = new ChangeBus();
  const heard: string[] = [];
  const stop = bus.subscribe('a', () => {
    heard.push('first');
    stop();
  });
  bus.subscribe('a', () => void heard.push('second'));
  bus.publish({ orderId: 'a', version: 2 });
  bus.publish({ orderId: 'a', version: 3 });
  expect(heard).toEqual(['first', 'second', 'second']);
});

it('ending a subscription twice leaves later listeners of the same order alone', () => {
  const bus = new ChangeBus();
  const end = bus.subscribe('a', () => undefined);
  end();
  const seen: number[] = [];
  bus.subscribe('a', ({ version }) => seen.push(version));
  end();
  bus.publish({ orderId: 'a', version: 3 });
  expect(seen).toEqual([3]);
});
