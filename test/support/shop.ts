import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { compose } from '../../proxy/compose.ts';
import { readConfig } from '../../proxy/config.ts';
import type { Category } from '../../proxy/contract/catalog.ts';
import type { Order } from '../../proxy/contract/order.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { createLogger } from '../../proxy/ops/logger.ts';

/** The key the tests give the proxy; it must never be seen again. */
export const API_KEY = 'key-that-must-never-leak-4711';

/** An answer of the proxy, read. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A running proxy with what tests need around it. */
export interface Shop {
  readonly url: string;
  readonly dir: string;
  /** Of the one-time link to the console; null when a password is set. */
  readonly setupSecret: string | null;
  /** Everything the proxy has logged so far, one JSON object a line. */
  logs(): string;
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Places an order; without a key of its own each call is a new one. */
  order(body: unknown, key?: string): Promise<Answer<{ order: Order } & Problem>>;
  /** A valid body for the service with this sid, priced as the shop prices it now. */
  bodyFor(sid?: string, category?: string): Promise<OrderBody>;
  /** Asks again until the order has this status. */
  until(token: string, status: Order['status'], withinMs?: number): Promise<Order>;
  /** What the reseller has been alerted to, as kind and subject, read from the file. */
  alerts(): { kind: string; subject: string; detail: string }[];
  /** Stops the proxy; its folder stays for a next one. */
  stop(): Promise<void>;
  /** Stops the proxy and removes its folder. */
  close(): Promise<void>;
}

export interface OrderBody {
  sid: string;
  ref: string;
  price: number;
  target: Record<string, string>;
  customer: { name: string; phone: string };
}

/**
 * Starts the real proxy on a free port against a provider, with a SQLite file of its own.
 * @param env environment on top of the tests' own; `dir` reuses the folder of an earlier shop.
 */
export async function startShop(
  providerUrl: string,
  env: Record<string, string> = {},
  dir?: string,
): Promise<Shop> {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), 'zul-topup-')));
  const lines: string[] = [];
  const config = readConfig({
    ZULTOPUP_API_KEY: API_KEY,
    ZULTOPUP_BASE_URL: providerUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    ORDERS_PER_MINUTE_PER_IP: '1000',
    LOG_LEVEL: 'trace',
    ...env,
  });
  const logger = createLogger(config.logLevel, { write: (line) => void lines.push(line) });
  const proxy = await compose(config, logger, true);
  const { url, setupSecret } = await proxy.listen();
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= proxy.close();
    return stopped;
  };
  const get = async <T>(path: string, headers: Record<string, string> = {}) =>
    read<T>(await fetch(url + path, { headers }));
  const shop: Shop = {
    url,
    dir: folder,
    setupSecret,
    logs: () => lines.join(''),
    get,
    order: async (body, key = crypto.randomUUID()) =>
      read(
        await fetch(`${url}/api/orders`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        }),
      ),
    async bodyFor(sid = '1', category = 'free-fire') {
      await waitFor(async () => (await get('/api/catalog')).status === 200);
      const { body } = await get<Category>(`/api/catalog/${category}`);
      const found = body.services.find((one) => one.sid === sid);
      if (!found) throw new Error(`no service ${sid} in ${category}`);
      return {
        sid,
        ref: found.ref,
        price: found.price,
        target: { userId: '123456789' },
        customer: { name: 'Budi', phone: '081234567890' },
      };
    },
    async until(token, status, withinMs = 30_000) {
      let order: Order | undefined;
      await waitFor(async () => {
        order = (await get<{ order: Order }>(`/api/orders/${token}`)).body.order;
        return order.status === status;
      }, withinMs).catch((error: unknown) => {
        throw new Error(`the order stayed ${order?.status}, not ${status}`, { cause: error });
      });
      return order as Order;
    },
    alerts() {
      const file = new SqliteDatabase(join(folder, 'shop.db'), { readonly: true });
      try {
        return file.prepare('SELECT kind, subject, detail FROM alerts ORDER BY first_at').all() as ReturnType<
          Shop['alerts']
        >;
      } finally {
        file.close();
      }
    },
    stop,
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

/** Asks until the answer is yes. @throws Error after `withinMs`. */
export async function waitFor(ask: () => Promise<boolean> | boolean, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`it did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}
