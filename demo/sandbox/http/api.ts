import { json, type Request, type RequestHandler, Router, urlencoded } from 'express';
import type { Account } from '../accounts.ts';
import type { SandboxProvider } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import { listServices, login, me, regenerateKey, register } from './account-routes.ts';
import { createDeposit, depositHistory, depositStatus } from './deposit-routes.ts';
import { answerErrors, unknownPath } from './errors.ts';
import type { Links } from './links.ts';
import { createOrder, orderStatus } from './order-routes.ts';
import { Params } from './params.ts';
import { apiKeyOf } from './request-log.ts';

/**
 * The eleven documented endpoints, to be mounted under `/api`.
 *
 * @param before runs, in order, before a body is read: the log, the limits
 */
export function createApi(
  provider: SandboxProvider,
  links: Links,
  before: readonly RequestHandler[],
): RequestHandler {
  const api = Router();
  api.use(...before, json(), urlencoded());

  api.post(
    '/auth/register',
    open((params) => register(provider, params)),
  );
  api.post(
    '/auth/login',
    open((params) => login(provider, params)),
  );

  const reseller = forReseller(provider);
  api.get(
    '/user/me',
    reseller((account) => me(provider, account)),
  );
  api.post(
    '/user/regenerate-key',
    reseller((account) => regenerateKey(account)),
  );
  api.get(
    '/services',
    reseller((_account, params) => listServices(provider, params)),
  );
  api.post(
    '/order/create',
    reseller((account, params) => createOrder(provider, links, account, params)),
  );
  api.get(
    '/order/status',
    reseller((account, params) => orderStatus(provider, account, params)),
  );
  api.post(
    '/payment/deposit',
    reseller((account, params) => createDeposit(provider, links, account, params)),
  );
  api.get(
    '/payment/status/:orderId',
    reseller((account, _params, request) => depositStatus(provider, account, String(request.params.orderId))),
  );
  api.get(
    '/payment/history',
    reseller((account) => depositHistory(provider, account)),
  );

  api.use(unknownPath, answerErrors);
  return api;
}

function open(answer: (params: Params) => object): RequestHandler {
  return (request, response) => {
    response.json(answer(new Params(request)));
  };
}

/** Routes that need a key: the handler gets the account that owns it. */
function forReseller(provider: SandboxProvider) {
  return (answer: (account: Account, params: Params, request: Request) => object): RequestHandler =>
    (request, response) => {
      const key = apiKeyOf(request);
      if (key === null) throw new Refusal('API key wajib diisi.');
      const account = provider.accounts.byKey(key);
      if (!account) throw new Refusal('API key tidak valid.');
      response.json(answer(account, new Params(request), request));
    };
}
