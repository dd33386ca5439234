import { describe, expect, it } from 'vitest';
import { type Clock, RequestBudget, type RequestClass } from '../../../../proxy/provider/budget.ts';
import { ProviderBusy, ProviderUnavailable, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { StoredSlots } from '../../../../proxy/store/slots.ts';
import { tempStore } from '../support/stored.ts';

const WINDOW = 60_050;

/** A budget of `limit` requests a minute over a real database, on a clock that only moves by sleeping. */
async function budgetOf(limit: number) {
  const slots = new StoredSlots(await tempStore(), 'key', limit);
  await slots.prepare();
  const time = { now: 1_000_000 };
  const pass = async (ms: number) => {
    time.now += ms;
  };
  const clock: Clock = { now: () => time.now, sleep: pass };
  const budget = new RequestBudget(slots, limit, 15_000, clock);
  const sent: number[] = [];
  const send = (kind: RequestClass, waitMs = 0) =>
    budget.run(kind, waitMs, async () => void sent.push(time.now));
  return { budget, time, pass, sent, send };
}

describe('the request budget', () => {
  it('lets no more than the limit go in any minute, also when all are willing to wait', async () => {
    const { send, sent } = await budgetOf(3);
    for (let asked = 0; asked < 10; asked++) await send('create', 10 * WINDOW);
    expect(sent).toHaveLength(10);
    for (const at of sent)
      expect(sent.filter((time) => time >= at && time < at + 60_000).length).toBeLessThanOrEqual(3);
  });

  it('says how long to wait instead of sending when it would take too long', async () => {
    const { send, sent } = await budgetOf(1);
    await send('create');
    const refused = send('create', 5_000);
    await expect(refused).rejects.toBeInstanceOf(ProviderBusy);
    await expect(refused).rejects.toMatchObject({ retryAfterMs: WINDOW });
    expect(sent).toHaveLength(1);
  });

  it('counts the minute from the answer, since nobody knows when the request arrived', async () => {
    const { budget, time, pass, send } = await budgetOf(1);
    await budget.run('create', 0, () => pass(10_000));
    time.now += 60_000;
    await expect(send('create')).rejects.toBeInstanceOf(ProviderBusy);
    time.now += 50;
    await send('create');
  });

  it('paces what nobody asked for, lets some signals by, and leaves all the rest to creates', async () => {
    const { send } = await budgetOf(20);
    const through: string[] = [];
    const kinds = ['spare', 'routine', 'signal', 'console', 'create'] as const;
    for (const kind of kinds) {
      for (let asked = 0; asked < 20; asked++) {
        await send(kind).then(
          () => through.push(kind),
          () => undefined,
        );
      }
    }
    const count = (kind: string) => through.filter((one) => one === kind).length;
    // In one instant: two and the present one for looks, six more for signals, and eleven creates.
    expect(kinds.map(count)).toEqual([3, 0, 6, 0, 11]);
  });

  it('spends nothing on a request that never left, and a slot on one that may have arrived', async () => {
    const { budget, send } = await budgetOf(1);
    const fail = (error: Error) => budget.run('create', 0, () => Promise.reject(error));
    await expect(fail(new ProviderUnavailable('refused'))).rejects.toBeInstanceOf(ProviderUnavailable);
    await expect(fail(new ProviderUncertain('time-out'))).rejects.toBeInstanceOf(ProviderUncertain);
    await expect(send('create')).rejects.toBeInstanceOf(ProviderBusy);
  });

  it('spends nothing where the order could not be stored, and sends nothing', async () => {
    const { budget, send } = await budgetOf(1);
    const full = budget.run(
      'create',
      0,
      async () => expect.unreachable(),
      async () => {
        throw new Error('the disk is full');
      },
    );
    await expect(full).rejects.toThrow('the disk is full');
    await send('create');
  });

  it('stays away as long as the provider asks, and twice as long each time it asks again', async () => {
    const { budget, time, send } = await budgetOf(10);
    const busy = () => budget.run('create', 0, () => Promise.reject(new ProviderBusy(10_000)));
    for (const pause of [10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]) {
      await expect(busy()).rejects.toMatchObject({ retryAfterMs: 10_000 });
      time.now += pause - 1;
      await expect(send('create'), `${pause}`).rejects.toBeInstanceOf(ProviderBusy);
      time.now += 1;
    }
    await send('create');
    await expect(busy()).rejects.toBeInstanceOf(ProviderBusy);
    time.now += 10_000;
    await send('create');
  });

  it('serves creates in the order in which they came', async () => {
    const { budget } = await budgetOf(1);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((turn) => budget.run('create', 10 * WINDOW, async () => void order.push(turn))),
    );
    expect(order).toEqual([1, 2, 3]);
  });
});
