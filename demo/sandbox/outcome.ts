import { randomInt } from 'node:crypto';

/** What becomes of an order: refused when created, or delivered / failed so many seconds after payment. */
export type Outcome = 'delivered' | 'slow' | 'failed' | 'refused';

/** The targets that do not simply succeed, as the cashier page explains them. */
export const specialEndings: readonly { readonly ending: string; readonly outcome: Outcome }[] = [
  { ending: '000', outcome: 'failed' },
  { ending: '999', outcome: 'slow' },
  { ending: '404', outcome: 'refused' },
];

/** Seconds a slow delivery takes at least. */
export const slowDeliverySeconds = 60;

/**
 * The outcome a target asks for: any number in it (or in the meter number) that ends in one of the special
 * endings. Any number, because how a proxy joins user id and zone into one target is not documented.
 */
export function outcomeOf(target: string, meterNumber: string): Outcome {
  const numbers = `${target} ${meterNumber}`.match(/\d+/g) ?? [];
  const special = specialEndings.find(({ ending }) => numbers.some((number) => number.endsWith(ending)));
  return special?.outcome ?? 'delivered';
}

/**
 * What stands in `catatan` after success: `SN: <serial>`, or for electricity
 * `token/name/tariff/power` with a token of twenty plain digits.
 */
export function deliveryNote(tipe: string): string {
  if (tipe !== 'PLN') return `SN: ${randomDigits(16)}`;
  const [name, tariff] = meters[randomInt(meters.length)] ?? ['BUDI SANTOSO', 'R1/900VA'];
  return `${randomDigits(20)}/${name}/${tariff}`;
}

const meters = [
  ['BUDI SANTOSO', 'R1/900VA'],
  ['SITI AMINAH', 'R1M/900VA'],
  ['AGUS SETIAWAN', 'R1/1300VA'],
  ['DEWI LESTARI', 'R1/2200VA'],
] as const;

/** Starts with 1 to 9, so that a reader who takes it for a number still sees every digit. */
function randomDigits(length: number): string {
  let digits = String(randomInt(1, 10));
  while (digits.length < length) digits += randomInt(10);
  return digits;
}
