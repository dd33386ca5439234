import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS, type ProblemCode } from '../../../proxy/contract/problem.ts';
import { attemptFor, isFresh, keepsKey, newKey } from '../../../widget/topup/state/attempt.ts';
import { body } from './samples.ts';

const MINUTE = 60_000;

describe('the idempotency key', () => {
  it('stays while nothing is changed', () => {
    const first = attemptFor(null, body, 'ml', 0);
    const reordered = { ...body, target: { zoneId: '1234', userId: '12345678' } };
    expect(attemptFor(first, reordered, 'ml', MINUTE)).toBe(first);
  });

  it.each([
    ['product', { sid: '9' }],
    ['price', { price: 12_500 }],
    ['target', { target: { userId: '1' } }],
    ['buyer', { customer: { name: 'Siti', phone: '081234567890' } }],
  ])('is a new one when the %s is changed', (_what, change) => {
    const first = attemptFor(null, body, 'ml', 0);
    expect(attemptFor(first, { ...body, ...change }, 'ml', 1).key).not.toBe(first.key);
  });

  it('is not kept for ever', () => {
    const first = attemptFor(null, body, 'ml', 0);
    expect(isFresh(first, 29 * MINUTE)).toBe(true);
    expect(attemptFor(first, body, 'ml', 31 * MINUTE).key).not.toBe(first.key);
  });

  it('outlives only failures that do not say what became of the order', () => {
    const codes = Object.keys(PROBLEM_STATUS) as ProblemCode[];
    expect(codes.filter(keepsKey).sort()).toEqual(['internal_error', 'origin_not_allowed', 'rate_limited']);
    expect(keepsKey('no_answer')).toBe(true);
  });

  it('is a UUID even where randomUUID is missing', () => {
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (let i = 0; i < 50; i += 1) expect(newKey({ getRandomValues })).toMatch(uuid);
    expect(newKey()).toMatch(uuid);
  });
});
