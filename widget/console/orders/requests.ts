import type { ConsoleOrderDetail, ConsoleOrderPage } from '../../../proxy/contract/console-orders.ts';
import { ask } from '../api.ts';

/** What the list is narrowed to, as the address wants it; empty values are left out. */
export type Wanted = Readonly<Record<'search' | 'status' | 'from' | 'to', string>>;

/** A page of the list. @param after `next` of the page before. */
export function orderPage(wanted: Wanted, after: string | null): Promise<ConsoleOrderPage> {
  return ask('GET', `orders?${queryOf({ ...wanted, after: after ?? '' })}`);
}

/** Where all orders of the list can be downloaded. */
export function csvAddress(wanted: Wanted): string {
  return `/console/api/orders/export.csv?${queryOf(wanted)}`;
}

/** Everything about one order. */
export function orderDetail(code: string): Promise<ConsoleOrderDetail> {
  return ask('GET', pathOf(code));
}

/** Has the order looked at next. */
export function lookNow(code: string): Promise<void> {
  return ask('POST', `${pathOf(code)}/look`);
}

/** Keeps the reseller's note. */
export function keepNote(code: string, note: string): Promise<ConsoleOrderDetail> {
  return ask('PUT', `${pathOf(code)}/note`, { note });
}

/** Notes how he has dealt with the order; null takes it back. */
export function resolve(
  code: string,
  resolution: ConsoleOrderDetail['resolution'],
): Promise<ConsoleOrderDetail> {
  return ask('PUT', `${pathOf(code)}/resolution`, { resolution });
}

function pathOf(code: string): string {
  return `orders/${encodeURIComponent(code)}`;
}

function queryOf(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
}
