import express, { type Express } from 'express';
import type { FaultBook } from '../faults/fault-book.ts';
import type { SandboxProvider } from '../provider.ts';
import { createApi } from './api.ts';
import { createCashier } from './cashier.ts';
import { createFaultControl } from './fault-control.ts';
import { limitRequests } from './limits.ts';
import { Links } from './links.ts';
import type { RequestLog } from './request-log.ts';

/** What the sandbox's app is made of. */
export interface SandboxParts {
  readonly provider: SandboxProvider;
  readonly faults: FaultBook;
  /** The buyer's wallet pays an order or a deposit. @throws Refusal */
  readonly pay: (id: string) => void;
  readonly log: RequestLog;
  readonly requestsPerMinute: number;
  /** Where the sandbox is reached, without a trailing slash. */
  readonly url: string;
}

/** The provider's API under `/api`, and around it the pages of the cashier. Does not listen. */
export function createSandboxApp(parts: SandboxParts): Express {
  const { provider, faults, pay, log, requestsPerMinute, url } = parts;
  const app = express().disable('x-powered-by').disable('etag');
  const links = new Links(url);
  const before = [log.middleware, limitRequests(provider, requestsPerMinute)];
  app.use('/api', createApi({ provider, links, faults, before }));
  app.use('/faults', createFaultControl(faults));
  app.use(createCashier(provider, faults, pay));
  return app;
}
