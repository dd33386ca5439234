import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../../../proxy/catalog/build.ts';
import type { CatalogService } from '../../../../proxy/catalog/catalog.ts';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUncertain,
} from '../../../../proxy/provider/errors.ts';
import { type Answer, shop } from '../support/catalog.ts';
import { service } from '../support/services.ts';

const START = Date.UTC(2026, 10, 23);
const SECOND = 1_000;
const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

const names = (catalog: CatalogService) => [...(catalog.current()?.catalog.bySid.keys() ?? [])];
describe('the shown catalogue', () => {
  it('is none until the provider has answered once', async () => {
    const { catalog } = shop([new ProviderUnavailable('refused'), [service()]]);
    await catalog.refresh();
    expect(catalog.current()).toBeNull();
    await catalog.refresh();
    expect(catalog.current()).toMatchObject({ updatedAt: START, stale: false });
  });

  it('is kept for the next start together with its time', async () => {
    const { catalog, log } = shop([[service()]]);
    await catalog.refresh();
    const [kept] = log.saved;
    expect(kept?.takenAt).toBe(START);
    vi.setSystemTime(START + 5 * MINUTE);
    const next = shop([new ProviderUnavailable('refused')], kept);
    await next.catalog.restore();
    await next.catalog.refresh();
    expect(names(next.catalog)).toEqual(['1']);
    expect(next.catalog.current()).toMatchObject({ updatedAt: START, stale: true });
  });

  it('stands when the same list comes again, but for its time', async () => {
    const [list, changed] = [[service()], [service({ costRupiah: 20_000 })]];
    const { catalog, log } = shop([list, list, changed]);
    await catalog.refresh();
    const before = catalog.current()?.catalog;
    vi.setSystemTime(START + 5_000);
    expect(await catalog.refresh()).toBe(true);
    expect(catalog.current()).toMatchObject({ updatedAt: START + 5_000, stale: false });
    expect(catalog.current()?.catalog).toBe(before);
    await catalog.refresh();
    expect(catalog.current()?.catalog).not.toBe(before);
    expect(log.saved.map(({ services }) => services)).toEqual([
      ...[JSON.stringify(list), null, JSON.stringify(changed)],
    ]);
  });

  it('is there before it is kept, and whether or not it can be', async () => {
    const list = [service()];
    const keep = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('the disk is full'));
    const { catalog, log } = shop([list], null, [], keep);
    expect(await catalog.refresh()).toBe(true);
    expect(catalog.current()).toMatchObject({ updatedAt: START, stale: false });
    await vi.waitFor(() => expect(log.failures).toMatchObject([{ message: 'the disk is full' }]));
    // What is not kept yet does not get a new time alone.
    await catalog.refresh();
    expect(log.saved[1]?.services).toBe(JSON.stringify(list));
  });

  it.each([
    ['a refused connection', new ProviderUnavailable('refused')],
    ['no certain answer', new ProviderUncertain('time-out')],
    ['a no', new ProviderRefused('key_wrong', 'x')],
    ['an empty list', []],
    ['an error of our own', new TypeError('oops')],
  ])('is not emptied by %s: it turns stale and says why', async (_what, failure: Answer) => {
    const { catalog, log } = shop([[service()], failure, [service({ sid: '2' })]]);
    await catalog.refresh();
    expect(await catalog.refresh()).toBe(false);
    expect(names(catalog)).toEqual(['1']);
    expect(catalog.current()?.stale).toBe(true);
    expect(log.failures).toHaveLength(1);
    expect(catalog.lastFailure).toBe(log.failures[0]);
    expect(log.saved).toHaveLength(1);

    expect(await catalog.refresh()).toBe(true);
    expect(names(catalog)).toEqual(['2']);
    expect(catalog.current()?.stale).toBe(false);
    expect(catalog.lastFailure).toBeNull();
  });

  it('is not called stale because the provider asked for a pause', async () => {
    const { catalog } = shop([[service()], new ProviderBusy(5_000)]);
    await catalog.refresh();
    await catalog.refresh();
    expect(catalog.current()?.stale).toBe(false);
    vi.setSystemTime(START + 31 * MINUTE);
    expect(catalog.current()?.stale).toBe(true);
  });

  it('asks anew, once, when a visitor sees a list older than a minute', async () => {
    const { catalog, log } = shop([[service()]]);
    await catalog.refresh();
    vi.setSystemTime(START + MINUTE);
    catalog.current();
    expect(log.asked).toBe(1);
    vi.setSystemTime(START + MINUTE + 1);
    catalog.current();
    catalog.current();
    expect(log.asked).toBe(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(catalog.current()?.updatedAt).toBe(START + MINUTE + 1);
  });

  it('does not ask at every visit while the provider is down, but soon again', async () => {
    const { catalog, log } = shop([[service()], new ProviderUnavailable('refused')]);
    await catalog.refresh();
    vi.setSystemTime(START + 2 * MINUTE);
    catalog.current();
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    catalog.current();
    expect(log.asked).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    catalog.current();
    expect(log.asked).toBe(3);
  });

  it('is refreshed now and then without any visitor, until it is stopped', async () => {
    const { catalog, log } = shop([[service()]]);
    await catalog.start();
    await vi.advanceTimersByTimeAsync(45 * MINUTE);
    expect(log.asked).toBe(4);
    catalog.stop();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(log.asked).toBe(4);
  });

  it('is asked for once when many ask at the same time', async () => {
    const { catalog, log } = shop([[service()]]);
    await Promise.all([catalog.refresh(), catalog.forOrder(), catalog.forOrder()]);
    expect(log.asked).toBe(1);
  });
});

