import { describe, expect, it } from 'vitest';
import { Hazards, type Histogram, type Stage } from '../../../../proxy/tracking/hazard.ts';

const STAGES: readonly Stage[] = ['awaiting_payment', 'processing', 'expired'];
const DAY = 86_400;

/** The chance that something happens between two ages (seconds) to an order to which nothing has so far. */
const chance = (hazards: Hazards, stage: Stage, from: number, to: number, group = 'free-fire') =>
  1 - Math.exp(-hazards.between(stage, group, from, to));

/** Sees so many orders of a group end their stage at these ages, in turn. */
function seen(hazards: Hazards, stage: Stage, group: string, times: number, ...ages: number[]): Hazards {
  for (let i = 0; i < times; i++) hazards.observe(stage, group, ages[i % ages.length] ?? 0, true);
  return hazards;
}

describe('what is assumed of a new shop', () => {
  it('most who pay do so in minutes, and one in seven never does', () => {
    expect(chance(new Hazards(), 'awaiting_payment', 0, 10)).toBeLessThan(0.02);
    expect(chance(new Hazards(), 'awaiting_payment', 0, 90)).toBeCloseTo(0.425, 1);
    expect(chance(new Hazards(), 'awaiting_payment', 0, DAY)).toBeCloseTo(0.85, 1);
  });

  it('half of all deliveries take seconds, and nearly all of them come', () => {
    expect(chance(new Hazards(), 'processing', 0, 15)).toBeCloseTo(0.5, 1);
    expect(chance(new Hazards(), 'processing', 0, 3_600)).toBeGreaterThan(0.98);
  });

  it('what has expired is seldom paid, and soon if at all', () => {
    expect(chance(new Hazards(), 'expired', 0, DAY)).toBeCloseTo(0.02, 2);
    expect(chance(new Hazards(), 'expired', 0, 3_600)).toBeGreaterThan(
      10 * chance(new Hazards(), 'expired', 3_600, DAY),
    );
  });

  it('is the same for every category', () => {
    for (const stage of STAGES) {
      const [one, other] = ['pulsa', ''].map((group) => new Hazards().between(stage, group, 3, 700));
      expect(one).toBe(other);
    }
  });
});

describe.each([
  ['as assumed', () => new Hazards()],
  ['as learnt', () => seen(new Hazards(), 'processing', 'free-fire', 50, 3, 7, 250)],
])('the hazard of an interval, %s', (_what, make) => {
  const hazards = make();
  const ages = [0, 0.5, 2, 2.7, 10, 63, 900, 40_000, DAY, 3 * DAY];
  const between = (stage: Stage, from: number, to: number) => hazards.between(stage, 'free-fire', from, to);

  it('is the sum of its parts', () => {
    for (const stage of STAGES) {
      const parts = ages.slice(1).map((age, index) => between(stage, ages[index] ?? 0, age));
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(sum / between(stage, 0, 3 * DAY)).toBeCloseTo(1, 9);
    }
  });

  it('is a number above nothing at every age, grows with its length, and is nothing when it is empty', () => {
    for (const stage of STAGES) {
      for (const from of ages) {
        const growing = [0, 0.1, 1, 60, DAY, 5 * DAY].map((length) => between(stage, from, from + length));
        expect(growing[0]).toBe(0);
        for (const [index, more] of growing.slice(1).entries()) {
          expect(Number.isFinite(more)).toBe(true);
          expect(more).toBeGreaterThan(growing[index] ?? 0);
        }
        expect(between(stage, from + 1, from)).toBe(0);
      }
    }
  });
});

