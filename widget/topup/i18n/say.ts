import type { OrderReason } from '../../../proxy/contract/order.ts';
import type { FailureCode } from '../api/failure.ts';
import type { Words } from './words.ts';

type Said<K extends string> = Partial<Readonly<Record<K, string>>>;

/** Our own words for a failure; a code from a newer proxy gets the general sentence. */
export function problemText({ problem, refusal }: Words, code: FailureCode): string {
  return ({ ...refusal, ...problem } as Said<FailureCode>)[code] ?? problem.internal_error;
}

/** Why an order is where it is. Some reasons are problems too and share their words; newer ones say nothing. */
export function reasonText({ reason, refusal }: Words, code: OrderReason): string {
  return (reason as Said<OrderReason>)[code] ?? (refusal as Said<OrderReason>)[code] ?? '';
}

/** A sentence with its places `{0}`, `{1}` filled in. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_all, place) => String(values[Number(place)]));
}
