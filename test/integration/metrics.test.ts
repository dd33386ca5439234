import { expect, it } from 'vitest';
import { startScriptedProvider } from '../support/scripted-provider.ts';
import { API_KEY, startShop } from '../support/shop.ts';

it('the metrics tell an operator what the shop does, and nobody what it earns', async () => {
  const provider = await startScriptedProvider();
  provider.answers['GET /order/status'] = () => ({
    status: true,
    data: { id: 'ORD-9917', status: 'Success', payment_status: 'settlement', catatan: 'SN: 1' },
  });
  const shop = await startShop(provider.apiUrl);
  const { order } = (await shop.order(await shop.bodyFor())).body;
  await fetch(`${shop.url}/api/orders/${order.token}/check`, { method: 'POST' });
  await shop.until(order.token, 'succeeded');

  const { body } = await shop.get<string>('/metrics');
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1]);
  expect(value('zul_topup_orders{status="succeeded"}')).toBe(1);
  expect(value('zul_topup_looks_total{reason="signal"}')).toBe(1);
  expect(value('zul_topup_change_seen_seconds_count')).toBe(1);
  expect(value('zul_topup_change_seen_seconds_sum')).toBeGreaterThanOrEqual(1.9);
  // The catalog, the order and the look have one each.
  expect(value('zul_topup_free_slots')).toBe(57);
  expect(value('zul_topup_too_many_total')).toBe(0);
  expect(value('zul_topup_streams')).toBe(0);
  expect(body).not.toMatch(new RegExp(`${API_KEY}|ORD-9917|cost|profit|${order.token}`));
  await shop.close();
  await provider.close();
});
