import type { Order } from '../../../proxy/contract/order.ts';

/** How a delivery goes against what is usual: `very-slow` is when a buyer should talk to the shop. */
export type Pace = 'normal' | 'slow' | 'very-slow';

const SLOW = { least: 60, times: 3 };
const VERY_SLOW = { least: 600, times: 10 };
/** Where the shop cannot say what is usual: slow after 5 minutes, very slow after 17. */
const UNKNOWN_USUAL = 100;

/** How long a paid order has been waiting for its delivery, in seconds; 0 when it is not waiting. */
export function waitedSeconds({ status, timeline }: Pick<Order, 'status' | 'timeline'>, now: number): number {
  const paidAt = timeline.filter((entry) => entry.status === 'processing').at(-1)?.at;
  return status === 'processing' && paidAt ? Math.max(0, (now - Date.parse(paidAt)) / 1000) : 0;
}

/** The pace of an order at this moment (Unix milliseconds). Only an order being delivered can be slow. */
export function paceOf(order: Pick<Order, 'status' | 'timeline' | 'usualSeconds'>, now: number): Pace {
  const waited = waitedSeconds(order, now);
  const usual = order.usualSeconds ?? UNKNOWN_USUAL;
  const isBeyond = ({ least, times }: typeof SLOW) => waited > Math.max(least, times * usual);
  if (isBeyond(VERY_SLOW)) return 'very-slow';
  return isBeyond(SLOW) ? 'slow' : 'normal';
}

/** A span as people say it: 5 "seconds", 4 "minutes", 2 "hours"; rounded up, for nobody minds being early. */
export function roughly(seconds: number): { count: number; unit: 'seconds' | 'minutes' | 'hours' } {
  if (seconds <= 55) return { count: Math.max(1, Math.ceil(seconds / 5)) * 5, unit: 'seconds' };
  if (seconds <= 90 * 60) return { count: Math.ceil(seconds / 60), unit: 'minutes' };
  return { count: Math.ceil(seconds / 3600), unit: 'hours' };
}
