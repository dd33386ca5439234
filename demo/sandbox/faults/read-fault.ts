import type { FaultPath } from './fault-kind.ts';
import { FaultMistake } from './fault-mistake.ts';
import { type FaultName, faultKinds, isFaultName } from './kinds.ts';
import { readParams } from './params.ts';

/** A fault as asked for, every value filled in. */
export interface Fault {
  readonly kind: FaultName;
  /** Null: wherever the kind can be seen. */
  readonly path: FaultPath | null;
  /** Null: every request. */
  readonly only: string | null;
  /** Infinity: until it is removed. */
  readonly count: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Reads a fault from fields that may come from JSON or from a form, where an empty text is a value not given.
 * `count` may be `null` or `"always"` for Infinity, which JSON lacks. @throws FaultMistake
 */
export function readFault(fields: Readonly<Record<string, unknown>>): Fault {
  const { kind, path, only, count, ...params } = fields;
  if (!isFaultName(kind)) {
    throw new FaultMistake(`no fault "${String(kind)}"; known: ${Object.keys(faultKinds).join(', ')}`);
  }
  return {
    kind,
    path: readPath(kind, path),
    only: typeof only === 'string' && only !== '' ? only : null,
    count: readCount(count),
    params: readParams(faultKinds[kind].params, params),
  };
}

function readPath(kind: FaultName, path: unknown): FaultPath | null {
  if (path === undefined || path === null || path === '') return null;
  const found = faultKinds[kind].paths.find((candidate) => candidate === path);
  if (!found) throw new FaultMistake(`"${kind}" is seen at: ${faultKinds[kind].paths.join(', ')}`);
  return found;
}

function readCount(count: unknown): number {
  if (count === undefined || count === '') return 1;
  if (count === null || count === 'always' || count === Number.POSITIVE_INFINITY) {
    return Number.POSITIVE_INFINITY;
  }
  const read = Number(count);
  if (!Number.isInteger(read) || read < 1) throw new FaultMistake('count must be 1 or more, or "always"');
  return read;
}
