import { Chance } from './chance.ts';
import { FaultShop } from './fault-shop.ts';
import { Findings } from './findings.ts';
import { KILL_POINTS, type KillPoint } from './kill-points.ts';

/** Twice the cores of a small machine: a shop also waits for its provider and its buyers. */
const SHOPS = 4;

/**
 * Kills and restarts `cycles` times, in shops side by side, each on one file that grows.
 * @param seed repeats a run's choices; what the machine's timing makes of them differs.
 */
export async function killAndRestart(main: string, cycles: number, seed: number): Promise<Findings> {
  const findings = new Findings();
  const shops = await Promise.all(
    Array.from({ length: Math.min(SHOPS, cycles) }, (_, at) =>
      FaultShop.open(main, new Chance(seed + at), findings),
    ),
  );
  let next = 0;
  const work = async (shop: FaultShop) => {
    while (next < cycles) {
      const number = next++;
      await shop.cycle(number, KILL_POINTS[number % KILL_POINTS.length] as KillPoint);
      if ((number + 1) % 50 === 0) console.log(`  ${number + 1} of ${cycles} cycles`);
    }
    await shop.close();
  };
  try {
    await Promise.all(shops.map(work));
  } finally {
    for (const shop of shops) shop.abandon();
  }
  return findings;
}
