import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { qrisPayload } from '../../demo/sandbox/qris.ts';

/** One request as it arrived. */
interface SeenRequest {
  readonly method: string;
  /** Path and query below `/api`, such as `/order/status?id=55`. */
  readonly path: string;
  readonly key: string | undefined;
  readonly body: Record<string, unknown>;
}

/** What to answer: an object becomes JSON, a string goes out as it is; a function answers by itself. */
export type Answer = object | string | ((req: IncomingMessage, res: ServerResponse) => void);

/** A provider whose every answer the test writes, over real HTTP; its defaults are the documentation's own. */
export interface ScriptedProvider {
  /** What goes into ZULTOPUP_BASE_URL. */
  readonly apiUrl: string;
  readonly origin: string;
  /** Answers by `METHOD /path`, without the query; change them at will. */
  readonly answers: Record<string, (request: SeenRequest) => Answer>;
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

/** One service as `/services` lists it, and where it stands in the list. */
export function service(
  change: Partial<Record<'sid' | 'kategori' | 'layanan' | 'harga' | 'status', string>> = {},
) {
  return {
    sid: '1',
    kategori: 'Free Fire',
    layanan: '70 Diamond',
    harga: '10000',
    status: 'Normal',
    ...change,
  };
}

/** Starts one on a free port of the loopback. */
export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const seen: SeenRequest[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const path = (req.url ?? '').replace(/^\/api/, '');
      const text = Buffer.concat(chunks).toString();
      const request: SeenRequest = {
        method: req.method ?? '',
        path,
        key: req.headers['x-api-key'] as string | undefined,
        body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      };
      seen.push(request);
      const answer = answers[`${request.method} ${path.split('?')[0]}`]?.(request);
      if (answer === undefined) res.writeHead(404).end('nothing here');
      else if (typeof answer === 'function')
        (answer as (q: IncomingMessage, s: ServerResponse) => void)(req, res);
      else if (typeof answer === 'string')
        res.writeHead(200, { 'content-type': 'application/json' }).end(answer);
      else res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answers: ScriptedProvider['answers'] = {
    'GET /services': () => ({ status: true, data: { Games: [service()] } }),
    'POST /order/create': ({ body }) => ({
      status: true,
      data: {
        id: 'ORD-9917',
        invoice: 'INV-SECRET-77',
        mode: 'dropship',
        selling_price: body.selling_price,
        reseller_cost: 10_153,
        reseller_profit: Number(body.selling_price) - 10_153,
        payment: {
          qr_url: qrisPayload(Number(body.selling_price), 'ORD-9917'),
          amount: body.selling_price,
          expired_at: '2099-01-02 10:00:00',
          status_url: `${origin}/status/ORD-9917`,
          invoice_url: 'https://provider.example/i/abc',
        },
      },
    }),
    'GET /order/status': () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Pending', payment_status: 'pending', catatan: '' },
    }),
    'GET /user/me': () => ({ status: true, data: { user_id: 'toko_a', balance: 50_000, role: 'reseller' } }),
  };
  return {
    apiUrl: `${origin}/api`,
    origin,
    answers,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
