import { json, type RequestHandler, Router, urlencoded } from 'express';
import type { Account } from '../accounts.ts';
import type { Json } from '../faults/answer.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { SandboxProvider } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import type { Twist } from '../twist.ts';
import { listServices, login, me, regenerateKey, register } from './account-routes.ts';
import { answering, type Work } from './answering.ts';
import { createDeposit, depositHistory, depositStatus } from './deposit-routes.ts';
import { answerErrors, unknownPath } from './errors.ts';
import type { Links } from './links.ts';
import { createOrder, orderStatus } from './order-routes.ts';
import type { Params } from './params.ts';

/** What the API is made of. */
interface ApiParts {
  readonly provider: SandboxProvider;
  readonly links: Links;
  readonly faults: FaultBook;
  /** Run, in order, before a body is read: the log, the limits. */
  readonly before: readonly RequestHandler[];
}

/** The eleven documented endpoints, to be mounted under `/api`. */
export function createApi({ provider, links, faults, before }: ApiParts): RequestHandler {
  const api = Router();
  api.use(...before, json(), urlencoded());

  const at = answering(provider, faults);
  const get = (path: Parameters<typeof at>[0], work: Work) => api.get(path, at(path, work));
  const post = (path: Parameters<typeof at>[0], work: Work) => api.post(path, at(path, work));
  const own = forReseller(provider);

  post('/auth/register', ({ params }) => register(provider, params));
  post('/auth/login', ({ params }) => login(provider, params));
  get(
    '/user/me',
    own((account) => me(provider, account)),
  );
  post(
    '/user/regenerate-key',
    own((account) => regenerateKey(account)),
  );
  get(
    '/services',
    own((_account, params) => listServices(provider, params)),
  );
  post(
    '/order/create',
    own((account, params, twist) => createOrder(provider, links, account, params, twist)),
  );
  get(
    '/order/status',
    own((account, params) => orderStatus(provider, account, params)),
  );
  post(
    '/payment/deposit',
    own((account, params, twist) => createDeposit(provider, links, account, params, twist)),
  );
  const depositWork = own((account, params) => depositStatus(provider, account, params.text('orderId')));
  api.get('/payment/status/:orderId', at('/payment/status', depositWork));
  get(
    '/payment/history',
    own((account) => depositHistory(provider, account)),
  );

  api.use(unknownPath, answerErrors);
  return api;
}

/** Work that needs a key: it gets the account that owns it. */
function forReseller(provider: SandboxProvider) {
  return (work: (account: Account, params: Params, twist: Twist) => Json): Work =>
    ({ key, params, twist }) => {
      if (key === null) throw new Refusal('API key wajib diisi.');
      const account = provider.accounts.byKey(key);
      if (!account) throw new Refusal('API key tidak valid.');
      return work(account, params, twist);
    };
}
