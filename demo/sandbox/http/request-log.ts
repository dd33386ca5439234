import type { Request, RequestHandler } from 'express';
import type { Clock } from '../clock.ts';

/** One request that arrived under `/api`, refused ones included. `at` is Unix milliseconds. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  /** With `/api`, without the query: that may hold the key. */
  readonly path: string;
  readonly key: string | null;
}

/** Entries kept: several minutes of the fastest allowed traffic. */
const kept = 5_000;

/** The newest requests, oldest first. */
export class RequestLog {
  readonly #clock: Clock;
  #entries: LoggedRequest[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  entries(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  readonly middleware: RequestHandler = (request, _response, next) => {
    const path = request.baseUrl + request.path;
    this.#entries.push({ at: this.#clock(), method: request.method, path, key: apiKeyOf(request) });
    if (this.#entries.length > 2 * kept) this.#entries = this.#entries.slice(-kept);
    next();
  };
}

/** The API key of a request, from the header `X-API-Key` or the query's `apikey`; null when it has none. */
export function apiKeyOf(request: Request): string | null {
  const key = request.get('X-API-Key') ?? request.query.apikey;
  return typeof key === 'string' && key !== '' ? key : null;
}
