import type { RequestHandler } from 'express';
import type { SandboxProvider } from '../provider.ts';
import { SlidingWindow } from '../sliding-window.ts';
import { apiKeyOf } from './request-log.ts';

/** The documents say "5–10/menit" for registering and signing in. */
const authRequestsPerMinute = 10;

/**
 * Counts every request under `/api`: by address for `/auth`, by API key elsewhere. A key nobody owns is not
 * counted, because the handler turns it away anyway and a guesser would fill the memory.
 */
export function limitRequests(provider: SandboxProvider, requestsPerMinute: number): RequestHandler {
  const byAddress = new SlidingWindow(authRequestsPerMinute, provider.clock);
  const byKey = new SlidingWindow(requestsPerMinute, provider.clock);
  return (request, _response, next) => {
    const key = apiKeyOf(request);
    if (request.path.startsWith('/auth/')) byAddress.take(request.ip ?? 'unknown');
    else if (key !== null && provider.accounts.byKey(key)) byKey.take(key);
    next();
  };
}
