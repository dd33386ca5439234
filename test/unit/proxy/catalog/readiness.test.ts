import { expect, it } from 'vitest';
import { readinessOf } from '../../../../proxy/catalog/readiness.ts';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUncertain,
} from '../../../../proxy/provider/errors.ts';

const fresh = { updatedAt: Date.UTC(2026, 10, 23), stale: false };

it.each([
  ['all is well', true, null, fresh, true, 'ok'],
  ['the provider asks for a pause', true, new ProviderBusy(1), fresh, true, 'busy'],
  ['there is no key', false, null, fresh, false, 'key_missing'],
  ['the key is refused', true, new ProviderRefused('key_wrong', 'secret'), fresh, false, 'key_refused'],
  ['it says no otherwise', true, new ProviderRefused('unknown', 'secret'), fresh, false, 'no_answer'],
  ['it is out of reach', true, new ProviderUnavailable('10.0.0.1'), fresh, false, 'unreachable'],
  ['it gives no answer', true, new ProviderUncertain('time-out'), fresh, false, 'no_answer'],
  ['prices are old', true, null, { ...fresh, stale: true }, false, 'ok'],
  ['nothing was ever seen', true, null, null, false, 'ok'],
] as const)('when %s', (_what, hasKey, failure, catalog, ready, provider) => {
  const state = readinessOf(hasKey, failure, catalog);
  expect(state).toMatchObject({ ready, provider });
  expect(JSON.stringify(state)).not.toMatch(/secret|10\.0\.0\.1/);
  expect(state.catalog.updatedAt).toBe(catalog ? '2026-11-23T00:00:00.000Z' : null);
  expect(state.catalog.stale).toBe(catalog?.stale ?? true);
});
