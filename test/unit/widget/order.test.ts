import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../../../proxy/contract/order.ts';
import { retryDelay } from '../../../widget/topup/state/backoff.ts';
import {
  hasDeadline,
  isNews,
  isSettled,
  paceOf,
  stepsOf,
  targetLine,
  timeLeft,
} from '../../../widget/topup/state/order.ts';
import { parseSerial } from '../../../widget/topup/state/serial.ts';
import { isUnderway } from '../../../widget/topup/state/underway.ts';
import { order } from './samples.ts';

describe('an order’s progress', () => {
  it('waits for the payment with the time it was made', () => {
    expect(stepsOf(order())).toEqual([
      { name: 'created', state: 'done', at: '2026-11-23T10:00:00Z' },
      { name: 'paid', state: 'now', at: null },
      { name: 'delivered', state: 'todo', at: null },
    ]);
  });

  it('shows the last time of a step reached twice', () => {
    const timeline = [
      { status: 'processing' as const, at: 'a' },
      { status: 'failed' as const, at: 'b' },
      { status: 'succeeded' as const, at: 'c' },
    ];
    expect(stepsOf(order({ status: 'succeeded', timeline })).map((step) => step.at)).toEqual([
      '2026-11-23T10:00:00Z',
      'a',
      'c',
    ]);
  });

  it('has three steps for every status', () => {
    for (const status of ORDER_STATUSES) expect(stepsOf(order({ status }))).toHaveLength(3);
  });

  it('is never both under way and settled', () => {
    expect(
      ORDER_STATUSES.filter((status) => isSettled({ status, note: 'SN' }) && isUnderway(status)),
    ).toEqual([]);
  });
});

describe('news of an order', () => {
  it('is what has a higher version', () => {
    expect(isNews(null, order())).toBe(true);
    expect(isNews(order({ version: 3 }), order({ version: 4 }))).toBe(true);
    expect(isNews(order({ version: 3 }), order({ version: 3 }))).toBe(false);
    expect(isNews(order({ version: 3 }), order({ version: 2 }))).toBe(false);
    expect(isNews(order({ version: 3, token: 'other' }), order({ version: 1 }))).toBe(true);
  });
});

describe('time', () => {
  const start = Date.parse('2026-11-23T10:00:00Z');

  it('left to pay never falls below nought and may be unknown', () => {
    expect(timeLeft(order(), start)).toBe(15 * 60_000);
    expect(timeLeft(order(), start + 3_600_000)).toBe(0);
    expect(timeLeft(order({ payment: null }), start)).toBeNull();
  });

  it('matters only while something is awaited', () => {
    expect(hasDeadline(order(), start)).toBe(true);
    expect(hasDeadline(order({ status: 'succeeded' }), start)).toBe(false);
    expect(hasDeadline(order({ status: 'unconfirmed', retryAt: '2026-11-23T10:15:00Z' }), start)).toBe(true);
  });

  it('between tries doubles up to half a minute, spread out', () => {
    expect(retryDelay(1, 1)).toBe(1_000);
    expect(retryDelay(3, 1)).toBe(4_000);
    expect(retryDelay(50, 1)).toBe(30_000);
    expect(retryDelay(50, 0)).toBe(15_000);
  });
});

describe('the pace of a delivery', () => {
  const paidAt = Date.parse('2026-11-23T10:05:00Z');
  const paid = (usualSeconds: number | null) =>
    order({
      status: 'processing',
      usualSeconds,
      updatedAt: '2026-11-23T10:20:00Z',
      timeline: [{ status: 'processing', at: '2026-11-23T10:05:00Z' }],
    });
  const paceAfter = (minutes: number, usualSeconds: number | null) =>
    paceOf(paid(usualSeconds), paidAt + minutes * 60_000);

  it('is counted from the payment and judged by what is usual', () => {
    expect([paceAfter(0.9, 10), paceAfter(1.1, 10), paceAfter(9, 240), paceAfter(13, 240)]).toEqual([
      'usual',
      'slow',
      'usual',
      'slow',
    ]);
  });

  it('is for the shop to look at after half an hour, or ten times what is usual', () => {
    expect([paceAfter(29, 10), paceAfter(31, 10), paceAfter(39, 240), paceAfter(41, 240)]).toEqual([
      'slow',
      'stuck',
      'slow',
      'stuck',
    ]);
  });

  it('is judged too where nothing is known of what is usual', () => {
    expect([paceAfter(8, null), paceAfter(10, null), paceAfter(31, null)]).toEqual([
      'usual',
      'slow',
      'stuck',
    ]);
  });
});

describe('the target in one line', () => {
  it('puts the zone in brackets', () => {
    expect(targetLine({ userId: '12345678', zoneId: '1234' })).toBe('12345678 (1234)');
    expect(targetLine({ phone: '0812' })).toBe('0812');
    expect(targetLine({})).toBe('');
  });
});

describe('a serial number', () => {
  it.each(['SN: ABC123', 'sn:ABC123', 'Serial Number: ABC123', ' ABC123 '])('is bared: %j', (note) => {
    expect(parseSerial(note)).toEqual({ code: 'ABC123', shown: 'ABC123', meter: null });
  });

  it('of PLN is grouped in fours, its owner parted', () => {
    expect(parseSerial('1234-5678-9012-3456-7890/SITI NURHALIZA/R1/900VA')).toEqual({
      code: '12345678901234567890',
      shown: '1234 5678 9012 3456 7890',
      meter: { name: 'SITI NURHALIZA', tariff: 'R1', power: '900VA' },
    });
  });

  it('keeps a slash inside the owner’s name', () => {
    expect(parseSerial('12345678901234567890/BUDI A/N SITI/R1M/1300').meter).toEqual({
      name: 'BUDI A/N SITI',
      tariff: 'R1M',
      power: '1300',
    });
  });

  it('with a slash that is no PLN token stays whole', () => {
    expect(parseSerial('SN: 0123/ABC').shown).toBe('0123/ABC');
  });
});
