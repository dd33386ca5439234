import type { Catalog, Category } from '../../../proxy/contract/catalog.ts';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';
import type { Problem } from '../../../proxy/contract/problem.ts';
import type { Lang } from '../i18n/words.ts';
import { Failure } from './failure.ts';

const READ_TIMEOUT_MS = 20_000;
// The proxy itself waits up to 15 s for the provider, plus its turn in the request budget.
const CREATE_TIMEOUT_MS = 60_000;

/** The proxy's public routes. Every method rejects with a `Failure`, or an AbortError when aborted. */
export class Client {
  readonly #base: string;
  readonly #lang: () => Lang;

  /** `base`: the proxy's address without a slash at its end. */
  constructor(base: string, lang: () => Lang) {
    this.#base = base;
    this.#lang = lang;
  }

  catalog(signal: AbortSignal): Promise<Catalog> {
    return this.#ask('/api/catalog', signal);
  }

  category(id: string, signal: AbortSignal): Promise<Category> {
    return this.#ask(`/api/catalog/${encodeURIComponent(id)}`, signal);
  }

  /** Creates an order, or gives the one already created under the same key. */
  async create(key: string, body: CreateOrder, signal: AbortSignal): Promise<Order> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    };
    const { order } = await this.#ask<{ order: Order }>('/api/orders', signal, request, CREATE_TIMEOUT_MS);
    return order;
  }

  async order(token: string, signal: AbortSignal): Promise<Order> {
    const { order } = await this.#ask<{ order: Order }>(this.#orderPath(token), signal);
    return order;
  }

  /** "I have paid": asks the proxy to look at the order soon. */
  async check(token: string, signal: AbortSignal): Promise<void> {
    await this.#ask(`${this.#orderPath(token)}/check`, signal, { method: 'POST' });
  }

  /** A live stream of the order; the caller closes it. */
  events(token: string): EventSource {
    return new EventSource(`${this.#base}${this.#orderPath(token)}/events`);
  }

  /**
   * Whether the proxy answers at all. A browser hides a refused cross-origin answer from us, so this is
   * how "this site is not allowed" is told from "there is no network".
   */
  async reachable(signal: AbortSignal): Promise<boolean> {
    try {
      await fetch(`${this.#base}/healthz`, { mode: 'no-cors', cache: 'no-store', signal });
      return true;
    } catch {
      return false;
    }
  }

  #orderPath(token: string): string {
    return `/api/orders/${encodeURIComponent(token)}`;
  }

  async #ask<T>(
    path: string,
    signal: AbortSignal,
    init: RequestInit = {},
    timeout = READ_TIMEOUT_MS,
  ): Promise<T> {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, timeout);
    signal.addEventListener('abort', stop);
    try {
      const headers = { Accept: 'application/json', 'Accept-Language': this.#lang(), ...init.headers };
      const response = await fetch(this.#base + path, {
        ...init,
        headers,
        credentials: 'omit',
        signal: limit.signal,
      });
      return await readAnswer<T>(response);
    } catch (thrown) {
      if (signal.aborted || thrown instanceof Failure) throw thrown;
      throw new Failure('no_answer');
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }
}

async function readAnswer<T>(response: Response): Promise<T> {
  if (response.status === 202 || response.status === 204) return undefined as T;
  // A gateway's HTML page is no answer of the proxy: parsing it throws and becomes `no_answer`.
  const body: unknown = await response.json();
  if (response.ok) return body as T;
  const problem = body as Partial<Problem> | null;
  throw problem?.code ? new Failure(problem.code, problem) : new Failure('no_answer');
}
