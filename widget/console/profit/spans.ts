import type { Period } from './words.ts';

/** From which day to which, both included, in the provider's zone. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** WIB, UTC+7 all year. */
const ZONE_MS = 7 * 60 * 60_000;

/** The days of a period that ends today, as the provider's calendar has it. @param now epoch ms */
export function spanOf(period: Period, now: number): Span {
  const to = new Date(now + ZONE_MS).toISOString().slice(0, 10);
  if (period === 'thisMonth') return { from: `${to.slice(0, 8)}01`, to };
  const days = period === 'week' ? 7 : 30;
  return { from: new Date(now + ZONE_MS - (days - 1) * DAY_MS).toISOString().slice(0, 10), to };
}
