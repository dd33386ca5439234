import { type Measured, measure } from './measure.ts';
import { Orders, seenAt } from './orders.ts';
import { Dice, type SimulatedOrder, type Workload } from './workload.ts';

/** An order as a simple scheduler sees it. Seconds. */
interface Open {
  readonly index: number;
  readonly order: SimulatedOrder;
  status: 'awaiting_payment' | 'processing';
  since: number;
  lookedAt: number;
  version: number;
}

/** How a simple scheduler ranks an order; the highest goes first, 0 or less not at all. */
export type Rank = (open: Open, now: number) => number;

/** The order that has waited longest. */
export const roundRobin: Rank = (open, now) => now - open.lookedAt;

/** Rates proportional to the square root of the true hazard, which nobody knows in life. */
export const sqrtHazard: Rank = (open, now) => {
  const mean = open.status === 'processing' ? open.order.deliveredAfter : open.order.paysAfter;
  return (now - open.lookedAt) * Math.sqrt(1 / Math.min(mean, 3600));
};

const LIMIT = 60;

/**
 * Runs a workload through a simple scheduler with all requests that the creates leave, evenly spaced: what
 * it would do at best, without a network in between.
 */
export async function simulateRank(workload: Workload, rank: Rank): Promise<Measured> {
  const creates = workload.orders.filter(
    (order) => !order.waitsAlready && order.placedAt >= workload.measuredFrom,
  );
  const perMinute = (creates.length / (workload.length - workload.measuredFrom)) * 60;
  const gap = 60 / Math.max(LIMIT * 0.1, LIMIT - perMinute);
  return simulate(workload, gap, (open, now) => {
    let best: Open | null = null;
    let most = 0;
    for (const one of open) {
      const score = now - one.lookedAt >= 2 ? rank(one, now) : 0;
      if (score > most) {
        best = one;
        most = score;
      }
    }
    return best;
  });
}

/**
 * What a naive widget does: every browser asks for its own order every three seconds. Beyond 60 a minute
 * the provider refuses, so that of all who ask a few get through, by chance.
 */
export function simulateBrowsers(workload: Workload): Promise<Measured> {
  const dice = new Dice(7);
  return simulate(workload, 1, (open, now) => {
    const asking = open.filter((one) => now - one.lookedAt >= 3 || one.lookedAt === one.since);
    return asking[Math.floor(dice.next() * asking.length)] ?? null;
  });
}

async function simulate(
  workload: Workload,
  gap: number,
  choose: (open: readonly Open[], now: number) => Open | null,
): Promise<Measured> {
  const orders = new Orders(workload, 0);
  const open: Open[] = [];
  const arrivals: number[] = [];
  let next = 0;
  for (let now = 0; now < workload.length; now += gap) {
    for (; (workload.orders[next]?.placedAt ?? Number.POSITIVE_INFINITY) <= now; next++) {
      const order = workload.orders[next] as SimulatedOrder;
      const row = orders.place(next, order.placedAt * 1000);
      const status = row.status as Open['status'];
      open.push({ index: next, order, status, since: order.placedAt, lookedAt: order.placedAt, version: 2 });
    }
    const one = choose(open, now);
    if (!one) continue;
    arrivals.push(now);
    if (await look(orders, one, workload, now)) open.splice(open.indexOf(one), 1);
    one.lookedAt = now;
  }
  return measure(workload, orders.detected(), arrivals, []);
}

/** Looks at one order; true when it is over. */
async function look(orders: Orders, one: Open, workload: Workload, now: number): Promise<boolean> {
  const seen = seenAt(one.order, workload, now);
  if (seen.payment === 'expired') return true;
  if (seen.payment !== 'settlement') return false;
  const id = String(one.index);
  if (one.status === 'awaiting_payment') {
    one.status = 'processing';
    one.since = now;
    await orders.change(id, one.version++, 'processing', {}, now * 1000);
  }
  if (seen.delivery !== 'success') return false;
  await orders.change(id, one.version++, 'succeeded', {}, now * 1000);
  return true;
}
