import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateOrder, Order } from '../../proxy/contract/order.ts';
import type { Offer } from './offers.ts';

/** What a buyer has been told for certain. */
export type Told =
  | { readonly kind: 'acknowledged'; readonly order: Order; qr: Buffer | null }
  | { readonly kind: 'unconfirmed'; readonly order: Order }
  /** An answer that no buyer should get here. */
  | { readonly kind: 'wrong'; readonly why: string };

/** A hang must end the run; the proxy answers in a fraction of this. */
const TIMEOUT_MS = 20_000;
const BETWEEN_TRIES_MS = 100;

/**
 * One buyer with one wish. He behaves as the widget does: keeps his Idempotency-Key, and asks again with
 * it until he has a certain answer.
 */
export class Buyer {
  readonly key = crypto.randomUUID();
  readonly body: CreateOrder;
  /** Presses the button twice at once. */
  readonly twice: boolean;
  told: Told | null = null;
  /** Set when two answers to the same request do not agree. */
  contradiction: string | null = null;
  readonly #address: string;

  /** @param number no other buyer's; makes his target and his address his own. */
  constructor(number: number, offer: Offer, twice: boolean) {
    this.body = {
      ...offer,
      target: { userId: String(100_000_000 + number) },
      customer: { name: 'Budi', phone: '081234567890' },
    };
    this.twice = twice;
    this.#address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  }

  /** What the provider knows him by. */
  get target(): string {
    return this.body.target.userId ?? '';
  }

  /**
   * Asks once, or twice at once; afterwards `told` is set if there was a certain answer.
   * @param onAcknowledged called the instant a 201 with something to pay has been read.
   */
  async order(url: string, onAcknowledged: () => void = () => undefined): Promise<void> {
    const asked = await Promise.all(
      Array.from({ length: this.twice ? 2 : 1 }, () => this.#ask(url, onAcknowledged)),
    );
    for (const told of asked) if (told !== null) this.#hear(told);
  }

  /** Keeps the picture of the QR he has been given, if he has been given one. */
  async savePicture(url: string): Promise<void> {
    if (this.told?.kind === 'acknowledged') this.told.qr ??= await this.qrPicture(url, this.told.order.token);
  }

  /** Asks again and again until told something certain, or for `withinMs`. */
  async orderUntilTold(url: string, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (this.told === null && Date.now() < deadline) {
      await this.order(url);
      if (this.told === null) await sleep(BETWEEN_TRIES_MS);
    }
  }

  /** The order behind a token, as the proxy shows it now; null when it shows none. */
  async open(url: string, token: string): Promise<Order | null> {
    const response = await this.#fetch(`${url}/api/orders/${token}`).catch(() => null);
    return response?.status === 200 ? ((await response.json()) as { order: Order }).order : null;
  }

  /** The picture of the QR; null when there is none to be had. */
  async qrPicture(url: string, token: string): Promise<Buffer | null> {
    try {
      const response = await this.#fetch(`${url}/api/orders/${token}/qr.png`);
      return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : null;
    } catch {
      return null;
    }
  }

  async #ask(url: string, onAcknowledged: () => void): Promise<Told | null> {
    try {
      const response = await this.#fetch(`${url}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': this.key },
        body: JSON.stringify(this.body),
      });
      const body = (await response.json()) as { order?: Order; code?: string };
      // "Busy" and "unavailable" promise that nothing was ordered, and ask the buyer to come back.
      if (response.status === 503) return null;
      const { order } = body;
      if (response.status !== 201 || !order) {
        return { kind: 'wrong', why: `HTTP ${response.status} ${body.code}` };
      }
      if (order.status === 'unconfirmed') return { kind: 'unconfirmed', order };
      if (order.status !== 'awaiting_payment') return { kind: 'wrong', why: `201 ${order.status}` };
      onAcknowledged();
      return { kind: 'acknowledged', order, qr: null };
    } catch {
      // The connection broke: he knows nothing.
      return null;
    }
  }

  /** The first answer counts; whoever has been told something must be told the same for ever after. */
  #hear(now: Told): void {
    this.told ??= now;
    const [first, then] = [describe(this.told), describe(now)];
    if (first !== then) this.contradiction ??= `told "${first}", then "${then}"`;
  }

  #fetch(url: string, init: RequestInit = {}): Promise<Response> {
    return fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'x-forwarded-for': this.#address },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

function describe(told: Told): string {
  return told.kind === 'wrong' ? told.why : `${told.kind} ${told.order.code} ${told.order.token.slice(0, 6)}`;
}
