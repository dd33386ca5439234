import { expect, it, onTestFinished } from 'vitest';
import { ProviderAsk } from '../../../../proxy/provider/ask.ts';
import { RequestBudget } from '../../../../proxy/provider/budget.ts';
import { ProviderSignIn, SIGN_INS_PER_MINUTE } from '../../../../proxy/provider/client.ts';
import { ProviderBusy } from '../../../../proxy/provider/errors.ts';
import { ProviderTransport } from '../../../../proxy/provider/transport.ts';
import { StoredSlots } from '../../../../proxy/store/slots.ts';
import { answering } from '../support/loopback.ts';
import { tempStore } from '../support/stored.ts';

it('signing in has five requests a minute of its own, and a sixth is not sent', async () => {
  const server = await answering({ status: true, data: { api_key: 'k' } });
  const slots = new StoredSlots(await tempStore(), 'sign-in', SIGN_INS_PER_MINUTE);
  await slots.prepare();
  const transport = new ProviderTransport(`${server.url}/api`, 2_000);
  onTestFinished(() => transport.close());
  const budget = new RequestBudget(slots, SIGN_INS_PER_MINUTE, 2_000);
  const signIn = new ProviderSignIn(new ProviderAsk(transport, budget, null));
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, () => signIn.login('toko_a', 'rahasia')),
  );
  const keys = results.filter((result) => result.status === 'fulfilled');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.length).toBeLessThanOrEqual(SIGN_INS_PER_MINUTE);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ProviderBusy);
  }
  expect(server.received).toHaveLength(keys.length);
  expect(server.received.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true);
});
