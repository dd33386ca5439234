import type { z } from 'zod';
import { fieldsOf } from './field-issues.ts';
import { ProblemError } from './problem-error.ts';

/** What checks input and gives it its type. */
export type InputSchema = z.ZodType;
/** What a schema makes of its input. */
export type Checked<T extends InputSchema> = z.output<T>;

/** The input as its schema wants it. @throws ProblemError `invalid_input` with the fields named. */
export function parseInput<T extends InputSchema>(schema: T, input: unknown): Checked<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ProblemError('invalid_input', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}
