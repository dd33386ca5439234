import { setImmediate as turn } from 'node:timers/promises';
import { ProviderRefused } from '../provider/errors.ts';
import type { SeenStatus } from '../provider/mapping.ts';
import type { Alert } from '../store/alerts.ts';
import type { OrderRow, OrderStore } from '../store/orders.ts';
import { isAllowed, judge } from './judge.ts';
import type { LookClass } from './policy.ts';

/** What a look needs from the rest of the house. */
export interface LookParts {
  readonly orders: OrderStore;
  readonly provider: {
    orderStatus(providerId: string, kind: LookClass, onSend?: () => void): Promise<SeenStatus>;
  };
  /** Told of every new version, after it is stored. */
  readonly onChange: (order: OrderRow) => void;
  readonly alert: (alert: Alert) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Well past any QR's life (upstream behaviours 23), and far longer than a fresh id stays unknown. */
const FORGOTTEN_AFTER_MS = 3 * 3_600_000;
const FORGOTTEN: SeenStatus = { delivery: 'pending', payment: 'expired', note: null, raw: '' };

/** The order as the look leaves it, and whether a failure waits for its second look. */
export interface Looked {
  readonly order: OrderRow;
  readonly doubtful: boolean;
}

/**
 * Looks at one order and writes down what it sees, each version in a transaction of its own.
 * @param onSend called when the request has its slot and goes out.
 * @throws the provider's typed errors; the order is then as it was.
 */
export async function lookAt(
  parts: LookParts,
  order: OrderRow,
  kind: LookClass,
  failedBefore: boolean,
  onSend?: () => void,
): Promise<Looked> {
  const seen = await parts.provider
    .orderStatus(order.provider_id ?? '', kind, onSend)
    .catch((error: unknown) => {
      if (isNotFound(error) && isLongUnpaid(order, parts.now())) return FORGOTTEN;
      throw error;
    });
  const verdict = judge(order, seen, parts.now(), failedBefore);
  for (const alert of verdict.alerts) await parts.alert(alert);
  let now = order;
  for (const step of verdict.steps) {
    if (!isAllowed(now, step)) break;
    const moved = await parts.orders.change(now.id, now.version, step.status, step.patch, parts.now());
    // Somebody else was quicker; the next look starts from what is there now.
    if (!moved) break;
    now = moved;
    parts.onChange(now);
    // SQLite's answers come without a pause: whoever has asked the proxy something is let in between.
    await turn();
  }
  return { order: now, doubtful: verdict.doubtful };
}

/** Whether the provider says that it knows no such order. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ProviderRefused && error.reason === 'not_found';
}

/** An unpaid order that the provider has long forgotten has expired; it must not bar its target for ever. */
function isLongUnpaid({ status, expires_at, created_at }: OrderRow, now: number): boolean {
  return status === 'awaiting_payment' && now - (expires_at ?? created_at) > FORGOTTEN_AFTER_MS;
}

/** What the reseller must hear of a look that failed; most failures only mean "look again". */
export function alertOf(error: unknown, code: string, missedInARow: number): Alert | null {
  if (!(error instanceof ProviderRefused)) return null;
  if (error.reason === 'key_wrong') {
    return { kind: 'key_refused', subject: 'key', detail: error.providerText };
  }
  // A fresh id may be unknown for a while; others tolerate five in a row (upstream behaviours 15).
  if (error.reason === 'not_found' && missedInARow >= 5) {
    return { kind: 'order_missing', subject: code, detail: error.providerText };
  }
  return null;
}
