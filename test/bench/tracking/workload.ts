/** Random numbers that are the same at every run (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Evenly from 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Log-normal by its median and the spread of its logarithm. */
  logNormal(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }
}

/** One order of a workload. Times in seconds; Infinity for what never happens. */
export interface SimulatedOrder {
  readonly group: string;
  /** When it is placed, from the start of the simulation. */
  readonly placedAt: number;
  /** Placed before the simulation's own requests count: it needs no create. */
  readonly waitsAlready?: boolean;
  /** From placing to payment. */
  readonly paysAfter: number;
  /** From payment to delivery. */
  readonly deliveredAfter: number;
  /** From payment to the buyer's return to the page, which is a signal. */
  readonly returnsAfter: number;
  /** Whether the page stays in sight while he pays (a desktop, a second phone). */
  readonly watching: boolean;
}

/** A load on the shop, with how long it runs. Seconds. */
export interface Workload {
  readonly name: string;
  readonly orders: readonly SimulatedOrder[];
  readonly length: number;
  /** Orders placed earlier only warm up what is learnt and are not measured. */
  readonly measuredFrom: number;
  /** A QR's life; after it the provider says "expired". */
  readonly expiresAfter: number;
}

/** How long deliveries take, as categories differ: median seconds and spread. */
const CATEGORIES = [
  { group: 'pulsa', median: 5, sigma: 0.5 },
  { group: 'data', median: 12, sigma: 0.7 },
  { group: 'games-fast', median: 20, sigma: 0.8 },
  { group: 'games-slow', median: 240, sigma: 0.6 },
] as const;

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * (a) Of 15 orders a minute, 90 % change after a mean of 10 s and 10 % after a mean of an hour. One change
 * each: they are paid at once, so that delivery is all there is to see.
 */
export function mixed(seed: number, hours: number): Workload {
  const dice = new Dice(seed);
  const length = hours * 3600;
  const orders: SimulatedOrder[] = [];
  for (let at = dice.exponential(4); at < length; at += dice.exponential(4)) {
    const deliveredAfter = dice.exponential(dice.next() < 0.9 ? 10 : 3600);
    orders.push({
      group: 'mixed',
      placedAt: at,
      paysAfter: 0,
      deliveredAfter,
      returnsAfter: FOREVER,
      watching: false,
    });
  }
  return {
    name: '(a) 90 % of 10 s, 10 % of 1 h',
    orders,
    length,
    measuredFrom: length / 4,
    expiresAfter: FOREVER,
  };
}

/**
 * (b) `waiting` orders wait for their payment, placed evenly over the minute before; ten more come every
 * minute. Payment log-normal, median 90 s, 15 % never pay. With signals, 80 % pay on this phone and come
 * back to the page (median 1.2 s after paying, as a wallet shows "paid" for a moment), 15 % pay with another
 * device in sight of the page and press "I have paid" (median 3 s), and 5 % do neither.
 */
export function payments(seed: number, waiting: number, signals: boolean): Workload {
  const dice = new Dice(seed);
  const length = 900;
  const orders: SimulatedOrder[] = [];
  for (let i = 0; i < waiting; i++) {
    orders.push({ ...buyer(dice, signals), placedAt: (i / waiting) * 60, waitsAlready: true });
  }
  for (let at = 60 + dice.exponential(6); at < length; at += dice.exponential(6)) {
    orders.push({ ...buyer(dice, signals), placedAt: at });
  }
  const name = `(b) ${waiting} waiting, ${signals ? 'with' : 'no'} signals`;
  return { name, orders, length, measuredFrom: 60, expiresAfter: 900 };
}

/** (c) A flash sale: 200 orders in two minutes on a quiet shop. */
export function flashSale(seed: number): Workload {
  const dice = new Dice(seed);
  const orders: SimulatedOrder[] = [];
  // An ordinary hour before it, from which the shop has learnt.
  for (let at = dice.exponential(20); at < 3600; at += dice.exponential(20)) {
    orders.push({ ...buyer(dice, true), placedAt: at });
  }
  for (let i = 0; i < 200; i++) orders.push({ ...buyer(dice, true), placedAt: 3600 + dice.next() * 120 });
  orders.sort((a, b) => a.placedAt - b.placedAt);
  return {
    name: '(c) flash sale: 200 in 2 min',
    orders,
    length: 5400,
    measuredFrom: 3600,
    expiresAfter: 900,
  };
}

function buyer(dice: Dice, signals: boolean): Omit<SimulatedOrder, 'placedAt'> {
  const category = CATEGORIES[Math.floor(dice.next() * CATEGORIES.length)] ?? CATEGORIES[0];
  const kind = dice.next();
  return {
    group: category.group,
    paysAfter: dice.next() < 0.15 ? FOREVER : dice.logNormal(90, 0.75),
    deliveredAfter: dice.logNormal(category.median, category.sigma),
    returnsAfter: !signals || kind >= 0.95 ? FOREVER : dice.logNormal(kind < 0.8 ? 1.2 : 3, 0.6),
    watching: signals && kind >= 0.8,
  };
}
