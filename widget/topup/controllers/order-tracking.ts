import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { asFailure } from '../api/failure.ts';
import { retryDelay } from '../state/backoff.ts';
import { type Load, loaded } from '../state/load.ts';
import { isNews, isSettled } from '../state/order.ts';
import type { Asking } from '../state/scene.ts';
import type { Session } from './session.ts';

/** Streams that fail to open this often are taken as blocked on this network. */
const STREAM_TRIES = 3;
/** A stream begins with where the order is. One that stays silent this long is held back on its way. */
const FIRST_EVENT_MS = 8_000;
/** A stream that broke sooner than this never worked. */
const WORKED_MS = 10_000;
/** A connection can die without anybody being told: then this asks. */
const DOUBT_MS = 45_000;
const POLL_MS = 4_000;
/** An order that waits for nothing but surprises (paid late) is looked at seldom. */
const QUIET_POLL_MS = 30_000;

/** Told of every move of the order followed. `before` is null the first time it is seen. */
export type OrderListener = (order: Order, before: Order | null) => void;

/**
 * Keeps one order up to date: a live stream while the page can be seen, a snapshot on every return,
 * polling where streams do not get through.
 */
export class OrderTracking implements ReactiveController {
  order: Load<Order> = { state: 'loading' };
  asking: Asking = { state: 'idle' };
  offline = false;
  readonly #host: ReactiveControllerHost;
  readonly #onMove: OrderListener;
  #session: Session | null = null;
  #token: string | null = null;
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  #failures = 0;

  constructor(host: ReactiveControllerHost, onMove: OrderListener) {
    this.#host = host;
    this.#onMove = onMove;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#wake);
    window.addEventListener('online', this.#wake);
    // A stream may live on for long in a network that is gone: asking finds out, and the buyer is told.
    window.addEventListener('offline', this.#wake);
    this.#wake();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#wake);
    window.removeEventListener('online', this.#wake);
    window.removeEventListener('offline', this.#wake);
    this.#pause();
  }

  /** Starts over with another proxy. */
  begin(session: Session): void {
    this.forget();
    this.#session = session;
  }

  /** Follows an order by its token; `known` is what the create answered. */
  follow(token: string, known?: Order): void {
    this.forget();
    this.#token = token;
    this.#failures = 0;
    if (known) this.#take(known);
    if (document.visibilityState !== 'visible') return;
    if (known) this.#goOn(token);
    else void this.#refresh();
  }

  /** Follows nothing any more. */
  forget(): void {
    this.#pause();
    this.#token = null;
    this.order = { state: 'loading' };
    this.asking = { state: 'idle' };
    this.offline = false;
  }

  /** "I have paid": asks the proxy to look soon. The answer comes by the stream. */
  async ask(): Promise<void> {
    const { client } = this.#session ?? {};
    if (!client || !this.#token || this.asking.state === 'asking') return;
    const { signal } = this.#abort;
    this.asking = { state: 'asking' };
    this.#host.requestUpdate();
    try {
      await client.check(this.#token, signal);
      this.asking = { state: 'asked' };
    } catch (thrown) {
      this.asking = signal.aborted ? { state: 'idle' } : { state: 'failed', failure: asFailure(thrown) };
    }
    this.#host.requestUpdate();
  }

  /** Asks again for an order that could not be loaded. */
  retry(): void {
    if (this.order.state !== 'failed') return;
    this.order = { state: 'loading' };
    this.#wake();
  }

  readonly #wake = (): void => {
    this.#pause();
    this.#failures = 0;
    if (document.visibilityState === 'visible') void this.#refresh();
  };

  #pause(): void {
    clearTimeout(this.#timer);
    this.#mute();
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  async #refresh(): Promise<void> {
    const token = this.#token;
    if (!token || !this.#session) return;
    const { signal } = this.#abort;
    try {
      const isMissed = this.#take(await this.#session.client.order(token, signal));
      this.offline = false;
      if (this.#source && !isMissed) this.#later(DOUBT_MS);
      else this.#goOn(token);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#miss(thrown);
    }
    this.#host.requestUpdate();
  }

  /** After a snapshot: stop, listen or poll. */
  #goOn(token: string): void {
    this.#mute();
    const order = loaded(this.order);
    if (!order || isSettled(order)) return;
    const { status } = order;
    if (this.#failures < STREAM_TRIES) this.#listen(token);
    else this.#later(status === 'expired' || status === 'unconfirmed' ? QUIET_POLL_MS : POLL_MS);
  }

  #miss(thrown: unknown): void {
    const failure = asFailure(thrown);
    const shown = loaded(this.order);
    if (failure.code === 'not_found' || !shown) this.order = { state: 'failed', failure };
    if (failure.code === 'not_found') return;
    this.offline = shown !== null;
    this.#failures += 1;
    this.#later(retryDelay(this.#failures));
  }

  #listen(token: string): void {
    const source = this.#session?.client.events(token);
    if (!source) return;
    const began = Date.now();
    this.#source = source;
    this.#later(FIRST_EVENT_MS, () => {
      this.#failures = STREAM_TRIES;
      this.#mute();
    });
    source.addEventListener('order', (event) => {
      this.#take(JSON.parse((event as MessageEvent<string>).data) as Order);
      this.#later(DOUBT_MS);
      this.#host.requestUpdate();
    });
    // EventSource reports a lost network, a refusal and the 204 of a finished order alike; the snapshot tells.
    source.addEventListener('error', () => {
      this.#mute();
      this.#failures = Date.now() - began > WORKED_MS ? 1 : this.#failures + 1;
      this.#later(retryDelay(this.#failures));
    });
  }

  #mute(): void {
    this.#source?.close();
    this.#source = null;
  }

  #later(delay: number, before?: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      before?.();
      void this.#refresh();
    }, delay);
  }

  /** Shows an order as it is now; answers false when it was known already. */
  #take(incoming: Order): boolean {
    const before = loaded(this.order);
    if (!isNews(before, incoming)) return false;
    this.order = { state: 'ready', value: incoming };
    if (before?.status !== incoming.status) {
      this.asking = { state: 'idle' };
      this.#onMove(incoming, before);
    }
    return true;
  }
}
