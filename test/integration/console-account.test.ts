import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ConsoleOverview } from '../../proxy/contract/console.ts';
import type { ConsoleAccount, ConsoleRegenerated } from '../../proxy/contract/console-account.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { API_KEY, type Shop, waitFor } from '../support/shop.ts';
import { openConsole, PASSWORD, Visitor } from '../support/visitor.ts';

const PROVIDER_PASSWORD = 'rahasia-toko-a';
const KEY_A = 'key-from-a-sign-in-aaaa';
const KEY_B = 'key-made-anew-bbbb';
const NO_KEY = { ZULTOPUP_API_KEY: '' };

const ok = (data: object) => () => ({ status: true, data });
const me = { user_id: 'toko_a', balance: 50_000, role: 'reseller' };

/** Everything the shop has written, to its log and to its file. */
function written(shop: Shop): string {
  const file = new SqliteDatabase(`${shop.dir}/shop.db`, { readonly: true });
  try {
    return shop.logs() + file.serialize().toString('latin1');
  } finally {
    file.close();
  }
}

const account = async (reseller: Visitor) => (await reseller.ask<ConsoleAccount>('GET', 'account')).body;

describe.concurrent('the account', () => {
  it('is found by signing in once; its key is sealed, outlives a restart, and sells', async (test) => {
    const { provider, shop, reseller, open } = await openConsole(test, NO_KEY);
    provider.answers['POST /auth/login'] = ok({ api_key: KEY_A, balance: 0 });
    expect(await account(reseller)).toMatchObject({ isConnected: false, keyEnding: null, keyFrom: null });
    expect((await shop.get<{ provider: string }>('/readyz')).body.provider).toBe('key_missing');
    const login = { userId: 'toko_a', password: PROVIDER_PASSWORD };
    const { status, body } = await reseller.ask<ConsoleAccount>('POST', 'account/log-in', login);
    expect([status, body]).toEqual([
      200,
      { isConnected: true, keyEnding: 'aaaa', keyFrom: 'console', isRefused: false, isLocked: false },
    ]);
    expect(provider.seen.find(({ path }) => path === '/auth/login')).toMatchObject({
      body: { user_id: 'toko_a', password: PROVIDER_PASSWORD },
      key: undefined,
    });
    expect((await shop.order(await shop.bodyFor())).status).toBe(201);
    expect(provider.seen.at(-1)?.key).toBe(KEY_A);

    await shop.stop();
    const again = await open(NO_KEY, shop.dir);
    expect((await again.order(await again.bodyFor('1'))).status).toBe(409);
    expect(provider.seen.at(-1)?.key).toBe(KEY_A);
    for (const text of [written(shop), again.logs()]) {
      expect(text).not.toContain(KEY_A);
      expect(text).not.toContain(PROVIDER_PASSWORD);
    }
  });

  it('is opened by registering', async (test) => {
    const { provider, reseller } = await openConsole(test, NO_KEY);
    provider.answers['POST /auth/register'] = ok({ user_id: 'toko_b', api_key: KEY_B });
    const wish = { username: 'toko_b', name: 'Toko B', email: 'b@example.com', password: PROVIDER_PASSWORD };
    const { body } = await reseller.ask<ConsoleAccount>('POST', 'account/register', wish);
    expect(body).toMatchObject({ isConnected: true, keyEnding: 'bbbb' });
    expect(provider.seen.find(({ path }) => path === '/auth/register')?.body).toEqual(wish);
  });

  it('takes a pasted key only if it opens an account', async (test) => {
    const { provider, reseller } = await openConsole(test, NO_KEY);
    provider.answers['GET /user/me'] = ({ key }) =>
      key === KEY_A ? { status: true, data: me } : { status: false, data: { pesan: 'API key tidak valid' } };
    const refused = await reseller.ask<Problem>('PUT', 'account/key', { key: 'nonsense' });
    expect(refused.body).toMatchObject({ code: 'provider_refused', said: 'API key tidak valid' });
    expect(await account(reseller)).toMatchObject({ isConnected: false });
    await reseller.ask('PUT', 'account/key', { key: `  ${KEY_A}\n` });
    expect(await account(reseller)).toMatchObject({ isConnected: true, keyEnding: 'aaaa' });
    const { body } = await reseller.ask<ConsoleOverview>('GET', 'overview');
    expect(body.account).toEqual({ userId: 'toko_a', balance: 50_000 });
  });

  it('tells a wrong password in the provider’s words, and what is left out by its field', async (test) => {
    const { provider, reseller } = await openConsole(test, NO_KEY);
    provider.answers['POST /auth/login'] = () => ({
      status: false,
      data: { pesan: 'User ID atau password salah.' },
    });
    const wrong = await reseller.ask<Problem>('POST', 'account/log-in', { userId: 'a', password: 'b' });
    expect([wrong.status, wrong.body.said]).toEqual([422, 'User ID atau password salah.']);
    const empty = await reseller.ask<Problem>('POST', 'account/log-in', { userId: ' ' });
    expect(Object.keys(empty.body.fields ?? {})).toEqual(['userId', 'password']);
    const spaced = await reseller.ask<Problem>('PUT', 'account/key', { key: 'two words' });
    expect(Object.keys(spaced.body.fields ?? {})).toEqual(['key']);
  });
});

