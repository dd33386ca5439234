import type { ConsoleNews, ConsoleOverview } from '../contract/console.ts';
import type { ChangeBus } from '../live/bus.ts';
import type { Alert } from '../store/alerts.ts';
import type { OrderRow } from '../store/orders.ts';

/** A browser at the home page. */
export interface OverviewReader {
  /** Sends the overview, or one piece of news, as JSON. */
  send(event: 'overview' | 'news', json: string): void;
  /** Keeps the line open. */
  beat(): void;
  /** Whether it is still signed in. */
  isIn(): Promise<boolean>;
  end(): void;
}

/** What the feed needs. */
export interface OverviewFeedParts {
  readonly now: () => Promise<ConsoleOverview>;
  readonly bus: ChangeBus;
  readonly onTrouble: (error: unknown) => void;
}

/** What no order tells of (balance, alerts, free requests) is looked at this often. */
const BEAT_MS = 15_000;
/** A rush of orders is told of once a second. */
const GATHER_MS = 1_000;
const MOST_READERS = 20;

/** The shop at a glance, live: told anew whenever an order changes, and only when something is different. */
export class OverviewFeed {
  readonly #parts: OverviewFeedParts;
  readonly #readers = new Map<OverviewReader, string>();
  #beat: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(parts: OverviewFeedParts) {
    this.#parts = parts;
  }

  /** Takes a reader on, the oldest one making room where there are too many. @returns what lets go of it. */
  open(reader: OverviewReader): () => void {
    const [oldest] = this.#readers.keys();
    if (this.#readers.size >= MOST_READERS && oldest) this.#close(oldest);
    this.#readers.set(reader, '');
    this.#beat ??= setInterval(() => void this.#tell(true), BEAT_MS).unref();
    this.#unsubscribe ??= this.#parts.bus.subscribe(() => {
      this.#gathering ??= setTimeout(() => {
        this.#gathering = undefined;
        void this.#tell(false);
      }, GATHER_MS).unref();
    });
    void this.#tell(false);
    return () => this.#forget(reader);
  }

  /** Tells of an order that has come to a state worth a notification. */
  readonly onOrder = ({ code, status, category_name, service_name }: OrderRow): void => {
    if (status !== 'processing' && status !== 'succeeded' && status !== 'failed' && status !== 'unconfirmed')
      return;
    this.#news({ kind: 'order', code, status, service: `${category_name}, ${service_name}` });
  };

  /** Tells of an alert. */
  readonly onAlert = ({ kind, subject }: Alert): void => {
    this.#news({ kind: 'alert', alert: kind, subject });
  };

  /** Ends every stream: the process stops. */
  endAll(): void {
    for (const reader of [...this.#readers.keys()]) this.#close(reader);
  }

  async #tell(isBeat: boolean): Promise<void> {
    try {
      const json = JSON.stringify(await this.#parts.now());
      await Promise.all(
        [...this.#readers].map(([reader, last]) => this.#tellOne(reader, last, json, isBeat)),
      );
    } catch (error) {
      this.#parts.onTrouble(error);
    }
  }

  async #tellOne(reader: OverviewReader, last: string, json: string, isBeat: boolean): Promise<void> {
    if (!(await reader.isIn())) return this.#close(reader);
    if (!this.#readers.has(reader)) return;
    if (last !== json) reader.send('overview', json);
    else if (isBeat) reader.beat();
    this.#readers.set(reader, json);
  }

  #news(news: ConsoleNews): void {
    const json = JSON.stringify(news);
    for (const reader of this.#readers.keys()) {
      void reader.isIn().then((isIn) => {
        if (!isIn) this.#close(reader);
        else if (this.#readers.has(reader)) reader.send('news', json);
      });
    }
  }

  #close(reader: OverviewReader): void {
    this.#forget(reader);
    reader.end();
  }

  #forget(reader: OverviewReader): void {
    this.#readers.delete(reader);
    if (this.#readers.size > 0) return;
    clearInterval(this.#beat);
    clearTimeout(this.#gathering);
    this.#unsubscribe?.();
    this.#beat = undefined;
    this.#gathering = undefined;
    this.#unsubscribe = undefined;
  }
}
