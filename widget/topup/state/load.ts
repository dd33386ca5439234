import type { Failure } from '../api/failure.ts';

/** Something asked for over the network, in the three states a buyer can see. */
export type Load<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The value when there is one. */
export function loaded<T>(load: Load<T> | null): T | null {
  return load?.state === 'ready' ? load.value : null;
}
