import type { Problem } from '../../proxy/contract/problem.ts';

/** Why the console could not do something, as far as the reseller can do anything about it. */
export type Trouble = 'signed_out' | 'wait' | 'no_answer' | 'refused';

/** A request that did not give what was asked. */
export class ConsoleFailure extends Error {
  readonly trouble: Trouble;
  /** With `refused` and `wait`: what the proxy says of it, in the console's language. */
  readonly problem: Problem | null;

  constructor(trouble: Trouble, problem: Problem | null = null) {
    super(problem?.code ?? trouble);
    this.trouble = trouble;
    this.problem = problem;
  }
}

/** Longer than the provider may take for one request: what depends on it is answered, if late. */
const TIMEOUT_MS = 30_000;

/**
 * Asks the proxy's `/console/api`.
 * @param headers besides those of every request.
 * @returns the answer's JSON; undefined where there is none.
 * @throws ConsoleFailure `signed_out` on 401, `wait` on 429, `refused` on any other problem, else `no_answer`.
 */
export async function ask<T = void>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  // A change without a JSON body is not taken: a form of another site could send one.
  const sent = body ?? (method === 'GET' || method === 'DELETE' ? undefined : {});
  const answer = await fetch(`/console/api/${path}`, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'accept-language': document.documentElement.lang,
      ...(sent ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  }).catch(() => {
    throw new ConsoleFailure('no_answer');
  });
  const text = await answer.text().catch(() => {
    throw new ConsoleFailure('no_answer');
  });
  if (answer.status === 401) throw new ConsoleFailure('signed_out');
  const json = parsed(text);
  if (answer.status === 429) throw new ConsoleFailure('wait', json as Problem);
  if (answer.ok) return json as T;
  const isProblem = answer.headers.get('content-type')?.includes('problem+json');
  throw isProblem ? new ConsoleFailure('refused', json as Problem) : new ConsoleFailure('no_answer');
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ConsoleFailure('no_answer');
  }
}
