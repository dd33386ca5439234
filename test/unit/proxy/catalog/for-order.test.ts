import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogService } from '../../../../proxy/catalog/catalog.ts';
import { ProblemError } from '../../../../proxy/contract/problem-error.ts';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUncertain,
} from '../../../../proxy/provider/errors.ts';
import { plainDress, TEN_PERCENT } from '../../../support/dress.ts';
import { type Answer, shop } from '../support/catalog.ts';
import { service } from '../support/services.ts';

const START = Date.UTC(2026, 10, 23);
const SECOND = 1_000;
const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

const names = (catalog: CatalogService) => [...(catalog.current()?.catalog.bySid.keys() ?? [])];
const refusal = (catalog: CatalogService) =>
  catalog.forOrder().then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error : null),
  );

describe('the catalogue that binds an order', () => {
  it('is asked for anew when it is older than 20 s', async () => {
    const { catalog, log } = shop([[service()], [service({ costRupiah: 20_000 })]]);
    await catalog.refresh();
    vi.setSystemTime(START + 20 * SECOND);
    await catalog.forOrder();
    expect(log.asked).toBe(1);
    vi.setSystemTime(START + 20 * SECOND + 1);
    const { catalog: offer } = await catalog.forOrder();
    expect(offer.bySid.get('1')?.service.price).toBe(22_000);
    expect(log.asked).toBe(2);
  });

  it.each([
    ['busy', new ProviderBusy(7_000), 'provider_busy', 7_000],
    ['uncertain', new ProviderUncertain('time-out'), 'provider_unavailable', 5_000],
  ])('may be up to 5 minutes old when the provider is %s', async (_what, failure, code, retryAfterMs) => {
    const { catalog } = shop([[service()], failure]);
    await catalog.refresh();
    vi.setSystemTime(START + 5 * MINUTE - 1);
    expect(await refusal(catalog)).toBeNull();
    vi.setSystemTime(START + 5 * MINUTE);
    expect(await refusal(catalog)).toMatchObject({ code, retryAfterMs });
  });

  it.each([
    ['out of reach', new ProviderUnavailable('refused')],
    ['refusing the key', new ProviderRefused('key_wrong', 'x')],
    ['without anything for sale', []],
  ])('is none when the provider is %s, however fresh the list is', async (_what, failure: Answer) => {
    const { catalog } = shop([[service()], failure]);
    await catalog.refresh();
    vi.setSystemTime(START + 21 * SECOND);
    expect(await refusal(catalog)).toMatchObject({ code: 'provider_unavailable', retryAfterMs: 5_000 });
    expect(names(catalog)).toEqual(['1']);
  });

  it('is none when the provider has never answered', async () => {
    expect(await refusal(shop([new ProviderBusy(3_000)]).catalog)).toMatchObject({ code: 'provider_busy' });
    expect(await refusal(shop([new ProviderUncertain('x')]).catalog)).toMatchObject({
      code: 'provider_unavailable',
    });
  });

  it('is none without an API key', async () => {
    const failures: unknown[] = [];
    const catalog = new CatalogService({
      provider: { services: () => Promise.reject(new ProviderUnavailable('no API key is set')) },
      load: async () => ({ services: JSON.stringify([service()]), takenAt: START }),
      save: async () => {},
      loadLessons: async () => [],
      saveLessons: async () => {},
      rules: () => plainDress(TEN_PERCENT).rules,
      looks: () => plainDress(TEN_PERCENT).looks,
      onFailure: (error) => failures.push(error),
    });
    await catalog.restore();
    await catalog.refresh();
    expect(await refusal(catalog)).toMatchObject({ code: 'provider_unavailable' });
    expect(catalog.lastFailure).toBeInstanceOf(ProviderUnavailable);
    expect(names(catalog)).toEqual(['1']);
  });
});