describe('what is learnt', () => {
  it('is that a category is fast', () => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 60, 4, 5, 6);
    expect(chance(hazards, 'processing', 0, 10, 'pulsa')).toBeGreaterThan(0.85);
    expect(chance(new Hazards(), 'processing', 0, 10, 'pulsa')).toBeLessThan(0.5);
  });

  it('is that a category is slow, and when its time has come', () => {
    const hazards = seen(new Hazards(), 'processing', 'diamonds', 60, 200, 240, 280);
    expect(chance(hazards, 'processing', 0, 120, 'diamonds')).toBeLessThan(0.35);
    expect(chance(new Hazards(), 'processing', 0, 120, 'diamonds')).toBeGreaterThan(0.8);
    expect(chance(hazards, 'processing', 190, 300, 'diamonds')).toBeGreaterThan(0.8);
  });

  it('tells a fast category from a slow one in the same shop', () => {
    const hazards = new Hazards();
    for (let i = 0; i < 60; i++) {
      seen(hazards, 'processing', 'pulsa', 1, 5);
      seen(hazards, 'processing', 'diamonds', 1, 240);
    }
    const [pulsa, diamonds] = ['pulsa', 'diamonds'].map((group) =>
      chance(hazards, 'processing', 0, 10, group),
    );
    expect(pulsa).toBeGreaterThan(0.75);
    expect(diamonds).toBeLessThan(0.25);
  });

  it('is what a category without orders of its own goes by, but less than the one that taught it', () => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 60, 5);
    const [own, others, none] = [
      chance(hazards, 'processing', 0, 10, 'pulsa'),
      chance(hazards, 'processing', 0, 10, 'new-game'),
      chance(new Hazards(), 'processing', 0, 10, 'new-game'),
    ];
    expect(others).toBeGreaterThan(none + 0.2);
    expect(own).toBeGreaterThan(others);
  });

  it('is no rash guess: one fast order changes little', () => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 1, 5);
    const [before = 0, after = 1] = [new Hazards(), hazards].map((one) =>
      chance(one, 'processing', 0, 10, 'pulsa'),
    );
    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThan(1 - after);
  });

  it('is less hazard wherever orders were given up unchanged', () => {
    const hazards = new Hazards();
    for (let i = 0; i < 60; i++) hazards.observe('awaiting_payment', 'free-fire', 900, false);
    expect(chance(hazards, 'awaiting_payment', 0, 900)).toBeLessThan(0.25);
  });

  it('says nothing of the other stages', () => {
    const hazards = seen(new Hazards(), 'processing', 'free-fire', 60, 5);
    for (const stage of ['awaiting_payment', 'expired'] as const) {
      expect(hazards.between(stage, 'free-fire', 0, 900)).toBe(
        new Hazards().between(stage, 'free-fire', 0, 900),
      );
    }
  });

  it('fades: a shop that has become slow is believed to be slow', () => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 2_000, 5);
    expect(chance(hazards, 'processing', 0, 10, 'pulsa')).toBeGreaterThan(0.95);
    seen(hazards, 'processing', 'pulsa', 1_000, 240);
    expect(chance(hazards, 'processing', 0, 10, 'pulsa')).toBeLessThan(0.2);
  });

  it('fades to half after about 350 orders, so that the counts stay bounded', () => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 1, 5);
    const events = (times: number, age: number) => {
      seen(hazards, 'processing', 'pulsa', times - 1, age);
      const [, last] = hazards.observe('processing', 'pulsa', age, true);
      return last?.[1].events.reduce((sum, count) => sum + count, 0) ?? 0;
    };
    const first = hazards.observe('processing', 'pulsa', 5, true)[1]?.[1];
    const bucket = first?.events.findIndex((count) => count > 0) ?? -1;
    events(346, 240);
    expect(first?.events[bucket]).toBeCloseTo(1, 1);
    expect(events(10_000, 240)).toBeLessThan(501);
    expect(first?.exposure.reduce((sum, seconds) => sum + seconds)).toBeLessThan(501 * 240);
  });
});

describe('what is kept', () => {
  it("are the two histograms an order has changed: the shop's and its category's", () => {
    const changed = new Hazards().observe('processing', 'pulsa', 5, true);
    expect(changed.map(([key]) => key)).toEqual(['processing/', 'processing/pulsa']);
    for (const [, { events, exposure }] of changed) {
      expect(events.reduce((sum, count) => sum + count)).toBe(1);
      expect(exposure.reduce((sum, seconds) => sum + seconds)).toBeCloseTo(5, 9);
    }
  });

  it('is worth the same after it was stored as JSON', () => {
    const hazards = new Hazards();
    const kept = new Map<string, string>();
    for (const age of [3, 4, 90, 5, 100_000]) {
      for (const [key, counts] of hazards.observe('processing', 'pulsa', age, age < 100_000)) {
        kept.set(key, JSON.stringify(counts));
      }
    }
    const again = new Hazards([...kept].map(([key, text]) => [key, JSON.parse(text) as Histogram]));
    for (const group of ['pulsa', 'new-game']) {
      for (const to of [2, 10, 300, 2 * DAY]) {
        expect(again.between('processing', group, 1, to)).toBe(hazards.between('processing', group, 1, to));
      }
    }
    seen(again, 'processing', 'pulsa', 20, 5);
    expect(chance(again, 'processing', 0, 10, 'pulsa')).toBeGreaterThan(
      chance(hazards, 'processing', 0, 10, 'pulsa'),
    );
  });

  it.each([
    ['fewer', (counts: number[]) => counts.slice(1)],
    ['more', (counts: number[]) => [...counts, 0]],
    ['no', () => []],
  ])('is forgotten when it has %s steps of age than are counted today', (_what, cut) => {
    const hazards = seen(new Hazards(), 'processing', 'pulsa', 60, 5);
    const stored = hazards
      .observe('processing', 'pulsa', 5, true)
      .map(([key, { events, exposure }]) => [key, { events: cut(events), exposure: cut(exposure) }] as const);
    expect(new Hazards(stored).between('processing', 'pulsa', 0, 10)).toBe(
      new Hazards().between('processing', 'pulsa', 0, 10),
    );
  });
});
