import type { StoredHistogram } from '../store/hazards.ts';

/**
 * How soon things happen in this shop: for each stage of an order, the hazard rate (chance a second that
 * it changes now, given that it has not so far) by the order's age in that stage. Starts from a prior and
 * learns from every order that was seen to change, so that a shop whose pulsa takes 5 s and whose diamonds
 * take 4 min is scheduled right.
 */

/** The stages that end by something happening at the provider. */
export type Stage = 'awaiting_payment' | 'processing' | 'expired';

/** Counts of one histogram: what happened in each age bucket, and how many seconds were spent in it. */
export type Histogram = StoredHistogram;

/** Bucket edges in seconds of age, each 1.35 times the last: fine where it matters, a day in 36 steps. */
const EDGES: readonly number[] = edges(2, 1.35, 86_400);
const LAST = EDGES.length - 1;

/** Every new observation makes older ones count this much less: half as much after about 350. */
const DECAY = 0.998;
/** How many orders the prior is worth, and the shop's average for a category of its own. */
const PRIOR_ORDERS = 6;
const POOL_ORDERS = 4;
/** Fewer orders of a category than five say nothing of how long it usually takes; even those fade a little. */
const LEAST_SEEN = 4.9;

/**
 * Log-normal priors, as seconds to the median and the spread of the logarithm; `share` ever happens at all.
 * Payments: a wallet is opened and a picture uploaded in one to three minutes, and one in seven never pays.
 * Deliveries: seconds for pulsa, minutes for some games. Late money: seldom, soon after expiry if at all.
 */
const PRIORS: Readonly<Record<Stage, { median: number; sigma: number; share: number }>> = {
  awaiting_payment: { median: 90, sigma: 0.9, share: 0.85 },
  processing: { median: 15, sigma: 1.6, share: 0.999 },
  expired: { median: 300, sigma: 1.5, share: 0.02 },
};

const prior: Readonly<Record<Stage, Histogram>> = {
  awaiting_payment: priorOf('awaiting_payment'),
  processing: priorOf('processing'),
  expired: priorOf('expired'),
};

/** The hazard rates of one shop. */
export class Hazards {
  readonly #histograms: Map<string, Histogram>;
  /** Rates by bucket, until something new is learnt: whoever compares thousands of orders asks for the same few. */
  readonly #rates = new Map<string, readonly number[]>();

