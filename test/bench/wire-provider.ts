import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import { service } from '../support/scripted-provider.ts';

/** From the last byte of creates and list requests to the first of their answers, ms; how many lists there were. */
interface Work {
  readonly heldMs: number;
  readonly lists: number;
}

/** A provider at the socket itself: no HTTP library of the bench's own is measured along with the proxy. */
export interface WireProvider {
  /** What goes into ZULTOPUP_BASE_URL. */
  readonly apiUrl: string;
  /** What it has had to do since it was last asked for this. */
  readonly takeWork: () => Work;
  close(): Promise<void>;
}

/** As many as a provider has; the list is asked for with many an order, and is the same each time. */
const SERVICES = 5_000;
const CATEGORIES = 100;

/** Answers at once; whatever was ordered is delivered at the first look. */
export async function startWireProvider(): Promise<WireProvider> {
  let heldMs = 0;
  let lists = 0;
  let orders = 0;
  const list = answerOf({
    Games: Array.from({ length: SERVICES }, (_none, index) =>
      service({
        sid: String(index + 1),
        kategori: index < CATEGORIES ? 'Free Fire' : `Game ${index % CATEGORIES}`,
        layanan: `${index + 1} Diamond (${index} + 1 Bonus)`,
      }),
    ),
  });
  const answer = (path: string, body: string): object => {
    if (path.startsWith('/api/user/me')) return { user_id: 'toko_a', balance: 50_000, role: 'reseller' };
    if (path.startsWith('/api/order/status')) {
      const id = new URLSearchParams(path.split('?')[1]).get('id');
      return { id, status: 'Success', payment_status: 'settlement', catatan: 'SN 1234567890' };
    }
    const { selling_price: price } = JSON.parse(body) as { selling_price: number };
    return {
      ...{ id: `ORD-${++orders}`, invoice: `INV-${orders}`, mode: 'dropship', selling_price: price },
      ...{ reseller_cost: 10_153, reseller_profit: price - 10_153 },
      payment: {
        qr_url: qrisPayload(price, `ORD-${orders}`),
        amount: price,
        expired_at: '2099-01-02 10:00:00',
        invoice_url: 'https://provider.example/i/abc',
      },
    };
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onMessage(socket, (head, body) => {
      const began = performance.now();
      const [method, path = ''] = head.split(' ', 2);
      const isList = path.startsWith('/api/services');
      socket.end(isList ? list : answerOf(answer(path, body)));
      if (isList || method === 'POST') heldMs += performance.now() - began;
      if (isList) lists += 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    takeWork: () => {
      const work = { heldMs, lists };
      heldMs = lists = 0;
      return work;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The whole answer, as it goes over the wire. */
function answerOf(data: object): string {
  const json = JSON.stringify({ status: true, data });
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}

/** A buyer's browser at the socket itself, with one connection that stays. */
export class WireBuyer {
  readonly #socket: Socket;
  #onAnswer: (status: string) => void = () => undefined;

  /** @param url where the proxy listens. */
  constructor(url: string) {
    this.#socket = connect(Number(new URL(url).port), '127.0.0.1').setNoDelay(true);
    onMessage(this.#socket, (head) => this.#onAnswer(head.slice(9, 12)));
  }

  /** Places an order. @returns what the answer took, ms. @throws Error when no order came of it. */
  async place(body: string): Promise<number> {
    const request = [
      'POST /api/orders HTTP/1.1',
      'Host: shop.example',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Idempotency-Key: ${crypto.randomUUID()}`,
    ];
    const answered = new Promise<string>((resolve) => {
      this.#onAnswer = resolve;
    });
    const began = performance.now();
    this.#socket.write(`${request.join('\r\n')}\r\n\r\n${body}`);
    const status = await answered;
    const took = performance.now() - began;
    if (status !== '201') throw new Error(`an order was answered with ${status}`);
    return took;
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Hands on each message with a Content-Length, or none, as soon as its last byte is there; one at a time. */
function onMessage(socket: Socket, handle: (head: string, body: string) => void): void {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = text.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (text.length < end + 4 + length) return;
    const body = text.slice(end + 4, end + 4 + length);
    text = text.slice(end + 4 + length);
    handle(head, body);
  });
}
