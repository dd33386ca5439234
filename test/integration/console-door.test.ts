import { describe, expect, it, type TestContext } from 'vitest';
import { SetupLink } from '../../proxy/console/setup-link.ts';
import type { ConsoleOverview, ConsoleSession } from '../../proxy/contract/console.ts';
import { consoleRoutes } from '../support/console-routes.ts';
import { takeCounter } from '../support/counter.ts';
import { waitFor } from '../support/shop.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';

async function openShop(test: TestContext, env: Record<string, string> = {}) {
  const { provider, open } = await takeCounter(test);
  const shop = await open(env);
  return { provider, open, shop, visitor: () => new Visitor(shop) };
}

describe.concurrent('the console’s door', () => {
  it('is opened once by the link of the first start, and from then on by the password chosen with it', async (test) => {
    const { shop, open, visitor } = await openShop(test);
    const reseller = visitor();
    expect(await reseller.signIn()).toBe(401);
    expect(await reseller.choose()).toBe(204);
    expect(reseller.attributes).toMatch(/Path=\/console; Expires=.*; HttpOnly; SameSite=Strict$/);
    expect(await reseller.isIn()).toBe(true);
    expect(await visitor().choose()).toBe(401);

    await shop.stop();
    const again = await open({}, shop.dir);
    expect(again.setupSecret).toBeNull();
    const later = new Visitor(again);
    expect(await later.signIn('kuda laut biru 8')).toBe(401);
    expect(await later.signIn()).toBe(204);
    later.cookie = reseller.cookie;
    expect(await later.isIn()).toBe(true);
    expect(again.logs() + shop.logs()).not.toMatch(new RegExp(`${PASSWORD}|${shop.setupSecret}`));
  });

  it('takes a new link, made while the shop runs, for a lost password, and shows everybody else out', async (test) => {
    const { shop, visitor } = await openShop(test);
    const reseller = visitor();
    await reseller.choose();
    const secret = new SetupLink(shop.dir).make();
    const second = visitor();
    expect((await second.ask('POST', 'choose', { link: secret, password: 'a new one, longer' })).status).toBe(
      204,
    );
    expect(await reseller.isIn()).toBe(false);
    expect(await visitor().signIn()).toBe(401);
    expect(await visitor().signIn('a new one, longer')).toBe(204);
  });

  it('does not take a link that is too old', async (test) => {
    const { shop, visitor } = await openShop(test);
    const old = new SetupLink(shop.dir).make(Date.now() - 25 * 60 * 60_000);
    expect(await visitor().choose(old)).toBe(401);
  });

  it('has no link where the environment sets the password', async (test) => {
    const { shop, open, visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    expect(shop.setupSecret).toBeNull();
    expect(await visitor().signIn('kuda laut biru 8')).toBe(401);
    const reseller = visitor();
    expect(await reseller.signIn()).toBe(204);
    // Nor does one that was made before, or by hand.
    expect(await visitor().choose(new SetupLink(shop.dir).make())).toBe(401);

    await shop.stop();
    const same = await open({ CONSOLE_PASSWORD: PASSWORD }, shop.dir);
    const later = new Visitor(same);
    later.cookie = reseller.cookie;
    expect(await later.isIn()).toBe(true);
    await same.stop();
    const other = new Visitor(await open({ CONSOLE_PASSWORD: 'another password' }, shop.dir));
    other.cookie = reseller.cookie;
    expect(await other.isIn()).toBe(false);
    expect(await other.signIn()).toBe(401);
    expect(await other.signIn('another password')).toBe(204);
  });

  it('lets an address try ten times in a quarter of an hour', async (test) => {
    const { visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    const stranger = visitor();
    // What is no sign-in at all counts as well, and costs the machine no look at a password.
    for (let tries = 1; tries < 10; tries++) {
      expect((await stranger.ask('POST', 'sign-in', {})).status).toBe(401);
    }
    expect(await stranger.signIn('nonsense')).toBe(401);
    const eleventh = await stranger.ask('POST', 'sign-in', { password: PASSWORD });
    expect(eleventh.status).toBe(429);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(600);
  });

  it('sets a cookie for https alone where the shop is reached by https', async (test) => {
    const { visitor } = await openShop(test, {
      CONSOLE_PASSWORD: PASSWORD,
      PUBLIC_URL: 'https://topup.example.com',
    });
    const reseller = visitor();
    await reseller.ask('POST', 'sign-in', { password: PASSWORD }, { origin: 'https://topup.example.com' });
    expect(reseller.attributes).toContain('; Secure');
  });

  it('lists who is signed in, and signs out one, this one, or all', async (test) => {
    const { visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    const [phone, desk, lost] = [visitor(), visitor(), visitor()] as const;
    for (const one of [phone, desk, lost]) await one.signIn();
    const { body } = await phone.ask<{ sessions: ConsoleSession[] }>('GET', 'sessions');
    expect(body.sessions.map(({ isThis }) => isThis).sort()).toEqual([false, false, true]);
    const [other] = (await desk.ask<typeof body>('GET', 'sessions')).body.sessions.filter(
      ({ isThis }) => isThis,
    );
    expect((await phone.ask('DELETE', `sessions/${other?.id}`)).status).toBe(204);
    expect(await desk.isIn()).toBe(false);
    await phone.ask('DELETE', 'sessions/this');
    expect(await phone.isIn()).toBe(false);
    await desk.signIn();
    await desk.ask('DELETE', 'sessions');
    expect(await lost.isIn()).toBe(false);
  });
});

describe.concurrent('who is not signed in', () => {
  it.for(consoleRoutes())('is told nothing by %s /console/api%s', async ([method, path], test) => {
    const { visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    for (const cookie of ['', 'zul_console=x', 'zul_console=']) {
      const stranger = visitor();
      stranger.cookie = cookie;
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status, text } = await stranger.ask(method, path.slice(1), body);
      expect(status).toBe(401);
      expect(Object.keys(JSON.parse(text))).toEqual(['type', 'title', 'status', 'detail', 'code']);
    }
  });

  it('cannot use the cookie of who is, from a page of another site or with a body that is no JSON', async (test) => {
    const { visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    const reseller = visitor();
    await reseller.signIn();
    const evil = { origin: 'https://evil.example' };
    expect((await reseller.ask('DELETE', 'sessions', undefined, evil)).status).toBe(401);
    expect((await reseller.ask('POST', 'sign-in', { password: PASSWORD }, evil)).status).toBe(401);
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await reseller.ask('POST', 'sign-in', `password=${PASSWORD}`, asForm)).status).toBe(401);
    expect(await reseller.isIn()).toBe(true);
  });
});

describe.concurrent('the overview', () => {
  it('shows the balance, the orders and what needs a look', async (test) => {
    const { provider, shop, visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    provider.answers['GET /user/me'] = () => ({
      status: true,
      data: { user_id: 'toko_a', balance: 50_000, role: 'reseller' },
    });
    const { token } = (await shop.order(await shop.bodyFor())).body.order;
    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Aneh', payment_status: 'settlement' },
    });
    await fetch(`${shop.url}/api/orders/${token}/check`, { method: 'POST' });
    await waitFor(() => shop.alerts().length > 0);
    const reseller = visitor();
    await reseller.signIn();
    const { body } = await reseller.ask<ConsoleOverview>('GET', 'overview');
    expect(body.account).toEqual({ userId: 'toko_a', balance: 50_000 });
    expect(body.orders).toEqual({ awaiting_payment: 1 });
    expect(body.alerts.map(({ kind }) => kind)).toContain('unknown_status');
    for (const { kind, subject } of body.alerts) await reseller.ask('POST', 'alerts/seen', { kind, subject });
    expect((await reseller.ask<ConsoleOverview>('GET', 'overview')).body.alerts).toEqual([]);
  });

  it('does not wait long for a provider that is silent', async (test) => {
    const { provider, visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    let answer: (body: object) => void = () => undefined;
    provider.answers['GET /user/me'] = () => (_req, res) => {
      answer = (body) => res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const reseller = visitor();
    await reseller.signIn();
    const { body } = await reseller.ask<ConsoleOverview>('GET', 'overview');
    expect(body.account).toEqual({ trouble: 'provider_away' });
    answer({ status: true, data: { user_id: 'toko_a', balance: 7, role: 'reseller' } });
    await waitFor(async () => {
      const { account } = (await reseller.ask<ConsoleOverview>('GET', 'overview')).body;
      return 'balance' in account && account.balance === 7;
    });
  });

  it('says what keeps it from the balance', async (test) => {
    const { provider, visitor } = await openShop(test, { CONSOLE_PASSWORD: PASSWORD });
    provider.answers['GET /user/me'] = () => ({ status: false, pesan: 'API key tidak valid' });
    const reseller = visitor();
    await reseller.signIn();
    const { body } = await reseller.ask<ConsoleOverview>('GET', 'overview');
    expect(body.account).toEqual({ trouble: 'key_refused' });
  });
});
