import type { Problem, ProblemCode } from '../../../proxy/contract/problem.ts';

/** The wire's codes, and `no_answer`: no network, a timeout, or an answer that is not the proxy's own. */
export type FailureCode = ProblemCode | 'no_answer';

/** A request that did not give what was asked. `problem` holds the answer's members when there was one. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly problem: Partial<Problem>;

  constructor(code: FailureCode, problem: Partial<Problem> = {}) {
    super(code);
    this.code = code;
    this.problem = problem;
  }
}

/** Any thrown thing as a Failure, so that views know a single kind of error. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('no_answer');
}
