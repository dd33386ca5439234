import type { Order, OrderStatus } from '../../../proxy/contract/order.ts';

/** `done` and `now` are the way things go; `bad` is where they stopped. */
type StepState = 'done' | 'now' | 'todo' | 'bad';

/** One line of an order's progress. */
export interface Step {
  readonly name: 'created' | 'paid' | 'delivered';
  readonly state: StepState;
  readonly at: string | null;
}

const STATES: Record<OrderStatus, readonly [StepState, StepState, StepState]> = {
  placing: ['now', 'todo', 'todo'],
  awaiting_payment: ['done', 'now', 'todo'],
  processing: ['done', 'done', 'now'],
  succeeded: ['done', 'done', 'done'],
  failed: ['done', 'done', 'bad'],
  expired: ['done', 'bad', 'todo'],
  rejected: ['bad', 'todo', 'todo'],
  unconfirmed: ['bad', 'todo', 'todo'],
};

/** The progress of an order as three steps, each with the time it was reached. */
export function stepsOf(order: Order): Step[] {
  const [created, sure, delivered] = STATES[order.status];
  const paid = order.reason === 'payment_unclear' ? 'now' : sure;
  const reached = (...statuses: OrderStatus[]) =>
    order.timeline.filter((entry) => statuses.includes(entry.status)).at(-1)?.at ?? null;
  return [
    { name: 'created', state: created, at: order.createdAt },
    { name: 'paid', state: paid, at: paid === 'bad' ? reached('expired') : reached('processing') },
    { name: 'delivered', state: delivered, at: reached('succeeded', 'failed') },
  ];
}

/** Nothing more is to be expected, so nobody needs to keep watching. */
export function isSettled({ status, note }: Pick<Order, 'status' | 'note'>): boolean {
  // A delivery may come a little before its serial number.
  return status === 'failed' || status === 'rejected' || (status === 'succeeded' && note !== null);
}

/** Whether the order has come to its end; what is called expired or unconfirmed may yet turn out paid. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'rejected';
}

/** Whether an incoming state is newer than the one shown: streams and snapshots may overtake each other. */
export function isNews(current: Order | null, incoming: Order): boolean {
  return current === null || current.token !== incoming.token || incoming.version > current.version;
}

/** Milliseconds left to pay, or null when the provider gave no limit. */
export function timeLeft(order: Order, now: number): number | null {
  const expiresAt = order.payment?.expiresAt;
  return expiresAt ? Math.max(0, Date.parse(expiresAt) - now) : null;
}

/** How a delivery goes: in time, slower than usual, or so slow that the shop should look at it. */
export type Pace = 'usual' | 'slow' | 'stuck';

/** How long a delivery may take where nobody knows yet what is usual. */
const UNKNOWN_USUAL_SECONDS = 180;

/** How the delivery of a paid order goes. */
export function paceOf({ timeline, updatedAt, usualSeconds }: Order, now: number): Pace {
  const paidAt = timeline.find(({ status }) => status === 'processing')?.at ?? updatedAt;
  const seconds = (now - Date.parse(paidAt)) / 1000;
  const usual = usualSeconds ?? UNKNOWN_USUAL_SECONDS;
  if (seconds > Math.max(1800, 10 * usual)) return 'stuck';
  return seconds > Math.max(60, 3 * usual) ? 'slow' : 'usual';
}

/** Whether what is shown of the order changes with the clock. */
export function hasDeadline({ status, payment, retryAt }: Order, now: number): boolean {
  if (status === 'processing') return true;
  if (status === 'awaiting_payment') return Boolean(payment?.expiresAt);
  return retryAt !== null && Date.parse(retryAt) > now - 2_000;
}

/** The address of a QR's picture as an attachment: in-app browsers refuse blob: links but follow plain ones. */
export function attachment(qr: string): string {
  const url = new URL(qr, location.href);
  url.searchParams.set('download', '1');
  return url.href;
}

/** The id the product goes to in one line, as gamers write it: `1114917746 (13486)`. */
export function targetLine(target: Readonly<Record<string, string>>): string {
  const [first = '', ...rest] = Object.values(target);
  return rest.length ? `${first} (${rest.join(', ')})` : first;
}
