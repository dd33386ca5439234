import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRows, type Rows } from '../../../widget/topup/state/window.ts';

const list: Rows = {
  count: 5_000,
  columns: 2,
  rowHeight: 90,
  gap: 10,
  viewportTop: 0,
  viewportHeight: 800,
  overscan: 2,
};
const drawn = (over: Partial<Rows> = {}) => drawnRows({ ...list, ...over });

describe('the drawn part of a long list', () => {
  it('is what is seen and a little beyond', () => {
    expect(drawn()).toEqual({ first: 0, last: 20, before: 0, after: 249_000 });
    expect(drawn({ viewportTop: 10_050 })).toEqual({
      first: 196,
      last: 222,
      before: 9_800,
      after: 238_900,
    });
  });

  it('is its end at the end, the last row as full as it is', () => {
    const { first, last, after } = drawn({ count: 4_999, viewportTop: 250_000 - 800 });
    expect([first, last, after]).toEqual([4_980, 4_999, 0]);
  });

  it('is one row while the list is far below or far above the viewport', () => {
    expect(drawn({ viewportTop: -5_000 })).toMatchObject({ first: 0, last: 2, before: 0 });
    expect(drawn({ viewportTop: 900_000 })).toMatchObject({ first: 4_998, last: 5_000, after: 0 });
  });

  it('is nothing of nothing, and all of a short list', () => {
    expect(drawn({ count: 0 })).toEqual({ first: 0, last: 0, before: 0, after: 0 });
    expect(drawn({ count: 3 })).toEqual({ first: 0, last: 3, before: 0, after: 0 });
  });

  const any = fc.record({
    count: fc.integer({ min: 1, max: 10_000 }),
    columns: fc.integer({ min: 1, max: 8 }),
    rowHeight: fc.integer({ min: 20, max: 300 }),
    gap: fc.integer({ min: 0, max: 40 }),
    viewportTop: fc.integer({ min: -3_000, max: 400_000 }),
    viewportHeight: fc.integer({ min: 100, max: 3_000 }),
    overscan: fc.integer({ min: 0, max: 6 }),
  });
  const pitchOf = ({ rowHeight, gap }: Rows) => rowHeight + gap;
  const rowsOf = ({ count, columns }: Rows) => Math.ceil(count / columns);

  it('is whole rows, and with the room left for the others as high as the list', () => {
    fc.assert(
      fc.property(any, (rows) => {
        const { first, last, before, after } = drawnRows(rows);
        expect(first % rows.columns).toBe(0);
        expect(last === rows.count || last % rows.columns === 0).toBe(true);
        expect(last).toBeGreaterThan(first);
        const high = Math.ceil((last - first) / rows.columns) * pitchOf(rows) - rows.gap;
        expect(before + high + after).toBe(rowsOf(rows) * pitchOf(rows) - rows.gap);
      }),
    );
  });

  it('leaves out nothing that can be seen, and is not much more than that', () => {
    fc.assert(
      fc.property(any, fc.nat(), (rows, pick) => {
        const { first, last } = drawnRows(rows);
        const { viewportTop: top, viewportHeight: height } = rows;
        const thing = pick % rows.count;
        const y = Math.floor(thing / rows.columns) * pitchOf(rows);
        const isSeen = y + rows.rowHeight > top && y < top + height;
        if (isSeen) expect(first <= thing && thing < last).toBe(true);
        const most = (Math.ceil(height / pitchOf(rows)) + 1 + 2 * rows.overscan) * rows.columns;
        expect(last - first).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('only moves down while the viewport does', () => {
    fc.assert(
      fc.property(any, fc.nat({ max: 5_000 }), (rows, more) => {
        const [here, below] = [rows.viewportTop, rows.viewportTop + more].map((viewportTop) =>
          drawnRows({ ...rows, viewportTop }),
        );
        expect(below?.first).toBeGreaterThanOrEqual(here?.first ?? 0);
        expect(below?.last).toBeGreaterThanOrEqual(here?.last ?? 0);
      }),
    );
  });
});