describe('learning what a product really costs', () => {
  const other = service({ sid: '2', name: '140 Diamond', costRupiah: 20_000 });
  const priceOf = (catalog: CatalogService, sid: string) =>
    catalog.current()?.catalog.bySid.get(sid)?.service.price;

  const { type, category } = service();
  const seen = (trueCost: number) => ({
    ref: fingerprint(service()),
    type,
    category,
    listedCost: 10_000,
    trueCost,
  });

  it('is possible before any list is there, as after a crash', async () => {
    const { catalog } = shop([[service()]]);
    await catalog.learn(seen(11_200));
    await catalog.refresh();
    expect(priceOf(catalog, '1')).toBe(12_320);
  });

  it('raises its price at once, and the prices of its category by the same share', async () => {
    const { catalog, log } = shop([[service(), other]]);
    await catalog.refresh();
    await catalog.learn(seen(11_200));
    expect(priceOf(catalog, '1')).toBe(12_320);
    expect(priceOf(catalog, '2')).toBe(24_640);
    expect(catalog.current()?.updatedAt).toBe(START);
    expect(log.learnt.map(({ scope, extra }) => [scope, extra])).toEqual([
      ['service', 1_200],
      ['category', 1_200],
    ]);
  });

  it('is remembered at the next refresh and after a restart', async () => {
    const { catalog, log } = shop([[service()]]);
    await catalog.refresh();
    await catalog.learn(seen(11_200));
    await catalog.refresh();
    expect(priceOf(catalog, '1')).toBe(12_320);
    const next = shop([[service()]], null, log.learnt);
    await next.catalog.restore();
    await next.catalog.refresh();
    expect(priceOf(next.catalog, '1')).toBe(12_320);
  });

  it('never lowers a price', async () => {
    const { catalog, log } = shop([[service()]]);
    await catalog.refresh();
    await catalog.learn(seen(10_000));
    await catalog.learn(seen(9_000));
    expect(priceOf(catalog, '1')).toBe(11_000);
    expect(log.learnt).toEqual([]);
  });
});

it('one type fetched alone takes the place of its old part; the rest and its age stay', async () => {
  const list = [
    service({ sid: '1', type: 'Games' }),
    service({ sid: '2', type: 'PLN' }),
    service({ sid: '3', type: 'Games' }),
  ];
  const { catalog, log } = shop([
    list,
    // Siblings have been seen to send more than was asked for.
    [service({ sid: '4', type: 'Games' }), service({ sid: '5', type: 'Data' })],
  ]);
  await catalog.refresh();
  const { updatedAt } = catalog.current() ?? {};
  await catalog.refreshType('Games');
  expect(catalog.costs().map(({ service: { sid } }) => sid)).toEqual(['4', '2']);
  expect(catalog.current()?.updatedAt).toBe(updatedAt);
  expect(JSON.parse(log.saved.at(-1)?.services ?? '')).toHaveLength(2);
});
