import express, { type Express } from 'express';
import type { SandboxProvider } from '../provider.ts';
import { createApi } from './api.ts';
import { createCashier } from './cashier.ts';
import { limitRequests } from './limits.ts';
import { Links } from './links.ts';
import type { RequestLog } from './request-log.ts';

/** What the sandbox's app is made of. */
export interface SandboxParts {
  readonly provider: SandboxProvider;
  readonly log: RequestLog;
  readonly requestsPerMinute: number;
  /** Where the sandbox is reached, without a trailing slash. */
  readonly url: string;
}

/** The provider's API under `/api`, and around it the pages of the cashier. Does not listen. */
export function createSandboxApp({ provider, log, requestsPerMinute, url }: SandboxParts): Express {
  const app = express().disable('x-powered-by').disable('etag');
  const links = new Links(url);
  app.use('/api', createApi(provider, links, [log.middleware, limitRequests(provider, requestsPerMinute)]));
  app.use(createCashier(provider));
  return app;
}
