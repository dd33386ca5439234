import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock.ts';
import { FaultBook } from './faults/fault-book.ts';
import { createSandboxApp } from './http/app.ts';
import { type LoggedRequest, RequestLog } from './http/request-log.ts';
import { newToken } from './ids.ts';
import { describeOrder, type SandboxOrder } from './ledger.ts';
import { SandboxProvider } from './provider.ts';
import type { Service } from './services/service.ts';

/** How to start a sandbox; every value has a default. */
export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Key of the ready-made reseller `toko_demo`. Default: 128 random bits. */
  apiKey?: string;
  /** Seconds from payment to delivery. Default 4. */
  deliverySeconds?: number;
  /** Seconds a QR can be paid. Default 900, the usual 15 minutes. */
  expirySeconds?: number;
  /** Requests per key in any 60 seconds. Default 60, as documented. */
  requestsPerMinute?: number;
  /** What dropship costs on top of `harga`, in percent. Default 0; the documents' own example shows 12. */
  dropshipFeePercent?: number;
  /** The ready-made reseller's first balance, in whole rupiah. Default 500,000. */
  balance?: number;
  /** The price list to start with. Default: the sandbox's own, about 150 rows. */
  services?: readonly Service[];
  /** Unix milliseconds, for tests that move the time. Default: the system's. */
  clock?: Clock;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`, where the cashier page is. */
  readonly url: string;
  /** `url` + `/api`: what goes into `ZULTOPUP_BASE_URL`. */
  readonly apiUrl: string;
  /** The first key of the ready-made reseller; `/user/regenerate-key` makes it void. */
  readonly apiKey: string;
  /** Every order, oldest first, as it stands now. */
  orders(): readonly SandboxOrder[];
  /** What arrived under `/api`, oldest first, bounded. */
  requests(): readonly LoggedRequest[];
  /** What the cashier's button does, for an order's or a deposit's id. @throws Refusal */
  pay(orderId: string): void;
  /** Changes a row of the price list for requests from now on. @throws Refusal when the sid is unknown */
  setService(sid: string, change: { harga?: number; status?: string }): void;
  /**
   * What the provider does wrong on purpose. `add` switches a fault on and gives its id, `list` tells what is
   * on and how often it will yet be shown. From another process: `POST`, `GET` and `DELETE` on `url` + `/faults`.
   */
  readonly faults: Pick<FaultBook, 'add' | 'list' | 'remove' | 'clear'>;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** Starts a sandbox provider over HTTP. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = '127.0.0.1',
    apiKey = newToken(),
    requestsPerMinute = 60,
    clock = Date.now,
  } = options;
  const { deliverySeconds = 4, expirySeconds = 900, dropshipFeePercent = 0, balance = 500_000 } = options;
  const provider = new SandboxProvider(
    { apiKey, balance, deliverySeconds, expirySeconds, dropshipFeePercent },
    clock,
    options.services,
  );
  const log = new RequestLog(clock);
  const faults = new FaultBook();
  const pay = (id: string) =>
    provider.pay(id, () => faults.twist({ path: '/pay', values: { id }, provider }).acceptsLate ?? false);

  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve());
  });
  // A server that listens on an address with a port always reports an AddressInfo.
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  server.on('request', createSandboxApp({ provider, faults, pay, log, requestsPerMinute, url }));

  return {
    url,
    apiUrl: `${url}/api`,
    apiKey,
    orders: () => provider.orders.all().map((order) => describeOrder(order, clock())),
    requests: () => log.entries(),
    pay,
    setService: (sid, change) => void Object.assign(provider.service(sid), change),
    faults,
    close: () =>
      new Promise((resolve) => {
        // Its only error is that the server is closed already, which is what was asked for.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
