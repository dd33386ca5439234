import type { Detection } from './orders.ts';
import type { Workload } from './workload.ts';

/** Delays in seconds. */
interface Delays {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
}

/** What a run of a workload showed. */
export interface Measured {
  readonly paid: Delays;
  readonly delivered: Delays;
  readonly all: Delays;
  /** Changes that had happened and were not seen when the run ended. */
  readonly unseen: number;
  /** The most requests in any rolling minute, as the provider counts them. */
  readonly mostInAMinute: number;
  /** Requests a minute in the measured time. */
  readonly requestsPerMinute: number;
  /** 99th percentile of a create's wait for its slot, seconds. */
  readonly createWaitP99: number;
}

const MINUTE = 60;

/** Sums up a run. `arrivals` and `createWaits` in seconds. */
export function measure(
  workload: Workload,
  detections: readonly Detection[],
  arrivals: readonly number[],
  createWaits: readonly number[],
): Measured {
  const measured = detections.filter(({ happenedAt }) => happenedAt >= workload.measuredFrom);
  const delays = (kind: Detection['kind'] | null) =>
    summary(measured.filter((one) => kind === null || one.kind === kind).map((d) => d.seenAt - d.happenedAt));
  const due = workload.orders.flatMap((order) => {
    const paidAt = order.placedAt + order.paysAfter;
    const changes =
      order.paysAfter === 0 ? [paidAt + order.deliveredAfter] : [paidAt, paidAt + order.deliveredAfter];
    // Who pays after the QR's time is not part of this.
    return order.paysAfter > workload.expiresAfter ? [] : changes;
  });
  const happened = due.filter((at) => at >= workload.measuredFrom && at <= workload.length).length;
  const recent = arrivals.filter((at) => at >= workload.measuredFrom && at <= workload.length);
  return {
    paid: delays('paid'),
    delivered: delays('delivered'),
    all: delays(null),
    unseen: Math.max(0, happened - measured.length),
    mostInAMinute: mostInAMinute(arrivals),
    requestsPerMinute: (recent.length / (workload.length - workload.measuredFrom)) * MINUTE,
    createWaitP99: percentile(
      [...createWaits].sort((a, b) => a - b),
      0.99,
    ),
  };
}

/** Mean and percentiles of a list of seconds. */
function summary(seconds: readonly number[]): Delays {
  const sorted = [...seconds].sort((a, b) => a - b);
  const sum = sorted.reduce((total, one) => total + one, 0);
  return {
    count: sorted.length,
    mean: sum / Math.max(1, sorted.length),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function mostInAMinute(arrivals: readonly number[]): number {
  let first = 0;
  let most = 0;
  arrivals.forEach((at, index) => {
    while ((arrivals[first] ?? at) <= at - MINUTE) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
