import type { Page } from 'playwright/test';

/** What a page holds open at one moment. */
export interface Held {
  /** Event streams not closed yet. */
  readonly streams: number;
  /** Listeners on `window` and `document`. */
  readonly listeners: number;
  /** Timeouts still to come, and intervals. */
  readonly timers: number;
  /** Things being watched by observers of any kind. */
  readonly observed: number;
}

/**
 * Counts what the page's scripts open and close, from their first line on. Call it before the page is
 * opened; the function it gives tells what is open now.
 */
export async function countHeld(page: Page): Promise<() => Promise<Held>> {
  await page.addInitScript(instrument);
  return () => page.evaluate(() => (window as unknown as { held: () => Held }).held());
}

/** Runs in the page. */
function instrument(): void {
  const streams = new Set<EventSource>();
  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      streams.add(this);
    }
  };

  // A listener is known by its type, itself and its phase, as the browser does it; `once` and `signal` end it.
  const listeners = new Map<string, number>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const idOf = (listener: object) => {
    const known = ids.get(listener) ?? ++next;
    ids.set(listener, known);
    return known;
  };
  const isCapture = (options?: boolean | EventListenerOptions) =>
    typeof options === 'object' ? Boolean(options.capture) : Boolean(options);
  for (const target of [window, document] as const) {
    const name = target === window ? 'window' : 'document';
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const keyOf = (type: string, listener: object, options?: boolean | EventListenerOptions) =>
      `${name} ${type} ${idOf(listener)} ${isCapture(options)}`;
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ) => {
      add(type, listener as EventListener, options);
      if (!listener) return;
      const key = keyOf(type, listener, options);
      listeners.set(key, 1);
      if (typeof options !== 'object') return;
      options.signal?.addEventListener('abort', () => listeners.delete(key));
      if (options.once) add(type, () => listeners.delete(key), { once: true });
    };
    target.removeEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ) => {
      remove(type, listener as EventListener, options);
      if (listener) listeners.delete(keyOf(type, listener, options));
    };
  }

  const timers = new Set<number>();
  const { setTimeout: later, setInterval: repeatedly, clearTimeout: clear } = window;
  const drop = (id: number | undefined) => {
    if (id !== undefined) timers.delete(id);
    clear(id);
  };
  window.setTimeout = ((callback: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
    const id: number = later(() => {
      timers.delete(id);
      callback(...given);
    }, delay);
    timers.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.setInterval = ((callback: () => void, delay?: number) => {
    const id = repeatedly(callback, delay);
    timers.add(id);
    return id;
  }) as typeof window.setInterval;
  window.clearTimeout = drop as typeof window.clearTimeout;
  window.clearInterval = drop as typeof window.clearInterval;

  let observed = 0;
  const watched = [window.MutationObserver, window.ResizeObserver, window.IntersectionObserver];
  for (const { prototype } of watched as unknown as { prototype: IntersectionObserver }[]) {
    const { observe, unobserve, disconnect } = prototype;
    const targets = new WeakMap<object, Set<Element>>();
    const of = (observer: object) => targets.get(observer) ?? new Set<Element>();
    prototype.observe = function (target: Element, ...options: []) {
      const mine = of(this);
      if (!mine.has(target)) observed += 1;
      targets.set(this, mine.add(target));
      observe.call(this, target, ...options);
    };
    if (unobserve)
      prototype.unobserve = function (target: Element) {
        if (of(this).delete(target)) observed -= 1;
        unobserve.call(this, target);
      };
    prototype.disconnect = function () {
      observed -= of(this).size;
      targets.delete(this);
      disconnect.call(this);
    };
  }

  Object.assign(window, {
    held: () => ({
      streams: [...streams].filter((stream) => stream.readyState !== Stream.CLOSED).length,
      listeners: listeners.size,
      timers: timers.size,
      observed,
    }),
  });
}
