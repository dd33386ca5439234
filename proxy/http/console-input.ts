import type { Request } from 'express';
import { type Checked, type InputSchema, parseInput } from '../contract/input.ts';

/** The body of a request as its schema wants it. @throws ProblemError `invalid_input` with the fields named. */
export function readBody<T extends InputSchema>(schema: T, req: Request): Checked<T> {
  return parseInput(schema, req.body ?? {});
}

/** What stands behind the question mark of a request's address. @throws ProblemError as `readBody`. */
export function readQuery<T extends InputSchema>(schema: T, req: Request): Checked<T> {
  return parseInput(schema, req.query);
}
