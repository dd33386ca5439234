import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenStore, openStore, type Store } from '../../../../proxy/store/open.ts';
import type { NewOrder, OrderEvent, OrderRow } from '../../../../proxy/store/orders.ts';

/** A new empty folder, removed when the test ends. */
export async function tempFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'zul-topup-unit-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A real SQLite database in a file of its own, closed and removed when the test ends. */
export async function tempStore(file?: string): Promise<Store> {
  return (await tempDatabase(file)).store;
}

/** The same, for tests that close it themselves to open it again. */
export async function tempDatabase(file?: string): Promise<OpenStore> {
  const path = file ?? join(await tempFolder(), 'orders.db');
  const opened = await openStore({ kind: 'sqlite', file: path });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= opened.close();
    return closed;
  };
  onTestFinished(close);
  return { store: opened.store, close };
}

/** An order as a buyer asked for it, ready to be stored. */
export function newOrder(over: Partial<NewOrder> = {}): NewOrder {
  return {
    id: 'order-0000000001',
    code: 'ZT-AAAA0001',
    idempotency_key: 'key-1',
    open_key: 'open-1',
    request_hash: 'hash-1',
    sid: '1',
    ref: 'ref-1',
    service_name: '70 Diamond',
    category_id: 'free-fire',
    category_name: 'Free Fire',
    type: 'Games',
    target_fields: '{"userId":"123456789"}',
    target: '123456789',
    customer_name: 'Budi',
    customer_phone: '081234567890',
    price: 12_000,
    listed_cost: 10_987,
    ...over,
  };
}

/** A stored order that waits for its payment, with every secret column filled. */
export function orderRow(over: Partial<OrderRow> = {}): OrderRow {
  return {
    ...newOrder(),
    status_at: 1_000,
    mode: 'dropship',
    idempotency_key: 'idem-SECRET',
    open_key: 'open-SECRET',
    request_hash: 'hash-SECRET',
    status: 'awaiting_payment',
    version: 2,
    provider_id: 'provider-id-SECRET',
    provider_invoice: 'provider-invoice-SECRET',
    provider_text: 'provider-text-SECRET',
    cost: 11_234,
    profit: 766,
    payment_status: 'pending',
    amount: 12_003,
    qr_source: 'https://provider.example/qr-SECRET',
    qr_payload: null,
    expires_at: 900_000,
    invoice_url: 'https://provider.example/invoice/INV-1',
    note: null,
    reason: null,
    retry_at: null,
    follow_ups: 0,
    reseller_note: 'reseller-note-SECRET',
    resolution: null,
    resolved_at: null,
    created_at: 1_000,
    updated_at: 2_000,
    ...over,
  };
}

/** One version of the order above. */
export function orderEvent(over: Partial<OrderEvent> = {}): OrderEvent {
  return {
    order_id: 'order-0000000001',
    version: 1,
    status: 'placing',
    payment_status: null,
    note: null,
    reason: null,
    at: 1_000,
    ...over,
  };
}
