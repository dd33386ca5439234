import type { id } from './id.ts';

/** The languages of the widget. */
export type Lang = 'id' | 'en';

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Shape<T[K]>;
};

/** Every sentence the buyer can read. Indonesian is the original; other languages must have the same keys. */
export type Words = Shape<typeof id>;