  /** @param stored histograms by the keys that `observe` returned, as kept from before. */
  constructor(stored: Iterable<readonly [string, Histogram]> = []) {
    this.#histograms = new Map(
      [...stored].filter(
        ([, { events, exposure }]) => events.length === EDGES.length && exposure.length === EDGES.length,
      ),
    );
  }

  /**
   * Hazard gathered over an interval of ages (seconds) in a stage: minus the logarithm of the chance that
   * nothing changes in it. @param group orders that take about as long as one another: a category.
   */
  between(stage: Stage, group: string, from: number, to: number): number {
    const rates = this.#ratesOf(stage, group);
    let sum = 0;
    for (let bucket = bucketOf(from); bucket <= LAST; bucket++) {
      const begin = Math.max(from, EDGES[bucket] ?? 0);
      const end = Math.min(to, EDGES[bucket + 1] ?? Number.POSITIVE_INFINITY);
      if (end > begin) sum += (rates[bucket] ?? 0) * (end - begin);
      if (end >= to) break;
    }
    return sum;
  }

  /**
   * Learns from one order's stage: it lasted `age` seconds, and then it changed, or was given up unchanged.
   * @returns the histograms that changed, by key, to be kept.
   */
  observe(stage: Stage, group: string, age: number, changed: boolean): Array<readonly [string, Histogram]> {
    this.#rates.clear();
    return [keyOf(stage, ''), keyOf(stage, group)].map((key) => {
      const histogram = this.#histograms.get(key) ?? empty();
      for (let bucket = 0; bucket <= LAST; bucket++) {
        histogram.events[bucket] = (histogram.events[bucket] ?? 0) * DECAY;
        histogram.exposure[bucket] = (histogram.exposure[bucket] ?? 0) * DECAY + secondsIn(bucket, age);
      }
      const last = bucketOf(age);
      if (changed) histogram.events[last] = (histogram.events[last] ?? 0) + 1;
      this.#histograms.set(key, histogram);
      return [key, histogram] as const;
    });
  }

  /**
   * How many seconds a stage of this group has usually lasted: by then that share of its orders has changed,
   * those that were given up unchanged counted for as long as they lasted (the Nelson-Aalen estimate).
   * It is told to buyers, so neither the prior nor other groups have a say in it.
   * @param quantile the share, such as 0.5 for the median.
   * @returns null while too few orders have been seen, or when that share never changes.
   */
  typicalSeconds(stage: Stage, group: string, quantile: number): number | null {
    const { events, exposure } = this.#histograms.get(keyOf(stage, group)) ?? empty();
    if (events.reduce((sum, count) => sum + count, 0) < LEAST_SEEN) return null;
    let left = -Math.log1p(-quantile);
    for (let bucket = 0; bucket < LAST; bucket++) {
      const begin = EDGES[bucket] ?? 0;
      const seconds = (EDGES[bucket + 1] ?? begin) - begin;
      // Orders that changed on the very edge spent no time in the bucket: they changed at its beginning.
      const rate = (events[bucket] ?? 0) / Math.max(exposure[bucket] ?? 0, 1e-6);
      if (rate * seconds >= left) return begin + left / rate;
      left -= rate * seconds;
    }
    return null;
  }

  #ratesOf(stage: Stage, group: string): readonly number[] {
    const key = keyOf(stage, group);
    const kept = this.#rates.get(key);
    if (kept) return kept;
    const rates = EDGES.map((_edge, bucket) => this.#rateIn(stage, group, bucket));
    this.#rates.set(key, rates);
    return rates;
  }

  /** The group's own experience, filled up with the shop's, which is filled up with the prior. */
  #rateIn(stage: Stage, group: string, bucket: number): number {
    const pool = blend(this.#histograms.get(keyOf(stage, '')), prior[stage], PRIOR_ORDERS, bucket);
    const own = this.#histograms.get(keyOf(stage, group));
    if (!own || group === '') return pool;
    const events = own.events[bucket] ?? 0;
    const exposure = own.exposure[bucket] ?? 0;
    const filler = POOL_ORDERS * (prior[stage].exposure[bucket] ?? 0);
    return (events + pool * filler) / (exposure + filler);
  }
}

function blend(seen: Histogram | undefined, assumed: Histogram, orders: number, bucket: number): number {
  const events = (seen?.events[bucket] ?? 0) + orders * (assumed.events[bucket] ?? 0);
  const exposure = (seen?.exposure[bucket] ?? 0) + orders * (assumed.exposure[bucket] ?? 0);
  return events / exposure;
}

function keyOf(stage: Stage, group: string): string {
  return `${stage}/${group}`;
}

function bucketOf(age: number): number {
  // About log(age): the edges grow geometrically, so a search from the left takes few steps for young orders.
  let bucket = 0;
  while (bucket < LAST && age >= (EDGES[bucket + 1] ?? Number.POSITIVE_INFINITY)) bucket++;
  return bucket;
}

function secondsIn(bucket: number, age: number): number {
  const begin = EDGES[bucket] ?? 0;
  return Math.max(0, Math.min(age, EDGES[bucket + 1] ?? age) - begin);
}

function edges(first: number, factor: number, most: number): number[] {
  const list = [0];
  for (let edge = first; edge < most; edge *= factor) list.push(Math.round(edge * 10) / 10);
  return list;
}

function empty(): Histogram {
  return { events: EDGES.map(() => 0), exposure: EDGES.map(() => 0) };
}

/** One order's worth of the prior: expected events and seconds in each bucket. */
function priorOf(stage: Stage): Histogram {
  const { median, sigma, share } = PRIORS[stage];
  const happened = (age: number) => (age <= 0 ? 0 : share * normalCdf(Math.log(age / median) / sigma));
  const events = EDGES.map((edge, bucket) => {
    const next = EDGES[bucket + 1];
    return Math.max(1e-9, (next === undefined ? share : happened(next)) - happened(edge));
  });
  const exposure = EDGES.map((edge, bucket) => {
    const next = EDGES[bucket + 1] ?? edge * 2;
    return (next - edge) * Math.max(1e-3, 1 - (happened(edge) + happened(next)) / 2);
  });
  return { events, exposure };
}

/** Cumulative normal distribution by Abramowitz and Stegun 26.2.17, exact to 7.5e-8. */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return x >= 0 ? 1 - tail : tail;
}
