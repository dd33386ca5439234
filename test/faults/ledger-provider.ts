import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawQr } from '../../demo/sandbox/qr-png.ts';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import type { Chance } from './chance.ts';

/** One order as the provider booked it. */
export interface LedgerEntry {
  readonly id: string;
  readonly target: string;
  readonly sellingPrice: number;
  /** The EMVCo text a buyer must be shown. */
  readonly payload: string;
}

/** Instants of a request that can be seen from the provider's side. */
export type ProviderMoment =
  | 'services asked'
  | 'create arrived'
  | 'order booked'
  | 'half answered'
  | 'answered'
  | 'picture asked'
  | 'status asked';

/** What becomes of the request after a moment: it goes on, or its connection is cut there and then. */
export type Fate = 'go' | 'cut';

/** How long a create takes at most, so that several are under way at once. */
const LONGEST_CREATE_MS = 15;

/**
 * A provider that keeps a ledger. It answers as the documentation has it, but without the rule against
 * double orders: a create that is sent twice is booked twice, and stands in the ledger for all to see.
 */
export class LedgerProvider {
  readonly entries: LedgerEntry[] = [];
  /** Called at every moment of every request; it may kill the proxy before it returns. */
  onMoment: (moment: ProviderMoment) => Fate = () => 'go';
  /** Share of orders whose QR is a picture to be fetched, not a text. */
  pictures = 0.25;
  readonly #chance: Chance;
  readonly #byTarget = new Map<string, LedgerEntry[]>();
  readonly #server: Server;

  private constructor(chance: Chance) {
    this.#chance = chance;
    this.#server = createServer((req, res) => {
      // A connection that its dead client has left is no fault of the provider's.
      this.#answer(req, res).catch(() => res.destroy());
    });
  }

  /** Starts one on a free port of the loopback. */
  static async start(chance: Chance): Promise<LedgerProvider> {
    const provider = new LedgerProvider(chance);
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  /** What goes into ZULTOPUP_BASE_URL. */
  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  /** Every order booked for this target. */
  bookedFor(target: string): readonly LedgerEntry[] {
    return this.#byTarget.get(target) ?? [];
  }

  /** Targets that were booked more than once. */
  doubledTargets(): string[] {
    return [...this.#byTarget].filter(([, entries]) => entries.length > 1).map(([target]) => target);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await readAll(req);
    const { pathname, searchParams } = new URL(req.url ?? '/', this.apiUrl);
    switch (`${req.method} ${pathname}`) {
      case 'GET /api/services':
        if (this.#reach('services asked', res)) sendJson(res, SERVICES);
        return;
      case 'GET /api/order/status':
        if (this.#reach('status asked', res)) sendJson(res, statusOf(searchParams.get('id') ?? ''));
        return;
      case 'POST /api/order/create':
        return this.#create(JSON.parse(body) as CreateBody, res);
      case 'GET /api/qr':
        if (this.#reach('picture asked', res)) sendPicture(res, searchParams.get('text') ?? '');
        return;
      default:
        res.writeHead(404).end();
    }
  }

  async #create(body: CreateBody, res: ServerResponse): Promise<void> {
    if (!this.#reach('create arrived', res)) return;
    await sleep(this.#chance.between(0, LONGEST_CREATE_MS));
    const entry = this.#book(body);
    if (!this.#reach('order booked', res)) return;
    const answer = Buffer.from(JSON.stringify({ status: true, data: this.#describe(entry) }));
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    const half = answer.length >> 1;
    await new Promise<void>((resolve, reject) => {
      res.once('close', () => reject(new Error('the client has gone')));
      res.write(answer.subarray(0, half), () => resolve());
    });
    if (!this.#reach('half answered', res)) return;
    res.end(answer.subarray(half), () => this.#reach('answered', res));
  }

  #book({ target, selling_price: sellingPrice }: CreateBody): LedgerEntry {
    const id = `L${this.entries.length + 1}`;
    const entry: LedgerEntry = { id, target, sellingPrice, payload: qrisPayload(sellingPrice, id) };
    this.entries.push(entry);
    this.#byTarget.set(target, [...this.bookedFor(target), entry]);
    return entry;
  }

  #describe({ id, sellingPrice, payload }: LedgerEntry): object {
    const picture = `${this.apiUrl}/qr?text=${encodeURIComponent(payload)}`;
    return {
      id,
      invoice: `INV-${id}`,
      mode: 'dropship',
      selling_price: sellingPrice,
      reseller_cost: sellingPrice - 500,
      reseller_profit: 500,
      payment: {
        qr_url: this.#chance.is(this.pictures) ? picture : payload,
        amount: sellingPrice,
        expired_at: '2099-01-02 10:00:00',
        status_url: `${this.apiUrl}/order/status?id=${id}`,
        invoice_url: `https://provider.example/i/${id}`,
      },
    };
  }

  /** Tells of a moment; false when the request ends there. */
  #reach(moment: ProviderMoment, res: ServerResponse): boolean {
    if (this.onMoment(moment) === 'go') return true;
    res.destroy();
    return false;
  }
}

interface CreateBody {
  readonly target: string;
  readonly selling_price: number;
}

const SERVICES = {
  status: true,
  data: {
    Games: [
      { sid: '1', kategori: 'Free Fire', layanan: '70 Diamond', harga: '10000', status: 'Normal' },
      { sid: '2', kategori: 'Free Fire', layanan: '140 Diamond', harga: '20000', status: 'Normal' },
    ],
  },
};

function statusOf(id: string): object {
  return { status: true, data: { id, status: 'Pending', payment_status: 'pending', catatan: '' } };
}

function sendJson(res: ServerResponse, answer: object): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function sendPicture(res: ServerResponse, text: string): void {
  res.writeHead(200, { 'content-type': 'image/png' }).end(drawQr(text));
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
