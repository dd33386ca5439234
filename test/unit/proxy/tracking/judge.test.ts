import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../../../../proxy/contract/order.ts';
import type { SeenStatus } from '../../../../proxy/provider/mapping.ts';
import type { OrderRow } from '../../../../proxy/store/orders.ts';
import { isAllowed, judge } from '../../../../proxy/tracking/judge.ts';
import { orderRow } from '../support/stored.ts';

const EXPIRES = 900_000;
const GRACE = 120_000;
const BEFORE = EXPIRES - 1;

const saw = (over: Partial<SeenStatus> = {}): SeenStatus => ({
  delivery: 'pending',
  payment: 'pending',
  note: null,
  raw: 'raw words',
  ...over,
});

/** What comes of a look at an order, in short: the states it goes through. */
function path(order: Partial<OrderRow>, seen: Partial<SeenStatus>, now = BEFORE, failedBefore = false) {
  const row = orderRow({ expires_at: EXPIRES, ...order });
  const { steps, doubtful, alerts } = judge(row, saw(seen), now, failedBefore);
  return {
    states: steps.map(({ status }) => status),
    patches: steps.map(({ patch }) => patch),
    doubtful,
    alerts,
  };
}

describe('while the buyer has not paid', () => {
  const order = { status: 'awaiting_payment' } as const;

  it('nothing happens as long as the provider waits, and a little longer than the QR lives', () => {
    expect(path(order, {}).states).toEqual([]);
    expect(path(order, {}, EXPIRES + GRACE - 1).states).toEqual([]);
    expect(path(order, { payment: null }).states).toEqual([]);
  });

  it('it expires when the provider says so, cancels, or its time is long over', () => {
    expect(path(order, { payment: 'expired' })).toMatchObject({
      states: ['expired'],
      patches: [{ payment_status: 'expired' }],
    });
    expect(path(order, { delivery: 'failed', payment: 'pending' }).states).toEqual(['expired']);
    expect(path(order, {}, EXPIRES + GRACE).states).toEqual(['expired']);
    expect(path(order, { payment: null }, EXPIRES + GRACE).states).toEqual(['expired']);
  });

  it('it does not expire by our clock when it has no time of its own', () => {
    expect(path({ ...order, expires_at: null }, {}, Number.MAX_SAFE_INTEGER).states).toEqual([]);
  });

  it('a settled payment is seen, also after the time is over', () => {
    for (const now of [BEFORE, EXPIRES + 10 * GRACE]) {
      expect(path(order, { payment: 'settlement' }, now)).toMatchObject({
        states: ['processing'],
        patches: [{ payment_status: 'settlement', reason: null }],
      });
    }
  });

  it('takes both steps when it is paid and over at once, whatever is said of the payment', () => {
    for (const payment of ['settlement', 'pending', 'expired', null] as const) {
      const { states, patches } = path(order, { delivery: 'success', payment, note: 'SN: 1' });
      expect(states).toEqual(['processing', 'succeeded']);
      expect(patches[1]).toEqual({ note: 'SN: 1' });
    }
  });

  it('a failure without a word of the payment must be seen twice, and is told as unclear', () => {
    const seen = { delivery: 'failed', payment: null, note: 'no stock' } as const;
    expect(path(order, seen)).toMatchObject({ states: [], doubtful: true });
    const { states, patches, doubtful } = path(order, seen, BEFORE, true);
    expect([states, doubtful]).toEqual([['processing', 'failed'], false]);
    expect(patches[0]).toMatchObject({ reason: 'payment_unclear' });
    expect(patches[1]).toEqual({ provider_text: 'no stock' });
  });
});

describe('an expired order', () => {
  const order = { status: 'expired' } as const;

  it('that is paid late goes on, and says so', () => {
    expect(path(order, { payment: 'settlement' })).toMatchObject({
      states: ['processing'],
      patches: [{ payment_status: 'settlement', reason: 'paid_late' }],
    });
    expect(path(order, { delivery: 'success' }).states).toEqual(['processing', 'succeeded']);
  });

  it('stays as it is otherwise', () => {
    for (const payment of ['pending', 'expired', null] as const) {
      for (const delivery of ['pending', 'failed'] as const) {
        expect(path(order, { payment, delivery }, EXPIRES * 2, true).states).toEqual([]);
      }
    }
  });
});

