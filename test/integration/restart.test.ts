import { Agent, get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../demo/sandbox/start-sandbox.ts';
import { startShop } from '../support/shop.ts';

describe('a proxy that is stopped and started again', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ deliverySeconds: 1 });
  });
  afterAll(() => sandbox.close());

  it('opens the same order by the same token and follows it to the end', async () => {
    const before = await startShop(sandbox.apiUrl, { ZULTOPUP_API_KEY: sandbox.apiKey });
    const key = crypto.randomUUID();
    const body = await before.bodyFor();
    const { order } = (await before.order(body, key)).body;
    await before.stop();

    const [placed] = sandbox.orders();
    if (placed) sandbox.pay(placed.id);

    const after = await startShop(sandbox.apiUrl, { ZULTOPUP_API_KEY: sandbox.apiKey }, before.dir);
    const done = await after.until(order.token, 'succeeded');
    expect(done).toMatchObject({ code: order.code, createdAt: order.createdAt });
    expect(done.note).toMatch(/^SN: /);
    expect((await after.order(body, key)).body.order.token).toBe(order.token);
    expect(sandbox.orders()).toHaveLength(1);
    await after.close();
  });

  it('stops soon although a buyer watches: his browser keeps the connection when its stream has ended', async () => {
    const shop = await startShop(sandbox.apiUrl, { ZULTOPUP_API_KEY: sandbox.apiKey });
    const { order } = (await shop.order(await shop.bodyFor())).body;
    const agent = new Agent({ keepAlive: true });
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      get(`${shop.url}/api/orders/${order.token}/events`, { agent }, resolve).once('error', reject);
    });
    stream.resume();
    const began = Date.now();
    await shop.close();
    expect(Date.now() - began).toBeLessThan(4_000);
    agent.destroy();
  });
});
