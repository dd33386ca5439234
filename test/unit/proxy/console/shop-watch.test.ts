import { describe, expect, it } from 'vitest';
import type { Readiness } from '../../../../proxy/catalog/readiness.ts';
import { ShopWatch } from '../../../../proxy/console/shop-watch.ts';
import type { ProviderService } from '../../../../proxy/provider/mapping.ts';
import type { Alert } from '../../../../proxy/store/alerts.ts';
import { ConsoleStore } from '../../../../proxy/store/console.ts';
import { service } from '../support/services.ts';
import { tempStore } from '../support/stored.ts';

const MINUTE = 60_000;

async function watching(lowBalance: number | null = null) {
  const world = { provider: 'ok' as Readiness['provider'], balance: null as number | null, asked: 0 };
  const alerts: Alert[] = [];
  const settled: string[] = [];
  const watch = new ShopWatch({
    kept: new ConsoleStore(await tempStore()),
    provider: () => world.provider,
    askAgain: async () => void world.asked++,
    balance: async () => world.balance,
    alert: async (alert) => void alerts.push(alert),
    settle: async (kind) => void settled.push(kind),
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  if (lowBalance !== null) await watch.tellBelow(lowBalance);
  return { world, alerts, settled, watch };
}

describe('a provider that stays away', () => {
  it('is told once after three minutes, and once more when it is back', async () => {
    const { world, alerts, watch } = await watching();
    world.provider = 'unreachable';
    for (let minute = 0; minute <= 10; minute++) await watch.look(minute * MINUTE);
    expect(alerts).toEqual([{ kind: 'provider_down', subject: '', detail: '1970-01-01T00:00:00.000Z' }]);
    world.provider = 'ok';
    await watch.look(11 * MINUTE);
    await watch.look(12 * MINUTE);
    expect(alerts.slice(1).map(({ detail }) => detail)).toEqual([
      '1970-01-01T00:00:00.000Z - 1970-01-01T00:11:00.000Z',
    ]);
  });

  it('is asked whether it is there again, and not told of when it is within three minutes', async () => {
    const { world, alerts, watch } = await watching();
    for (const state of ['no_answer', 'no_answer', 'ok', 'no_answer', 'busy'] as const) {
      world.provider = state;
      await watch.look(world.asked * MINUTE);
    }
    expect([world.asked, alerts]).toEqual([3, []]);
  });
});

describe('a balance below what the reseller wants', () => {
  it('is told once, and its alert goes when there is enough again', async () => {
    const { world, alerts, settled, watch } = await watching(50_000);
    const start = Date.now() + MINUTE * 60;
    for (const [at, balance] of [60_000, 49_999, 10_000, null, 50_000, 1].entries()) {
      world.balance = balance;
      await watch.look(start + at * 10 * MINUTE);
    }
    expect(alerts.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'balance_low 49999 < 50000',
      'balance_low 1 < 50000',
    ]);
    expect(settled).toContain('balance_low');
  });

  it('is kept over a restart, and no longer told once that is not wanted', async () => {
    const { world, alerts, watch } = await watching(50_000);
    await watch.prepare();
    expect(watch.lowBalance).toBe(50_000);
    await watch.tellBelow(null);
    await watch.prepare();
    world.balance = 1;
    await watch.look(Date.now() + 60 * MINUTE);
    expect([watch.lowBalance, alerts]).toEqual([null, []]);
  });
});

describe('a cost that jumps', () => {
  const list = (costs: readonly number[], over: Partial<ProviderService> = {}) =>
    costs.map((costRupiah, index) =>
      service({ sid: String(index), name: `${index} Diamonds`, costRupiah, ...over }),
    );

  it('by a fifth or more is told, the greatest of its category by name', async () => {
    const { alerts, watch } = await watching();
    watch.onList(list([10_000, 10_000, 10_000, 10_000]), list([11_999, 12_000, 4_000, 10_000]));
    expect(alerts).toEqual([
      { kind: 'price_jump', subject: 'Free Fire', detail: '2 Diamonds: 10000 -> 4000 (+1)' },
    ]);
  });

  it('is not told of a number that is another product now, nor of the first list', async () => {
    const { alerts, watch } = await watching();
    watch.onList(list([10_000]), list([20_000], { name: 'Pass' }));
    watch.onList([], list([20_000]));
    expect(alerts).toEqual([]);
  });
});
