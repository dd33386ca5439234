import type { ConsoleProduct, ConsoleProductForm } from '../../../proxy/contract/console-sales.ts';
import { ask } from '../api.ts';

/** A sale as it is being made. */
export interface Draft {
  readonly product: ConsoleProductForm;
  readonly target: Readonly<Record<string, string>>;
  /** What the customer pays, whole rupiah. */
  readonly price: number;
  readonly name: string;
  /** The same for every try of this sale, so that none is made twice; another once something in it has changed. */
  readonly key: string;
}

/** Products whose names hold what is typed. */
export async function findProducts(search: string): Promise<readonly ConsoleProduct[]> {
  const query = new URLSearchParams({ search });
  return (await ask<{ products: ConsoleProduct[] }>('GET', `sales/products?${query}`)).products;
}

/** A product and what must be typed for it. */
export function productForm(ref: string): Promise<ConsoleProductForm> {
  return ask('GET', `sales/products/${encodeURIComponent(ref)}`);
}

/** Sells. @param isSure although an earlier sale of the same is uncertain. @returns the order's code. */
export async function sell({ product, target, price, name, key }: Draft, isSure: boolean): Promise<string> {
  const { sid, ref, cost } = product;
  const body = { sid, ref, cost, price, target, name, isSure };
  return (await ask<{ code: string }>('POST', 'sales', body, { 'idempotency-key': key })).code;
}
