import type { Account } from '../accounts.ts';
import { newToken } from '../ids.ts';
import type { SandboxProvider } from '../provider.ts';
import type { Params } from './params.ts';

/** `POST /auth/register` */
export function register({ accounts }: SandboxProvider, params: Params) {
  const account = accounts.register({
    username: params.text('username'),
    name: params.text('name'),
    email: params.text('email'),
    password: params.text('password'),
  });
  return { status: true, data: { user_id: account.userId, api_key: account.apiKey } };
}

/** `POST /auth/login` */
export function login({ accounts, orders }: SandboxProvider, params: Params) {
  const account = accounts.login(params.text('user_id'), params.text('password'));
  orders.settle();
  return { status: true, data: { api_key: account.apiKey, balance: account.balance } };
}

/** `GET /user/me` */
export function me({ orders }: SandboxProvider, account: Account) {
  orders.settle();
  return { status: true, data: { user_id: account.userId, balance: account.balance, role: account.role } };
}

/** `POST /user/regenerate-key`: the old key stops working at once. */
export function regenerateKey(account: Account) {
  account.apiKey = newToken();
  return { status: true, data: { api_key: account.apiKey } };
}

/** `GET /services`, `?tipe=` for one type: rows by type, prices as text. */
export function listServices({ services }: SandboxProvider, params: Params) {
  const wanted = params.text('tipe');
  const data: Record<string, object[]> = {};
  for (const { tipe, sid, kategori, layanan, harga, status } of services) {
    if (wanted !== '' && wanted !== tipe) continue;
    data[tipe] ??= [];
    data[tipe].push({ sid, kategori, layanan, harga: String(harga), status });
  }
  return { status: true, data };
}
