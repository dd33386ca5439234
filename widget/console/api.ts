import type { ConsoleOverview, ConsoleSession } from '../../proxy/contract/console.ts';

/** Why the console could not do something, as far as the reseller can do anything about it. */
export type Trouble = 'signed_out' | 'wait' | 'no_answer';

/** A request that did not give what was asked. */
export class ConsoleFailure extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Shorter than a person's patience; the proxy answers in milliseconds, the provider in seconds. */
const TIMEOUT_MS = 20_000;

/** Signs in. @throws ConsoleFailure `signed_out` when the password is wrong, `wait` after too many tries. */
export function signIn(password: string): Promise<void> {
  return ask('POST', 'sign-in', { password });
}

/** Chooses the password. @throws ConsoleFailure `signed_out` when the link has been used or is too old. */
export function choosePassword(link: string, password: string): Promise<void> {
  return ask('POST', 'choose', { link, password });
}

export function overview(): Promise<ConsoleOverview> {
  return ask('GET', 'overview');
}

export async function sessions(): Promise<readonly ConsoleSession[]> {
  return (await ask<{ sessions: ConsoleSession[] }>('GET', 'sessions')).sessions;
}

/** Signs a browser out. @param id `this` for the one in hand, null for all of them. */
export function signOut(id: string | null): Promise<void> {
  return ask('DELETE', id === null ? 'sessions' : `sessions/${encodeURIComponent(id)}`);
}

async function ask<T = void>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`/console/api/${path}`, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new ConsoleFailure('no_answer');
  });
  if (answer.status === 401) throw new ConsoleFailure('signed_out');
  if (answer.status === 429) throw new ConsoleFailure('wait');
  if (!answer.ok) throw new ConsoleFailure('no_answer');
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
