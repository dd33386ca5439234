import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HazardStore } from '../../../../proxy/store/hazards.ts';
import { Hazards } from '../../../../proxy/tracking/hazard.ts';
import { tempDatabase, tempFolder, tempStore } from '../support/stored.ts';

describe('what tracking has learnt', () => {
  it('is nothing at first', async () => {
    expect(await new HazardStore(await tempStore()).all()).toEqual([]);
  });

  it('is kept by its key, the newest counts in the place of the older', async () => {
    const hazards = new HazardStore(await tempStore());
    await hazards.save([
      ['processing/', { events: [1, 0], exposure: [2, 3] }],
      ['processing/pulsa', { events: [1, 0], exposure: [2, 3] }],
    ]);
    await hazards.save([['processing/', { events: [1.5, 0], exposure: [4, 3] }]]);
    expect(new Map(await hazards.all())).toEqual(
      new Map([
        ['processing/', { events: [1.5, 0], exposure: [4, 3] }],
        ['processing/pulsa', { events: [1, 0], exposure: [2, 3] }],
      ]),
    );
  });

  it('is kept to six digits, which is more than it is worth', async () => {
    const hazards = new HazardStore(await tempStore());
    await hazards.save([['processing/', { events: [1 / 3, 1e-9], exposure: [123_456_789, 0] }]]);
    expect(await hazards.all()).toEqual([
      ['processing/', { events: [0.333333, 1e-9], exposure: [123_457_000, 0] }],
    ]);
  });

  it('is kept whole or not at all', async () => {
    const hazards = new HazardStore(await tempStore());
    const broken = { events: [1], exposure: [1], toJSON: () => expect.unreachable() };
    await expect(
      hazards.save([
        ['processing/', { events: [1], exposure: [1] }],
        ['processing/pulsa', broken],
      ]),
    ).rejects.toThrow();
    expect(await hazards.all()).toEqual([]);
  });

  it('is worth the same after a restart', async () => {
    const file = join(await tempFolder(), 'orders.db');
    const first = await tempDatabase(file);
    const learnt = new Hazards();
    for (const age of [3, 5, 8, 300, 100_000]) {
      await new HazardStore(first.store).save(learnt.observe('processing', 'pulsa', age, true));
    }
    await first.close();
    const again = new Hazards(await new HazardStore(await tempStore(file)).all());
    for (const [from, to] of [
      [0, 10],
      [4, 400],
      [0, 200_000],
    ] as const) {
      const ratio =
        again.between('processing', 'pulsa', from, to) / learnt.between('processing', 'pulsa', from, to);
      expect(ratio).toBeCloseTo(1, 4);
      expect(again.between('processing', 'pulsa', from, to)).not.toBeCloseTo(
        new Hazards().between('processing', 'pulsa', from, to),
        2,
      );
    }
  });
});
