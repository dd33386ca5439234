import { describe, expect, it } from 'vitest';
import { Hazards } from '../../../../proxy/tracking/hazard.ts';
import {
  classOf,
  isFollowUp,
  isOver,
  stageOf,
  type Tracked,
  trackedOf,
  worthOf,
} from '../../../../proxy/tracking/policy.ts';
import { orderRow } from '../support/stored.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;
const WATCHED = { watchedAt: Number.POSITIVE_INFINITY };

/** An order so old, last looked at so long ago, with nobody watching. */
function order(age: number, since: number, over: Partial<Tracked> = {}): Tracked {
  return {
    status: 'processing',
    group: 'free-fire',
    changedAt: NOW - age,
    lookedAt: NOW - since,
    noteMissing: false,
    followUps: 0,
    watchedAt: 0,
    asked: false,
    doubtful: false,
    ...over,
  };
}

const worth = (tracked: Tracked, now = NOW, hazards = new Hazards()) => worthOf(tracked, now, hazards);

/** The least time since the last look after which a look is worth anything, to the millisecond. */
function spacing(age: number, over: Partial<Tracked> = {}): number {
  let [never, surely] = [0, DAY];
  while (surely - never > 1) {
    const middle = Math.floor((never + surely) / 2);
    if (worth(order(age, middle, over)) > 0) surely = middle;
    else never = middle;
  }
  return surely;
}

describe('which order goes first', () => {
  it('is a watched one before one watched lately, before one that nobody watches', () => {
    const [watched = 0, lately = 0, edge = 0, gone = 0] = [
      Number.POSITIVE_INFINITY,
      NOW - 5 * MINUTE + 1,
      NOW - 5 * MINUTE,
      0,
    ].map((watchedAt) => worth(order(MINUTE, 10 * SECOND, { watchedAt })));
    expect(watched).toBeGreaterThan(lately);
    expect(lately).toBeGreaterThan(gone);
    expect(edge).toBe(gone);
    expect(gone).toBeGreaterThan(0);
  });

  it('is one where a change is likely before one where it is not', () => {
    const hazards = new Hazards();
    for (let i = 0; i < 50; i++) {
      hazards.observe('processing', 'pulsa', 8, true);
      hazards.observe('processing', 'diamonds', 240, true);
    }
    const at = (age: number, group: string) =>
      worth(order(age, 5 * SECOND, { ...WATCHED, group }), NOW, hazards);
    expect(at(8 * SECOND, 'pulsa')).toBeGreaterThan(5 * at(8 * SECOND, 'diamonds'));
    expect(at(240 * SECOND, 'diamonds')).toBeGreaterThan(5 * at(30 * SECOND, 'diamonds'));
    const late = order(MINUTE, 10 * SECOND, { ...WATCHED, status: 'expired' });
    expect(worth(order(MINUTE, 10 * SECOND, WATCHED))).toBeGreaterThan(5 * worth(late));
  });

  it('is the one not looked at for longer, of two that are alike', () => {
    expect(worth(order(MINUTE, 20 * SECOND))).toBeGreaterThan(2 * worth(order(MINUTE, 10 * SECOND)));
  });

  it('counts only the time since the order came into its state, even if it was never looked at', () => {
    expect(worth(order(MINUTE, NOW))).toBe(worth(order(MINUTE, MINUTE)));
    expect(worth(order(-MINUTE, MINUTE, WATCHED))).toBeLessThan(1e-6);
  });
});

describe('nothing starves', () => {
  it.each(['awaiting_payment', 'processing'] as const)(
    'because the worth of a look at an order that is %s at least doubles with the time since the last',
    (status) => {
      for (let since = 5 * SECOND; since < 1_000 * DAY; since *= 2) {
        const [early, late] = [since, 2 * since].map((age) => worth(order(age, age, { status })));
        expect(late).toBeGreaterThanOrEqual(1.999 * (early ?? 0));
      }
    },
  );

  it('because a forgotten order outgrows the best of those that are looked at all the time', () => {
    const best = Math.max(...[3, 10, 30].map((age) => worth(order(age * SECOND, 2_500, WATCHED))));
    expect(best).toBeGreaterThan(worth(order(5 * SECOND, 5 * SECOND)));
    for (const status of ['awaiting_payment', 'processing'] as const) {
      expect(worth(order(15 * MINUTE, 15 * MINUTE, { status }))).toBeGreaterThan(best);
    }
  });

  it('and the worth stays a number however long nobody has looked', () => {
    expect(Number.isFinite(worth(order(3_650 * DAY, 3_650 * DAY)))).toBe(true);
  });
});

describe('the least time between two looks at an order', () => {
  it('is 2.5 s while it is young or watched', () => {
    expect(spacing(30 * SECOND)).toBe(2_500);
    expect(spacing(12 * HOUR, WATCHED)).toBe(2_500);
  });

  it('grows with the age of one that nobody watches: a sixtieth of it', () => {
    expect(spacing(2 * MINUTE)).toBe(2_500);
    expect(spacing(10 * MINUTE)).toBe(10 * SECOND);
    expect(spacing(HOUR)).toBe(MINUTE);
    expect(spacing(HOUR, { watchedAt: NOW - SECOND })).toBe(MINUTE);
  });

  it('is half a minute at the least once it has expired, unless it is watched', () => {
    const expired = { status: 'expired' } as const;
    expect(spacing(MINUTE, expired)).toBe(30 * SECOND);
    expect(spacing(2 * HOUR, expired)).toBe(2 * MINUTE);
    expect(spacing(HOUR, { ...expired, ...WATCHED })).toBe(2_500);
  });
});

