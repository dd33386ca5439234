import { expect, it } from 'vitest';
import { type Change, ChangeBus } from '../../../../proxy/live/bus.ts';

/** A bus with a listener that writes down what it hears. */
function listening(bus = new ChangeBus()) {
  const heard: Change[] = [];
  const stop = bus.subscribe((change) => void heard.push(change));
  return { bus, heard, stop };
}

it('tells every listener which order changed, and to which version', () => {
  const one = listening();
  const two = listening(one.bus);
  one.bus.publish({ orderId: 'a', version: 2 });
  one.bus.publish({ orderId: 'b', version: 1 });
  expect(one.heard).toEqual([
    { orderId: 'a', version: 2 },
    { orderId: 'b', version: 1 },
  ]);
  expect(two.heard).toEqual(one.heard);
});

it('keeps nothing for those who come later', () => {
  const bus = new ChangeBus();
  bus.publish({ orderId: 'a', version: 1 });
  expect(listening(bus).heard).toEqual([]);
});

it('tells nobody after he has gone, and the others still', () => {
  const one = listening();
  const two = listening(one.bus);
  one.stop();
  one.stop();
  one.bus.publish({ orderId: 'a', version: 2 });
  expect(one.heard).toEqual([]);
  expect(two.heard).toHaveLength(1);
});

it('lets a listener leave while it is being told', () => {
  const bus = new ChangeBus();
  const heard: string[] = [];
  const stop = bus.subscribe(() => {
    heard.push('first');
    stop();
  });
  bus.subscribe(() => void heard.push('second'));
  bus.publish({ orderId: 'a', version: 2 });
  bus.publish({ orderId: 'a', version: 3 });
  expect(heard).toEqual(['first', 'second', 'second']);
});