describe('a paid order', () => {
  const order = { status: 'processing', payment_status: 'settlement' } as const;

  it('waits while the provider is at work, even when the payment is said to be open or over', () => {
    for (const payment of ['settlement', 'pending', 'expired', null] as const) {
      expect(path(order, { payment }, EXPIRES * 9).states).toEqual([]);
    }
  });

  it('succeeds with its serial number, or without one so far', () => {
    expect(path(order, { delivery: 'success', note: 'SN: 1' })).toMatchObject({
      states: ['succeeded'],
      patches: [{ note: 'SN: 1' }],
    });
    expect(path(order, { delivery: 'success' }).patches).toEqual([{ note: null }]);
  });

  it('fails only when a second look says so, too', () => {
    expect(path(order, { delivery: 'failed' })).toMatchObject({ states: [], doubtful: true });
    expect(path(order, { delivery: 'failed', note: 'why' }, BEFORE, true)).toMatchObject({
      states: ['failed'],
      patches: [{ provider_text: 'why' }],
      doubtful: false,
    });
  });

  it('delivered in part is left to a person', () => {
    const { states, alerts } = path(order, { delivery: 'partial', note: '50 of 70' });
    expect(states).toEqual([]);
    expect(alerts).toEqual([{ kind: 'partial_delivery', subject: 'ZT-AAAA0001', detail: '50 of 70' }]);
  });
});

describe('an order that is over', () => {
  it('gets a late serial number, once', () => {
    const late = path({ status: 'succeeded', note: null }, { delivery: 'success', note: 'SN: 1' });
    expect(late).toMatchObject({ states: ['succeeded'], patches: [{ note: 'SN: 1' }], alerts: [] });
    expect(
      path({ status: 'succeeded', note: 'SN: 1' }, { delivery: 'success', note: 'SN: 2' }).states,
    ).toEqual([]);
    expect(path({ status: 'succeeded', note: null }, { delivery: 'success' }).states).toEqual([]);
  });

  it('that flips to a success is recorded at once and told to the reseller', () => {
    const { states, patches, alerts } = path({ status: 'failed' }, { delivery: 'success', note: 'SN: 1' });
    expect([states, patches]).toEqual([['succeeded'], [{ note: 'SN: 1' }]]);
    expect(alerts).toEqual([{ kind: 'status_flip', subject: 'ZT-AAAA0001', detail: 'failed -> succeeded' }]);
  });

  it('that flips to a failure is believed the second time, and loses its serial number', () => {
    const order = { status: 'succeeded', note: 'SN: 1' } as const;
    expect(path(order, { delivery: 'failed' })).toMatchObject({ states: [], doubtful: true, alerts: [] });
    const { states, patches, alerts } = path(order, { delivery: 'failed', note: 'why' }, BEFORE, true);
    expect([states, patches]).toEqual([['failed'], [{ note: null, provider_text: 'why' }]]);
    expect(alerts).toMatchObject([{ kind: 'status_flip' }]);
  });

  it('is not moved by anything else', () => {
    for (const status of ['succeeded', 'failed'] as const) {
      for (const delivery of ['pending', 'partial'] as const) {
        expect(path({ status }, { delivery, payment: 'expired' }, EXPIRES * 9, true).states).toEqual([]);
      }
    }
    for (const status of ['placing', 'rejected', 'unconfirmed'] as const) {
      expect(path({ status }, { delivery: 'success', payment: 'settlement' }).states).toEqual([]);
    }
  });
});

describe.each(ORDER_STATUSES)('whatever is seen of an order that is %s', (status) => {
  const deliveries = ['pending', 'success', 'failed', 'partial', 'unknown'] as const;
  const payments = ['pending', 'settlement', 'expired', 'unknown', null] as const;

  it('words nobody knows change nothing and are reported', () => {
    for (const seen of [{ delivery: 'unknown', payment: 'settlement' }, { payment: 'unknown' }] as const) {
      const { states, doubtful, alerts } = path({ status }, seen, EXPIRES * 9, true);
      expect([states, doubtful]).toEqual([[], false]);
      expect(alerts).toEqual([{ kind: 'unknown_status', subject: 'raw words', detail: 'ZT-AAAA0001' }]);
    }
  });

  it.each(deliveries.flatMap((delivery) => payments.map((payment) => [delivery, payment] as const)))(
    '%s and %s lead only where the transition table allows, and doubt never ends it',
    (delivery, payment) => {
      for (const failedBefore of [true, false]) {
        const row = orderRow({ status, expires_at: EXPIRES });
        const { steps, doubtful } = judge(row, saw({ delivery, payment }), EXPIRES * 9, failedBefore);
        let from = row.status;
        for (const step of steps) {
          expect(isAllowed({ status: from }, step), `${from} -> ${step.status}`).toBe(true);
          from = step.status;
        }
        if (doubtful) expect([failedBefore, from === 'failed']).toEqual([false, false]);
      }
    },
  );
});

it('a step within a state is allowed for a late serial number, and for nothing else', () => {
  for (const status of ORDER_STATUSES) {
    expect(isAllowed({ status }, { status, patch: {} })).toBe(status === 'succeeded');
  }
  expect(isAllowed({ status: 'expired' }, { status: 'succeeded', patch: {} })).toBe(false);
});
