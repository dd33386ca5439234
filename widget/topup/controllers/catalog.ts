import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalog, Category } from '../../../proxy/contract/catalog.ts';
import { asFailure, Failure } from '../api/failure.ts';
import { type Load, loaded } from '../state/load.ts';
import { FIRST_TILES } from '../state/search.ts';
import type { Session } from './session.ts';

/** Loads the catalog and the one category being looked at. */
export class CatalogController implements ReactiveController {
  catalog: Load<Catalog> = { state: 'loading' };
  category: Load<Category> = { state: 'loading' };
  readonly #host: ReactiveControllerHost;
  readonly #onFailure: (failure: Failure) => void;
  #session: Session | null = null;
  #categoryId: string | null = null;
  #catalogAbort = new AbortController();
  #categoryAbort = new AbortController();

  constructor(host: ReactiveControllerHost, onFailure: (failure: Failure) => void) {
    this.#host = host;
    this.#onFailure = onFailure;
    host.addController(this);
  }

  hostConnected(): void {
    this.retry();
  }

  hostDisconnected(): void {
    this.#catalogAbort.abort();
    this.#categoryAbort.abort();
  }

  /** Starts over with another proxy. */
  begin(session: Session): void {
    this.#session = session;
    this.#categoryId = null;
    void this.#loadCatalog();
  }

  /** Loads a category by its id, or by its name as the `category` attribute allows; null if that failed. */
  async open(idOrName: string): Promise<Category | null> {
    if (this.#categoryId !== idOrName || this.category.state !== 'ready') {
      this.#categoryId = idOrName;
      this.category = { state: 'loading' };
      await this.#loadCategory(idOrName);
    }
    return loaded(this.category);
  }

  /** Asks again for whatever is missing. */
  retry(): void {
    if (!this.#session) return;
    if (this.catalog.state !== 'ready') void this.#loadCatalog();
    if (this.#categoryId !== null && this.category.state !== 'ready')
      void this.#loadCategory(this.#categoryId);
  }

  /** Brings a nominal up to the price the proxy has just named, or asks for the prices anew. */
  reprice(sid: string, price: number | undefined): void {
    const category = loaded(this.category);
    if (!category) return;
    if (price === undefined) {
      void this.#loadCategory(category.id);
      return;
    }
    const services = category.services.map((service) =>
      service.sid === sid ? { ...service, price } : service,
    );
    this.category = { state: 'ready', value: { ...category, services } };
    this.#host.requestUpdate();
  }

  /** Asks for the category's nominals anew, keeping the old ones on screen meanwhile. */
  refresh(): void {
    const category = loaded(this.category);
    if (category) void this.#loadCategory(category.id);
  }

  async #loadCatalog(): Promise<void> {
    const signal = renew(this.#catalogAbort, (next) => {
      this.#catalogAbort = next;
    });
    this.catalog = { state: 'loading' };
    this.#host.requestUpdate();
    await this.#settle(
      signal,
      async (session) => {
        const value = await session.client.catalog(signal);
        session.shelf.set('tiles', Math.min(FIRST_TILES, value.categories.length));
        this.catalog = { state: 'ready', value };
      },
      (failure) => {
        this.catalog = { state: 'failed', failure };
      },
    );
  }

  async #loadCategory(idOrName: string): Promise<void> {
    const signal = renew(this.#categoryAbort, (next) => {
      this.#categoryAbort = next;
    });
    if (this.category.state === 'failed') this.category = { state: 'loading' };
    this.#host.requestUpdate();
    await this.#settle(
      signal,
      async ({ client }) => {
        const value = await client.category(idOrName, signal).catch(async (thrown: unknown) => {
          const named = asFailure(thrown).code === 'not_found' ? await this.#idOf(idOrName, signal) : null;
          if (named === null) throw thrown;
          return client.category(named, signal);
        });
        this.category = { state: 'ready', value };
      },
      (failure) => {
        this.category = { state: 'failed', failure };
      },
    );
  }

  /** Finds a category's id by its name. The catalog is usually there or on its way; asking again is cheap. */
  async #idOf(name: string, signal: AbortSignal): Promise<string | null> {
    const catalog = loaded(this.catalog) ?? (await this.#session?.client.catalog(signal));
    const wanted = name.trim().toLowerCase();
    return catalog?.categories.find((category) => category.name.toLowerCase() === wanted)?.id ?? null;
  }

  async #settle(
    signal: AbortSignal,
    load: (session: Session) => Promise<void>,
    fail: (failure: Failure) => void,
  ): Promise<void> {
    const session = this.#session;
    if (!session) return;
    try {
      await load(session);
    } catch (thrown) {
      if (signal.aborted) return;
      const failure = await this.#explain(asFailure(thrown), session, signal);
      if (signal.aborted) return;
      fail(failure);
      this.#onFailure(failure);
    }
    if (!signal.aborted) this.#host.requestUpdate();
  }

  /** No answer although the proxy is up means that the browser hid a refusal: this site is not allowed. */
  async #explain(failure: Failure, session: Session, signal: AbortSignal): Promise<Failure> {
    if (failure.code !== 'no_answer') return failure;
    return (await session.client.reachable(signal)) ? new Failure('origin_not_allowed') : failure;
  }
}

function renew(current: AbortController, keep: (next: AbortController) => void): AbortSignal {
  current.abort();
  const next = new AbortController();
  keep(next);
  return next.signal;
}