describe.concurrent('a new key', () => {
  it('is taken in one step while an order is placed, and both go well', async (test) => {
    const { provider, shop, reseller } = await openConsole(test);
    provider.answers['POST /user/regenerate-key'] = ok({ api_key: KEY_B });
    const body = await shop.bodyFor();
    const [order, made] = await Promise.all([
      shop.order(body),
      reseller.ask<ConsoleRegenerated>('POST', 'account/regenerate', {}),
    ]);
    expect(order.status).toBe(201);
    expect(made.body).toMatchObject({
      outcome: 'changed',
      account: { keyEnding: 'bbbb', keyFrom: 'console' },
    });
    await shop.order({ ...body, target: { userId: '987654321' } });
    expect(provider.seen.at(-1)?.key).toBe(KEY_B);
    expect(shop.logs()).not.toMatch(new RegExp(`${API_KEY}|${KEY_B}`));
  });

  it.for([
    ['unchanged', { status: true, data: me }],
    ['lost', { status: false, data: { pesan: 'API key tidak valid' } }],
  ] as const)('whose answer is lost is told as %s', async ([outcome, answer], test) => {
    const { provider, reseller } = await openConsole(test);
    provider.answers['POST /user/regenerate-key'] = () => (_req, res) => void res.socket?.destroy();
    provider.answers['GET /user/me'] = () => answer;
    const { body } = await reseller.ask<ConsoleRegenerated>('POST', 'account/regenerate', {});
    expect(body).toMatchObject({
      outcome,
      account: { isRefused: outcome === 'lost', keyFrom: 'environment' },
    });
  });

  it('whose answer is lost while the provider is away may be void, and that is said', async (test) => {
    const { provider, reseller } = await openConsole(test);
    provider.answers['POST /user/regenerate-key'] = () => (_req, res) => void res.socket?.destroy();
    provider.answers['GET /user/me'] = () => (_req, res) => void res.socket?.destroy();
    const { body } = await reseller.ask<ConsoleRegenerated>('POST', 'account/regenerate', {});
    expect(body.outcome).toBe('unknown');
  });

  it('in the environment wins over the one kept before, and the same old one does not', async (test) => {
    const { provider, shop, reseller, open } = await openConsole(test);
    provider.answers['POST /user/regenerate-key'] = ok({ api_key: KEY_B });
    await reseller.ask('POST', 'account/regenerate', {});
    await shop.stop();
    const same = await open({}, shop.dir);
    await waitFor(() => provider.seen.at(-1)?.key === KEY_B);
    await same.stop();
    await open({ ZULTOPUP_API_KEY: 'another-key-cccc' }, shop.dir);
    await waitFor(() => provider.seen.at(-1)?.key === 'another-key-cccc');
  });

  it('that cannot be opened, because SECRET_KEY has changed, is said and not fatal', async (test) => {
    const { provider, shop, reseller, open } = await openConsole(test, NO_KEY);
    provider.answers['POST /auth/login'] = ok({ api_key: KEY_A });
    await reseller.ask('POST', 'account/log-in', { userId: 'a', password: PROVIDER_PASSWORD });
    await shop.stop();
    const other = await open({ ...NO_KEY, SECRET_KEY: 'another secret key' }, shop.dir);
    const again = new Visitor(other);
    await again.signIn(PASSWORD);
    expect(await account(again)).toMatchObject({ isConnected: false, isLocked: true });
  });
});

it('a key the provider no longer takes is noticed by whatever is asked next, and forgotten once it is taken', async (test) => {
  const { provider, shop, reseller } = await openConsole(test);
  const body = await shop.bodyFor();
  const create = provider.answers['POST /order/create'];
  provider.answers['POST /order/create'] = () => ({ status: false, data: { pesan: 'API key tidak valid' } });
  expect((await shop.order(body)).status).toBe(503);
  expect(await account(reseller)).toMatchObject({ isRefused: true });
  expect((await reseller.ask<ConsoleOverview>('GET', 'overview')).body.account).toEqual({
    trouble: 'key_refused',
  });
  if (create) provider.answers['POST /order/create'] = create;
  expect((await shop.order(body)).status).toBe(201);
  expect(await account(reseller)).toMatchObject({ isRefused: false });
});
