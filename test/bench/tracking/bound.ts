/**
 * The least mean delay that any schedule can reach for workload (a), by Lagrangian relaxation: give a look
 * a price, find for one order the best times to look by dynamic programming (inspection theory), and choose
 * the price at which all orders together use the requests there are. Any real schedule also has to fit
 * single looks into single slots, so it can come close to this but not below it, chance aside.
 */

const FAST_SHARE = 0.9;
const FAST_MEAN = 10;
const SLOW_MEAN = 3600;
/** Ages at which an order may be looked at, seconds: every 0.5 s at first, then every 2 % of its age. */
const AGES = ages();
/** Chance that nothing has changed by each age, and its integral. */
const UNCHANGED = AGES.map(
  (age) => FAST_SHARE * Math.exp(-age / FAST_MEAN) + (1 - FAST_SHARE) * Math.exp(-age / SLOW_MEAN),
);
const INTEGRAL = integral();

/** @param ordersPerMinute arrivals; @param looksPerMinute requests left for looks. @returns mean delay, seconds. */
export function boundOfMixed(ordersPerMinute: number, looksPerMinute: number): number {
  let cheap = 1e-3;
  let dear = 1e3;
  for (let step = 0; step < 40; step++) {
    const price = Math.sqrt(cheap * dear);
    if (best(price).looks * ordersPerMinute > looksPerMinute) cheap = price;
    else dear = price;
  }
  return best(dear).delay;
}

/** The best schedule for one order when a look costs `price` seconds of delay. */
function best(price: number): { looks: number; delay: number } {
  const tail = steadyTail(price);
  const later = AGES.map(() => ({ cost: tail.delay + price * tail.looks, looks: tail.looks }));
  for (let from = AGES.length - 1; from >= 0; from--) {
    // So late only slow orders are left, for which looking at even intervals is best.
    if ((AGES[from] ?? 0) <= 3 * SLOW_MEAN) later[from] = bestFrom(from, price, later);
  }
  const [{ cost, looks } = { cost: 0, looks: 0 }] = later;
  return { looks, delay: cost - price * looks };
}

/** The best next look after one at this age that found nothing, given the best from every later age. */
function bestFrom(from: number, price: number, later: ReadonlyArray<{ cost: number; looks: number }>) {
  let least = { cost: Number.POSITIVE_INFINITY, looks: 0 };
  for (let to = from + 1; to < AGES.length; to++) {
    const delay = delayBetween(from, to);
    if (delay > least.cost) break;
    const stays = (UNCHANGED[to] ?? 0) / (UNCHANGED[from] ?? 1);
    const next = later[to] ?? least;
    const cost = price + delay + stays * next.cost;
    if (cost < least.cost) least = { cost, looks: 1 + stays * next.looks };
  }
  return least;
}

/** Expected delay gathered between two looks, given that nothing had changed at the first. */
function delayBetween(from: number, to: number): number {
  const start = UNCHANGED[from] ?? 1;
  const length = (AGES[to] ?? 0) - (AGES[from] ?? 0);
  return (start * length - ((INTEGRAL[to] ?? 0) - (INTEGRAL[from] ?? 0))) / start;
}

/** For a steady hazard the best interval t solves (e^(ht) - 1)/h - t = price. */
function steadyTail(price: number): { looks: number; delay: number } {
  const hazard = 1 / SLOW_MEAN;
  let every = Math.sqrt((2 * price) / hazard);
  for (let step = 0; step < 50; step++) {
    every -= (Math.expm1(hazard * every) / hazard - every - price) / Math.expm1(hazard * every);
  }
  const looks = 1 / -Math.expm1(-hazard * every);
  return { looks, delay: every * looks - SLOW_MEAN };
}

function ages(): number[] {
  const list: number[] = [];
  for (let age = 0; age < 6 * SLOW_MEAN; age += Math.max(0.5, age * 0.02)) list.push(age);
  return list;
}

function integral(): number[] {
  let sum = 0;
  return AGES.map((age, index) => {
    const before = index === 0 ? age : (AGES[index - 1] ?? 0);
    sum += ((age - before) * ((UNCHANGED[index] ?? 0) + (UNCHANGED[index - 1] ?? UNCHANGED[index] ?? 0))) / 2;
    return sum;
  });
}
