import { describe, expect, it } from 'vitest';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUncertain,
  type RefusalReason,
} from '../../../../proxy/provider/errors.ts';
import type { CreatedOrder } from '../../../../proxy/provider/mapping.ts';
import { counter, created, neverSends, sends } from '../support/counter.ts';
import { service } from '../support/services.ts';

type Counter = Awaited<ReturnType<typeof counter>>;

/** What the buyer is told when he places the one order of these tests. */
const told = ({ placing, request }: Counter, key = 'key-1'): Promise<unknown> =>
  placing.place(request(), key).catch((error: unknown) => error);

const refused = (reason: RefusalReason) => new ProviderRefused(reason, 'the words of the provider');

describe('when certainly nothing was sent', () => {
  it.each([
    ['no slot came free', new ProviderBusy(7_000), { code: 'provider_busy', retryAfterMs: 7_000 }],
    [
      'the provider is out of reach',
      new ProviderUnavailable('refused'),
      { code: 'provider_unavailable', retryAfterMs: 5_000 },
    ],
  ])('because %s, nothing is stored and the same key may be used again', async (_what, error, problem) => {
    let fails = true;
    const shop = await counter({
      create: (order, onSend) => (fails ? neverSends(error) : sends(created()))(order, onSend),
    });
    expect(await told(shop)).toMatchObject(problem);
    expect(shop.onDisk()).toEqual([]);
    fails = false;
    expect(await told(shop)).toMatchObject({ status: 'awaiting_payment', idempotency_key: 'key-1' });
    expect(shop.log.sent).toHaveLength(1);
  });
});

it('an order whose connection failed after it was stored is closed, and the same key may be used again', async () => {
  let answer: ProviderUnavailable | CreatedOrder = new ProviderUnavailable('refused');
  const shop = await counter({ create: (order, onSend) => sends(answer)(order, onSend) });
  expect(await told(shop)).toMatchObject({ code: 'provider_unavailable', retryAfterMs: 5_000 });
  expect(shop.onDisk()).toMatchObject([
    { status: 'rejected', reason: 'not_sent', idempotency_key: null, open_key: null },
  ]);
  answer = created();
  expect(await told(shop)).toMatchObject({ status: 'awaiting_payment', idempotency_key: 'key-1' });
});

describe('when the provider says no to the shop', () => {
  it.each(['key_wrong', 'balance_too_low', 'maintenance'] as const)(
    'because of %s, the buyer may try again with the same key, and reads none of its words',
    async (reason) => {
      const shop = await counter({ create: sends(refused(reason)) });
      const problem = await told(shop);
      expect(problem).toMatchObject({ code: 'provider_unavailable', retryAfterMs: 60_000 });
      expect(JSON.stringify(problem)).not.toContain('the words of the provider');
      expect(shop.onDisk()).toMatchObject([
        { reason: 'not_sent', idempotency_key: null, provider_text: 'the words of the provider' },
      ]);
    },
  );
});

describe('when the provider says no to the order', () => {
  it.each([
    ['service_unavailable', 'service_unavailable', { code: 'service_unavailable' }],
    ['not_found', 'service_unavailable', { code: 'service_unavailable' }],
    ['duplicate', 'duplicate_order', { code: 'duplicate_order' }],
    ['bad_target', 'bad_target', { code: 'invalid_input', fields: { 'target.userId': 'invalid' } }],
    ['unknown', 'refused', { status: 'rejected', reason: 'refused' }],
  ] as const)('%s is kept as %s, and told the same at every repeat', async (said, reason, answer) => {
    const shop = await counter({ create: sends(refused(said)) });
    for (let i = 0; i < 3; i++) expect(await told(shop)).toMatchObject(answer);
    expect(shop.log.sent).toHaveLength(1);
    expect(shop.onDisk()).toMatchObject([
      { status: 'rejected', reason, idempotency_key: 'key-1', provider_text: 'the words of the provider' },
    ]);
  });

  it('a price that has become too low is told with the new one, from a new list', async () => {
    const shop = await counter({
      create: sends(refused('price_too_low')),
      lists: [[service()], [service({ costRupiah: 20_000 })]],
    });
    expect(await told(shop)).toMatchObject({ code: 'price_changed', price: 22_000 });
    expect(shop.log.asked.asked).toBe(2);
    expect(shop.onDisk()).toMatchObject([{ status: 'rejected', reason: 'price_changed' }]);
  });

  it('a price that is too low although the list says otherwise is no new price to ask for', async () => {
    const shop = await counter({ create: sends(refused('price_too_low')) });
    expect(await told(shop)).toMatchObject({ code: 'service_unavailable' });
  });

  it('the next order for the same product and target is not barred', async () => {
    let answer: Error | null = refused('unknown');
    const shop = await counter({
      create: (order, onSend) => sends(answer ?? created())(order, onSend),
    });
    await told(shop);
    answer = null;
    expect(await told(shop, 'key-2')).toMatchObject({ status: 'awaiting_payment' });
  });
});

describe('when it is not certain what became of the request', () => {
  it.each([
    ['no answer came', new ProviderUncertain('time-out')],
    ['something broke that nobody has thought of', new TypeError('oops')],
  ])('because %s, it is called uncertain and never sent again', async (_what, error) => {
    const shop = await counter({ create: sends(error) });
    for (let i = 0; i < 3; i++) {
      expect(await told(shop)).toMatchObject({ status: 'unconfirmed', reason: 'no_answer' });
    }
    const [row] = shop.onDisk();
    expect(row?.retry_at).toBeGreaterThanOrEqual((row?.created_at ?? 0) + 15 * 60_000);
    expect([shop.log.sent.length, shop.onDisk().length]).toEqual([1, 1]);
  });

  it('because the answer could not be kept, the buyer gets no QR of an order that is not on record', async () => {
    const shop = await counter();
    const { change } = shop.orders;
    shop.orders.change = async (...args) => {
      shop.orders.change = change;
      throw new Error(`the disk is full: ${args[2]}`);
    };
    expect(await told(shop)).toMatchObject({ status: 'unconfirmed', reason: 'no_answer', provider_id: null });
  });
});

it('that cannot be stored is not sent, and may be tried again at once', async () => {
  const shop = await counter({
    create: async (_order, onSend) => {
      await onSend();
      expect.unreachable();
    },
  });
  shop.orders.insert = async () => {
    throw new Error('the disk is full');
  };
  expect(await told(shop)).toEqual(new Error('the disk is full'));
  expect(shop.onDisk()).toEqual([]);
});
