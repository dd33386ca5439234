import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES, type OrderStatus } from '../../../../proxy/contract/order.ts';
import { isFinished, mayMove } from '../../../../proxy/orders/transitions.ts';

/** Every move the product knows, written out apart from the table under test. */
const ALLOWED = new Set([
  'placing -> awaiting_payment',
  'placing -> rejected',
  'placing -> unconfirmed',
  'placing -> processing',
  'awaiting_payment -> processing',
  'awaiting_payment -> expired',
  'expired -> processing',
  'processing -> succeeded',
  'processing -> failed',
  'succeeded -> failed',
  'failed -> succeeded',
]);

const PAIRS = ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((to) => [from, to] as const));

describe('the transition table', () => {
  it.each(PAIRS)('%s -> %s', (from, to) => {
    expect(mayMove(from, to)).toBe(ALLOWED.has(`${from} -> ${to}`));
  });

  it('reaches every state from the first', () => {
    const reached = new Set<OrderStatus>(['placing']);
    for (const from of reached) for (const to of ORDER_STATUSES) if (mayMove(from, to)) reached.add(to);
    expect([...reached].sort()).toEqual([...ORDER_STATUSES].sort());
  });
});

it.each([
  ['placing', false],
  ['awaiting_payment', false],
  ['processing', false],
  ['expired', false],
  ['succeeded', true],
  ['failed', true],
  ['rejected', true],
  ['unconfirmed', true],
] as const)('an order that is %s is over for its live view: %s', (status, over) => {
  expect(isFinished({ status, note: 'SN: 1' })).toBe(over);
});

it('a delivery without its serial number is not over: the number may still come', () => {
  expect(isFinished({ status: 'succeeded', note: null })).toBe(false);
});
