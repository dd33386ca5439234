import { describe, expect, it } from 'vitest';
import {
  dueAt,
  isFollowUp,
  overdue,
  requestClassOf,
  type Tracked,
  trackedOf,
} from '../../../../proxy/tracking/schedule.ts';
import { orderRow } from '../support/stored.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An order that changed and was looked at just now, at the time 0. */
const tracked = (over: Partial<Tracked> = {}): Tracked => ({
  status: 'awaiting_payment',
  changedAt: 0,
  lookedAt: 0,
  noteMissing: false,
  followUps: 0,
  watched: false,
  asked: false,
  doubtful: false,
  ...over,
});

describe('when an order is looked at', () => {
  it.each([
    ['awaiting_payment', 2.5, 5],
    ['processing', 2.5, 5],
    ['expired', 30, 120],
  ] as const)(
    'that is %s: every %d s while its buyer watches, else every %d s',
    (status, watched, unwatched) => {
      expect(dueAt(tracked({ status, watched: true }), 0)).toBe(watched * SECOND);
      expect(dueAt(tracked({ status }), 0)).toBe(unwatched * SECOND);
    },
  );

  it('less and less often the longer nothing happens, but not for a buyer who watches', () => {
    const now = 20 * MINUTE;
    expect(dueAt(tracked({ lookedAt: now }), now)).toBe(now + MINUTE);
    expect(dueAt(tracked({ lookedAt: now, watched: true }), now)).toBe(now + 2.5 * SECOND);
  });

  it('at once when its buyer says he has paid', () => {
    expect(dueAt(tracked({ asked: true, lookedAt: 5 * MINUTE }), 5 * MINUTE)).toBe(5 * MINUTE);
    expect(overdue(tracked({ asked: true }), 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('soon again when a failure has yet to be confirmed, in any state', () => {
    for (const status of ['processing', 'succeeded'] as const) {
      expect(dueAt(tracked({ status, doubtful: true, lookedAt: DAY }), DAY)).toBe(DAY + 3 * SECOND);
    }
  });

  it('a day long after it expired, in case it is paid late, and then no more', () => {
    const late = tracked({ status: 'expired', lookedAt: DAY });
    expect(dueAt(late, DAY)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(dueAt(late, DAY + 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each(['placing', 'rejected', 'unconfirmed'] as const)('never when it is %s', (status) => {
    expect(dueAt(tracked({ status }), DAY)).toBe(Number.POSITIVE_INFINITY);
    expect(overdue(tracked({ status }), DAY)).toBeLessThan(1);
  });

  it('for ten minutes often while its serial number is missing', () => {
    const order = tracked({ status: 'succeeded', noteMissing: true });
    expect(dueAt(order, 0)).toBe(30 * SECOND);
    expect(dueAt({ ...order, watched: true }, 0)).toBe(10 * SECOND);
    expect(isFollowUp(order, 10 * MINUTE - 1)).toBe(false);
    expect(isFollowUp(order, 10 * MINUTE)).toBe(true);
  });

  it('three times more after its end, since what is over may flip', () => {
    for (const status of ['succeeded', 'failed'] as const) {
      const due = [0, 1, 2, 3].map((followUps) => dueAt(tracked({ status, followUps }), 0));
      expect(due).toEqual([10 * MINUTE, HOUR, DAY, Number.POSITIVE_INFINITY]);
    }
  });

  it('again after a minute when such a look got no answer', () => {
    expect(dueAt(tracked({ status: 'failed', lookedAt: 2 * HOUR }), 2 * HOUR)).toBe(2 * HOUR + MINUTE);
  });
});

describe('who goes first', () => {
  it('is 1 when due, and grows by one with each interval of waiting', () => {
    const order = tracked({ watched: true });
    expect(overdue(order, 2_500)).toBe(1);
    expect(overdue(order, 5_000)).toBe(2);
    expect(overdue(order, 1_250)).toBe(0.5);
  });

  it('lets nobody starve: an order nobody watches overtakes a watched one in the end', () => {
    const quiet = tracked({ lookedAt: 0 });
    const now = MINUTE;
    expect(overdue(quiet, now)).toBeGreaterThan(
      overdue(tracked({ watched: true, lookedAt: now - 5_000 }), now),
    );
  });

  it('puts looks after the end behind almost everything', () => {
    const now = 10 * MINUTE + MINUTE;
    const ended = tracked({ status: 'succeeded', followUps: 0 });
    expect(overdue(ended, now)).toBeGreaterThan(1);
    expect(overdue(tracked({ lookedAt: now - 70_000, changedAt: 0 }), now)).toBeGreaterThan(
      overdue(ended, now),
    );
  });
});

describe('whose request a look is', () => {
  it.each([
    ['a watched order', { watched: true }, 'watched'],
    ['an order its buyer asks for', { asked: true, status: 'expired' }, 'watched'],
    ['an order nobody watches', {}, 'routine'],
    ['a doubtful one', { status: 'succeeded', doubtful: true }, 'routine'],
    ['an expired one', { status: 'expired' }, 'spare'],
    ['an expired one that is watched', { status: 'expired', watched: true }, 'watched'],
    ['one that is over', { status: 'failed' }, 'spare'],
    ['one that is over, watched or not', { status: 'failed', watched: true }, 'spare'],
  ] as [string, Partial<Tracked>, string][])('of %s', (_what, over, kind) => {
    expect(requestClassOf(tracked(over), 0)).toBe(kind);
  });
});

it('an order is tracked from what is stored of it', () => {
  const row = orderRow({ status: 'succeeded', note: null, follow_ups: 2, updated_at: 7 });
  expect(trackedOf(row, 9)).toEqual(
    tracked({ status: 'succeeded', noteMissing: true, followUps: 2, changedAt: 7, lookedAt: 9 }),
  );
  expect(trackedOf({ ...row, note: 'SN: 1' }, 9).noteMissing).toBe(false);
  expect(trackedOf({ ...row, status: 'processing' }, 9).noteMissing).toBe(false);
});
