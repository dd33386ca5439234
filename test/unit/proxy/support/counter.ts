import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { CreateOrder } from '../../../../proxy/contract/order.ts';
import { OrderPlacing } from '../../../../proxy/orders/place.ts';
import type { QrReading } from '../../../../proxy/orders/qr.ts';
import { OrderSettling } from '../../../../proxy/orders/settle.ts';
import { OrderTokens } from '../../../../proxy/orders/tokens.ts';
import type { DropshipOrder } from '../../../../proxy/provider/client.ts';
import type { CreatedOrder } from '../../../../proxy/provider/mapping.ts';
import type { Alert } from '../../../../proxy/store/alerts.ts';
import { type OrderRow, OrderStore } from '../../../../proxy/store/orders.ts';
import { type Answer, shop } from './catalog.ts';
import { service } from './services.ts';
import { tempFolder, tempStore } from './stored.ts';

/** The provider's side of a create. @param onSend to be called when the first byte is about to go out. */
type Create = (order: DropshipOrder, onSend: () => Promise<void>) => Promise<CreatedOrder>;

/** What is to be paid for it, until the time 5,000,000. */
export const PAYMENT = {
  qrSource: '000201-qr',
  amountRupiah: 11_003,
  expiresAt: 5_000_000,
  invoiceUrl: 'https://provider.example/INV-555',
};

/** A provider's answer to an order: cost 10,500 and profit 500. */
export function created(over: Partial<CreatedOrder> = {}): CreatedOrder {
  return {
    providerId: '555',
    invoice: 'INV-555',
    costRupiah: 10_500,
    profitRupiah: 500,
    payment: PAYMENT,
    ...over,
  };
}

/** A provider that sends, and answers or throws this. */
export function sends(answer: CreatedOrder | Error): Create {
  return async (_order, onSend) => {
    await onSend();
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

/** A provider that throws this before anything is sent. */
export function neverSends(error: Error): Create {
  return async () => {
    throw error;
  };
}

/**
 * Placing and settling over a real SQLite store and a real catalogue of one service: 70 Diamond of Free
 * Fire, listed at 10,000, sold at 11,000.
 * @param options.create what the provider does.
 * @param options.read what comes of reading an order's QR.
 * @param options.lists the provider's lists in turn, the last one for ever.
 */
export async function counter(
  options: {
    create?: Create;
    read?: (order: OrderRow) => QrReading | Promise<QrReading>;
    lists?: Answer[];
    profitFloor?: number;
  } = {},
) {
  const file = join(await tempFolder(), 'orders.db');
  const store = await tempStore(file);
  const orders = new OrderStore(store);
  const onDisk = readerOf(file);
  const { catalog, log: asked } = shop(options.lists ?? [[service()]]);
  await catalog.refresh();
  const log = {
    asked,
    sent: [] as DropshipOrder[],
    alerts: [] as Alert[],
    /** What was told, and what was on the disk at that moment. */
    told: [] as { told: OrderRow; stored: OrderRow | undefined }[],
  };
  const settling = new OrderSettling({
    catalog,
    orders,
    qr: {
      read: async (order) => (options.read ?? (() => PAYLOAD))(order),
      isFetched: (source) => source?.startsWith('https:') ?? false,
    },
    profitFloor: options.profitFloor ?? 0,
    alert: async (alert) => void log.alerts.push(alert),
    onChange: (order) => log.told.push({ told: order, stored: onDisk().find(({ id }) => id === order.id) }),
  });
  const create = options.create ?? sends(created());
  const provider = {
    createDropship: (order: DropshipOrder, onSend: () => Promise<void>) =>
      create(order, async () => {
        await onSend();
        log.sent.push(order);
      }),
  };
  const tokens = new OrderTokens('a secret of the tests');
  const placing = new OrderPlacing({ catalog, orders, tokens, settling, provider });
  /** What the buyer sends: the one product at its price, to one target. */
  const request = (over: Partial<CreateOrder> = {}): CreateOrder => {
    const offered = catalog.current()?.catalog.bySid.get('1')?.service;
    return {
      sid: '1',
      ref: offered?.ref ?? '',
      price: 11_000,
      target: { userId: '123456789' },
      customer: { name: 'Budi', phone: '+62 812-3456-7890' },
      ...over,
    };
  };
  return { placing, settling, orders, catalog, onDisk, log, request };
}

const PAYLOAD: QrReading = { kind: 'payload', payload: '000201-payload' };

/** Reads the orders as another process would: only what has been committed. */
function readerOf(file: string): () => OrderRow[] {
  const database = new SqliteDatabase(file, { readonly: true });
  onTestFinished(() => void database.close());
  return () => database.prepare('SELECT * FROM orders ORDER BY created_at').all() as OrderRow[];
}
