import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, type TestContext } from 'vitest';
import type { ConsoleOverview } from '../../proxy/contract/console.ts';
import type { ConsoleNotices, ConsoleSecret } from '../../proxy/contract/console-notices.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { sendWebhook } from '../../proxy/provider/webhook.ts';
import { waitFor } from '../support/shop.ts';
import { openConsole, type Visitor } from '../support/visitor.ts';

/** The reseller's own server: what has come to it, and what it answers. */
async function receiver({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answers = { status: 204 };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      got.push({ headers: req.headers, body: Buffer.concat(chunks).toString() });
      res.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { got, answers, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

/** Whether one of the signatures is this secret's, worked out by the specification alone. */
function isSignedBy(
  secret: string,
  { headers, body }: { headers: IncomingHttpHeaders; body: string },
): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(wanted);
}

async function openHooked(test: TestContext) {
  const opened = await openConsole(test);
  const hook = await receiver(test);
  const { secret } = (await opened.reseller.ask<ConsoleSecret>('POST', 'notices/secret', {})).body;
  await opened.reseller.ask('PUT', 'notices', { url: hook.url });
  return { ...opened, hook, secret };
}

const listed = async (reseller: Visitor) =>
  (await reseller.ask<ConsoleNotices>('GET', 'notices')).body.notices;

describe.concurrent('a balance that runs low', () => {
  it('is an alert, until there is enough again or nobody wants to know', async (test) => {
    const { reseller } = await openConsole(test);
    const tell = (lowBalance: unknown) =>
      reseller.ask<ConsoleNotices>('PUT', 'notices/balance', { lowBalance });
    const kinds = async () =>
      (await reseller.ask<ConsoleOverview>('GET', 'overview')).body.alerts.map(({ kind }) => kind);
    expect((await tell(50_001)).body.lowBalance).toBe(50_001);
    expect(await kinds()).toEqual(['balance_low']);
    expect((await tell(50_000)).body.lowBalance).toBe(50_000);
    expect(await kinds()).toEqual([]);
    await tell(60_000);
    await tell(null);
    expect(await kinds()).toEqual([]);
  });

  it.for([0, -1, 1.5, '50000', undefined])('is not told below %s', async (lowBalance, test) => {
    const { reseller } = await openConsole(test);
    const { status, body } = await reseller.ask<Problem>('PUT', 'notices/balance', { lowBalance });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['lowBalance']]);
  });
});

describe.concurrent('notices', () => {
  it('tell the reseller’s server of an order, signed, without its buyer and its keys', async (test) => {
    const { provider, shop, reseller, hook, secret } = await openHooked(test);
    const { token } = (await shop.order(await shop.bodyFor())).body.order;
    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Success', payment_status: 'settlement', catatan: 'SN: 1' },
    });
    await shop.until(token, 'succeeded');
    await waitFor(() => hook.got.length === 2);
    const sent = hook.got.map(
      ({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> },
    );
    expect(sent.map(({ type }) => type).sort()).toEqual(['order.paid', 'order.succeeded']);
    expect(sent.find(({ type }) => type === 'order.succeeded')?.data).toMatchObject({
      status: 'succeeded',
      price: 11_000,
      cost: 10_153,
      profit: 847,
    });
    for (const message of hook.got) {
      expect(isSignedBy(secret, message)).toBe(true);
      expect(message.body).not.toMatch(new RegExp(`${token}|Budi|081234567890|ORD-9917|INV-SECRET`));
    }
    await waitFor(async () => (await listed(reseller)).every(({ state }) => state === 'delivered'));
    expect(shop.logs()).not.toContain(secret);
  });

  it('that are not taken wait for their next try, over a restart, and can be sent again by hand', async (test) => {
    const { shop, reseller, hook, open } = await openHooked(test);
    hook.answers.status = 500;
    await reseller.ask('POST', 'notices/test', {});
    await waitFor(async () => (await listed(reseller))[0]?.attempts === 1);
    expect((await listed(reseller))[0]).toMatchObject({ type: 'test', state: 'waiting', answer: 'HTTP 500' });
    await shop.stop();
    hook.answers.status = 200;
    const again = await open({}, shop.dir);
    await waitFor(() => hook.got.length === 2);
    const ids = hook.got.map(({ headers }) => headers['webhook-id']);
    expect(ids[0]).toBe(ids[1]);
    expect(again.url).toBeDefined();
  });

  it('are signed by the secret before as well, for a day after a new one was made', async (test) => {
    const { reseller, hook, secret } = await openHooked(test);
    const renewed = (await reseller.ask<ConsoleSecret>('POST', 'notices/secret', {})).body.secret;
    await reseller.ask('POST', 'notices/test', {});
    await waitFor(() => hook.got.length === 1);
    const [message] = hook.got;
    expect([secret, renewed].map((one) => message && isSignedBy(one, message))).toEqual([true, true]);
  });

  it.for(['ftp://example.com', 'not an address', 'https://me:pw@example.com/'])(
    'do not go to %s',
    async (url, test) => {
      const { reseller } = await openConsole(test);
      const { status, body } = await reseller.ask<Problem>('PUT', 'notices', { url });
      expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['url']]);
    },
  );
});

it.each([
  'http://example.com/',
  'https://127.0.0.1:9/',
  'https://localhost/',
  'https://10.0.0.1/',
  'https://[::1]/',
])('nothing is sent to %s', async (url) => {
  const { ok, answer } = await sendWebhook(url, { id: 'msg_1', body: '{}' }, ['whsec_AAAA'], false);
  expect([ok, answer]).toEqual([false, expect.stringMatching(/^not /)]);
});
