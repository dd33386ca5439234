import type { ProblemCode } from './problem.ts';

/** What is wrong with a field of the input; the words for people are chosen at the edge. */
export type FieldIssue =
  | 'required'
  | 'digits_only'
  | 'meter_length'
  | 'phone'
  | 'too_long'
  | 'characters'
  | 'choice'
  | 'unknown'
  | 'invalid';

/** A refusal with a code of the wire. Thrown by use cases, turned into problem+json by `http/`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly fields: Readonly<Record<string, FieldIssue>> | undefined;
  readonly price: number | undefined;
  readonly orderCode: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly said: string | undefined;

  constructor(
    code: ProblemCode,
    extra: {
      fields?: Readonly<Record<string, FieldIssue>>;
      price?: number;
      orderCode?: string;
      retryAfterMs?: number;
      /** The provider's own words: for the reseller alone. */
      said?: string;
    } = {},
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.fields = extra.fields;
    this.price = extra.price;
    this.orderCode = extra.orderCode;
    this.retryAfterMs = extra.retryAfterMs;
    this.said = extra.said;
  }
}
