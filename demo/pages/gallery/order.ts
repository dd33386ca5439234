import { type Answer, type Json, ok, type Showing } from './state.ts';

/** The token of every order in the gallery: the address tells them apart. */
export const TOKEN = 'gallery-order';

/** Its code, as a buyer would read it to the shop. */
export const CODE = 'ZT-7K2M9Q';

/** How the widget remembers it, with one that has come to its end. */
export const MINE: Json = [
  {
    code: CODE,
    token: TOKEN,
    categoryId: 'free-fire',
    category: 'Free Fire',
    service: '70 Diamond',
    price: 11_000,
    status: 'awaiting_payment',
    at: '2026-11-24T05:00:00Z',
  },
  {
    code: 'ZT-3F8H2P',
    token: 'gallery-earlier',
    categoryId: 'pln',
    category: 'Token Listrik PLN',
    service: 'Token PLN 50.000',
    price: 51_500,
    status: 'succeeded',
    at: '2026-11-20T05:00:00Z',
  },
] as unknown as Json;

/** What makes one order unlike the usual one. */
export interface Unlike {
  /** Minutes since it was made; 2 if not said. */
  readonly age?: number;
  readonly service?: Json;
  readonly target?: Json;
  readonly price?: number;
  /** What is to be paid, where the provider adds a unique code to the price. */
  readonly amount?: number;
  /** Seconds left to pay; null when the provider gave no limit. */
  readonly left?: number | null;
  readonly hasQr?: boolean;
  readonly invoiceUrl?: string;
  readonly note?: string;
  readonly reason?: string;
  /** Minutes until a new try is sensible. */
  readonly retryIn?: number;
  /** Seconds a delivery usually takes, while it is being delivered. */
  readonly usual?: number;
  /** The way it came; the usual one to its status if not said. */
  readonly way?: readonly string[];
}

const WAYS: Readonly<Record<string, readonly string[]>> = {
  placing: ['placing'],
  awaiting_payment: ['placing', 'awaiting_payment'],
  processing: ['placing', 'awaiting_payment', 'processing'],
  succeeded: ['placing', 'awaiting_payment', 'processing', 'succeeded'],
  failed: ['placing', 'awaiting_payment', 'processing', 'failed'],
  expired: ['placing', 'awaiting_payment', 'expired'],
  rejected: ['placing', 'rejected'],
  unconfirmed: ['placing', 'unconfirmed'],
};

const PAYMENT_STATUS: Readonly<Record<string, string>> = {
  awaiting_payment: 'pending',
  processing: 'settlement',
  succeeded: 'settlement',
  failed: 'settlement',
  expired: 'expired',
};

const DIAMONDS: Json = { sid: '1', name: '70 Diamond', category: 'Free Fire', categoryId: 'free-fire' };

/** The answer that holds an order in a status. */
export function orderIn(status: string, unlike: Unlike = {}): (showing: Showing) => Answer {
  return (showing) => ok({ order: order(showing, status, unlike) });
}

function order({ at, base }: Showing, status: string, unlike: Unlike): Json {
  const { age = 2, service = DIAMONDS, target = { userId: '1114917746' }, price = 11_000 } = unlike;
  const way = unlike.way ?? WAYS[status] ?? [];
  // The steps after the first are spread evenly over the order's life.
  const time = (step: number) => iso(at - age * 60_000 * (1 - step / way.length));
  return {
    token: TOKEN,
    code: CODE,
    status,
    version: way.length,
    service,
    target,
    price,
    payment: payment({ at, base }, status, price, unlike),
    note: unlike.note ?? null,
    reason: unlike.reason ?? null,
    retryAt: unlike.retryIn === undefined ? null : iso(at + unlike.retryIn * 60_000),
    usualSeconds: status === 'processing' ? (unlike.usual ?? null) : null,
    createdAt: time(0),
    updatedAt: time(way.length - 1),
    timeline: way.map((each, step) => ({ status: each, at: time(step) })),
  };
}

function payment({ at, base }: Showing, status: string, price: number, unlike: Unlike): Json | null {
  const said = PAYMENT_STATUS[status];
  if (said === undefined) return null;
  const { amount = price, left = 540, hasQr = true, invoiceUrl = null } = unlike;
  return {
    status: said,
    amount,
    qr: said === 'pending' && hasQr ? `${base}/api/orders/${TOKEN}/qr.png` : null,
    expiresAt: left === null ? null : iso(at + left * 1_000),
    invoiceUrl,
  };
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