describe('a look that goes before all others', () => {
  it('is the second one at a failure, after 3 s, and not before', () => {
    for (const status of ['processing', 'awaiting_payment', 'succeeded'] as const) {
      const doubtful = { status, doubtful: true, asked: true };
      expect(worth(order(MINUTE, 3 * SECOND - 1, doubtful))).toBe(0);
      expect(worth(order(MINUTE, 3 * SECOND, doubtful))).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it('is one that the buyer has asked for, but not within 2 s of the last', () => {
    expect(worth(order(HOUR, 2 * SECOND - 1, { asked: true }))).toBe(0);
    expect(worth(order(HOUR, 2 * SECOND, { asked: true }))).toBe(Number.POSITIVE_INFINITY);
    expect(worth(order(HOUR, 2 * SECOND))).toBe(0);
  });
});

describe('an expired order', () => {
  const expired = { status: 'expired' } as const;

  it('is looked at for a day, and then no more', () => {
    const last = order(DAY - 1, DAY, expired);
    expect([stageOf(last, NOW), isOver(last, NOW)]).toEqual(['expired', false]);
    expect(worth(last)).toBeGreaterThan(0);
    const over = order(DAY, DAY, expired);
    expect([stageOf(over, NOW), isOver(over, NOW), worth(over)]).toEqual([null, true, 0]);
  });
});

describe.each(['succeeded', 'failed'] as const)('an order that has %s', (status) => {
  it.each([
    [0, 10 * MINUTE],
    [1, HOUR],
    [2, DAY],
  ])('is looked at again: look %i at %i ms, and not before', (followUps, due) => {
    const early = order(due - 1, due - 1, { status, followUps });
    expect([worth(early), isOver(early, NOW)]).toEqual([0, false]);
    const now = order(due, due, { status, followUps });
    expect(worth(now)).toBeGreaterThan(0);
    expect(isFollowUp(now, NOW)).toBe(true);
  });

  it('is over after the third look', () => {
    const done = order(2 * DAY, DAY, { status, followUps: 3 });
    expect([isOver(done, NOW), worth(done)]).toEqual([true, 0]);
  });

  it('is looked at only when there is nothing else, and from requests to spare', () => {
    const due = order(HOUR, 50 * MINUTE, { status, followUps: 1, ...WATCHED });
    const unlikely = order(23 * HOUR, 2 * HOUR, { status: 'expired' });
    expect(worth(due)).toBeLessThan(worth(unlikely));
    expect(classOf(due, NOW)).toBe('spare');
  });

  it('is tried again without haste when a look got no answer', () => {
    expect(spacing(11 * MINUTE, { status })).toBe(MINUTE);
  });
});

describe('a delivery without its serial number', () => {
  const missing = { status: 'succeeded', noteMissing: true } as const;

  it('is looked at every 15 s for 10 min, which are no looks after the end', () => {
    expect(spacing(MINUTE, missing)).toBe(15 * SECOND);
    const last = order(10 * MINUTE - 1, 15 * SECOND, missing);
    expect(worth(last)).toBeGreaterThan(0);
    expect([isFollowUp(last, NOW), classOf(last, NOW)]).toEqual([false, 'spare']);
  });

  it('is then looked at like any other', () => {
    const after = order(10 * MINUTE, 20 * SECOND, missing);
    expect([worth(after), isFollowUp(order(10 * MINUTE, MINUTE, missing), NOW)]).toEqual([0, true]);
    expect(spacing(20 * MINUTE, { ...missing, followUps: 3 })).toBe(DAY);
  });
});

describe('whose request a look is', () => {
  it.each([
    ['signal', { asked: true }],
    ['signal', { asked: true, status: 'succeeded' }],
    ['routine', {}],
    ['routine', { status: 'awaiting_payment' }],
    ['routine', { status: 'succeeded', doubtful: true }],
    ['spare', { status: 'expired' }],
    ['spare', { status: 'failed' }],
  ] as const)('%s: %j', (kind, over) => {
    expect(classOf(order(MINUTE, MINUTE, over), NOW)).toBe(kind);
  });
});

describe('an order as tracking sees it', () => {
  it('starts unwatched and unasked, with what is stored of it', () => {
    const row = orderRow({ status: 'failed', follow_ups: 2, updated_at: 5_000 });
    expect(trackedOf(row, 7_000)).toEqual({
      status: 'failed',
      group: 'free-fire',
      changedAt: 5_000,
      lookedAt: 7_000,
      noteMissing: false,
      followUps: 2,
      watchedAt: 0,
      asked: false,
      doubtful: false,
    });
  });

  it('misses its serial number only when it is delivered without one', () => {
    expect(trackedOf(orderRow({ status: 'succeeded', note: null }), 0).noteMissing).toBe(true);
    expect(trackedOf(orderRow({ status: 'succeeded', note: 'SN: 1' }), 0).noteMissing).toBe(false);
    expect(trackedOf(orderRow({ status: 'processing', note: null }), 0).noteMissing).toBe(false);
  });
});
