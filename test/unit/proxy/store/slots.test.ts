import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../proxy/store/open.ts';
import { StoredSlots } from '../../../../proxy/store/slots.ts';
import { tempDatabase, tempFolder, tempStore } from '../support/stored.ts';

const MINUTE = 60_000;

/** Prepared slots in this database. */
async function slotsIn(store: Store, limit = 3, budget = 'key'): Promise<StoredSlots> {
  const slots = new StoredSlots(store, budget, limit);
  await slots.prepare();
  return slots;
}

describe('request slots', () => {
  it('are as many as the limit, and free again when their time has come', async () => {
    const slots = await slotsIn(await tempStore());
    const taken = [];
    for (let now = 0; now < 4; now++) taken.push(await slots.take(now, MINUTE + now, 0));
    expect(taken[3]).toBeNull();
    expect(new Set(taken.slice(0, 3)).size).toBe(3);
    expect(await slots.nextFreeAt(0)).toBe(MINUTE);
    expect(await slots.take(MINUTE - 1, 2 * MINUTE, 0)).toBeNull();
    expect(await slots.take(MINUTE, 2 * MINUTE, 0)).toBe(taken[0]);
  });

  it('are given back for the time said, sooner or later than they were held', async () => {
    const slots = await slotsIn(await tempStore(), 1);
    const slot = await slots.take(0, 90_000, 0);
    await slots.giveBack(slot ?? -1, 61_000);
    expect(await slots.take(60_999, 99_000, 0)).toBeNull();
    expect(await slots.take(61_000, 99_000, 0)).toBe(slot);
  });

  it('are never taken by two at the same time', async () => {
    const slots = await slotsIn(await tempStore(), 5);
    const taken = await Promise.all(Array.from({ length: 20 }, () => slots.take(0, MINUTE, 0)));
    const got = taken.filter((slot) => slot !== null);
    expect(got).toHaveLength(5);
    expect(new Set(got).size).toBe(5);
  });

  it('keep a reserve for the more urgent', async () => {
    const slots = await slotsIn(await tempStore());
    expect(await slots.take(0, MINUTE, 2)).not.toBeNull();
    expect(await slots.take(0, 2 * MINUTE, 2)).toBeNull();
    expect(await slots.take(0, 2 * MINUTE, 1)).not.toBeNull();
    expect(await slots.take(0, 3 * MINUTE, 1)).toBeNull();
    expect(await slots.take(0, 3 * MINUTE, 0)).not.toBeNull();
    expect(await Promise.all([0, 1, 2].map((reserve) => slots.nextFreeAt(reserve)))).toEqual([
      ...[MINUTE, 2 * MINUTE, 3 * MINUTE],
    ]);
  });

  it('are closed by a freeze, which only a longer one changes', async () => {
    const slots = await slotsIn(await tempStore());
    await slots.freeze(5_000);
    await slots.freeze(3_000);
    expect(await slots.nextFreeAt(0)).toBe(5_000);
    expect(await slots.take(4_999, MINUTE, 0)).toBeNull();
    expect(await slots.take(5_000, MINUTE, 0)).not.toBeNull();
  });

  it('of one key are nobody else\u2019s business', async () => {
    const store = await tempStore();
    const [mine, other] = [await slotsIn(store, 1), await slotsIn(store, 1, 'other key')];
    await mine.take(0, MINUTE, 0);
    await mine.freeze(5 * MINUTE);
    expect(await other.take(0, MINUTE, 0)).not.toBeNull();
  });

  it('stay taken and frozen over a restart', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const first = await tempDatabase(file);
    const before = await slotsIn(first.store, 2);
    await before.take(0, MINUTE, 0);
    await before.freeze(1_000);
    await first.close();
    const after = await slotsIn(await tempStore(file), 2);
    expect(await after.take(999, MINUTE, 0)).toBeNull();
    expect(await after.take(1_000, MINUTE, 0)).not.toBeNull();
    expect(await after.take(1_000, MINUTE, 0)).toBeNull();
  });

  it('follow a limit that was raised or lowered', async () => {
    const store = await tempStore();
    await slotsIn(store, 2);
    const more = await slotsIn(store, 4);
    const taken = await Promise.all(Array.from({ length: 6 }, () => more.take(0, MINUTE, 0)));
    expect(taken.filter((slot) => slot !== null)).toHaveLength(4);
    const fewer = await slotsIn(store, 1);
    expect(await fewer.take(MINUTE, 2 * MINUTE, 0)).not.toBeNull();
    expect(await fewer.take(MINUTE, 2 * MINUTE, 0)).toBeNull();
  });

  it('let no more than the limit go in any minute, whatever is asked for and when', async () => {
    const store = await tempStore();
    let run = 0;
    const asks = fc.array(fc.record({ wait: fc.nat(20_000), reserve: fc.nat(2) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(asks, async (list) => {
        const slots = await slotsIn(store, 3, `run ${run++}`);
        const sent: number[] = [];
        let now = 0;
        for (const { wait, reserve } of list) {
          now += wait;
          if ((await slots.take(now, now + MINUTE, reserve)) !== null) sent.push(now);
        }
        for (const at of sent)
          expect(sent.filter((time) => time >= at && time < at + MINUTE).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 20 },
    );
  });
});
