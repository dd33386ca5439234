import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../../../proxy/contract/order.ts';
import { paceOf, roughly, waitedSeconds } from '../../../widget/topup/state/slow.ts';
import { order } from './samples.ts';

const PAID_AT = Date.parse('2026-11-23T10:05:00Z');
const paid = (usualSeconds: number | null) =>
  order({
    status: 'processing',
    usualSeconds,
    timeline: [
      { status: 'awaiting_payment', at: '2026-11-23T10:00:01Z' },
      { status: 'processing', at: '2026-11-23T10:05:00Z' },
    ],
  });
const pace = (usualSeconds: number | null, waited: number) =>
  paceOf(paid(usualSeconds), PAID_AT + waited * 1000);

describe('the pace of a delivery', () => {
  it.each([
    // Seconds of waiting until it is slow and very slow, by what is usual.
    [5, 60, 600],
    [20, 60, 600],
    [40, 120, 600],
    [240, 720, 2_400],
    [null, 300, 1_000],
  ])('that usually takes %s s is slow after %i s and very slow after %i s', (usual, slow, verySlow) => {
    expect(pace(usual, 0)).toBe('normal');
    expect(pace(usual, slow)).toBe('normal');
    expect(pace(usual, slow + 1)).toBe('slow');
    expect(pace(usual, verySlow)).toBe('slow');
    expect(pace(usual, verySlow + 1)).toBe('very-slow');
  });

  it('is normal in every state but the delivery', () => {
    for (const status of ORDER_STATUSES.filter((one) => one !== 'processing')) {
      expect(paceOf({ ...paid(5), status }, PAID_AT + 86_400_000), status).toBe('normal');
    }
  });

  it('is counted from the last time the order was paid, and never from the future', () => {
    const late = paid(5);
    const timeline = [...late.timeline, { status: 'processing' as const, at: '2026-11-23T11:00:00Z' }];
    expect(waitedSeconds({ ...late, timeline }, Date.parse('2026-11-23T11:00:30Z'))).toBe(30);
    expect(pace(5, -3_600)).toBe('normal');
    expect(waitedSeconds({ ...late, timeline: [] }, PAID_AT)).toBe(0);
  });
});

describe('a span of time', () => {
  it.each([
    [0, 5, 'seconds'],
    [4, 5, 'seconds'],
    [31, 35, 'seconds'],
    [55, 55, 'seconds'],
    [56, 1, 'minutes'],
    [60, 1, 'minutes'],
    [61, 2, 'minutes'],
    [240, 4, 'minutes'],
    [5_400, 90, 'minutes'],
    [5_401, 2, 'hours'],
  ] as const)('of %i s is said as %i %s', (seconds, count, unit) => {
    expect(roughly(seconds)).toEqual({ count, unit });
  });

  it('is never said shorter than it is', () => {
    const LENGTH = { seconds: 1, minutes: 60, hours: 3_600 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (seconds) => {
        const { count, unit } = roughly(seconds);
        expect(count * LENGTH[unit]).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });
});
