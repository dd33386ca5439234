import type { Order } from '../contract/order.ts';
import { isFinished } from '../orders/transitions.ts';
import type { ChangeBus } from './bus.ts';

/** Where a stream writes; `http/` makes one of a response. */
export interface StreamSink {
  write(chunk: string): void;
  end(): void;
  /** Bytes written that the reader has not taken yet. */
  backlog(): number;
}

/** Loads an order as its buyer sees it: every version after `version`, oldest first. */
export type LoadVersions = (afterVersion: number) => Promise<readonly Order[]>;

interface Stream {
  readonly sink: StreamSink;
  readonly load: LoadVersions;
  /** The last version written. */
  version: number;
  readonly close: () => void;
  /** Loads follow one another, so that versions are written once each and in order. */
  queue: Promise<void>;
}

/** Proxies and phones drop a silent connection after 30 to 60 s; a comment keeps it. */
const HEARTBEAT_MS = 15_000;
/** A reader this far behind is not reading; it finds everything again when it reconnects. */
const MOST_BACKLOG_BYTES = 64 * 1024;
/** How soon a browser reconnects, and how far apart a crowd of them is spread. */
const RETRY_MS = 2_000;
const RETRY_JITTER_MS = 2_000;

/** Server-sent event streams of orders: first where the order is now, then one event for each version. */
export class OrderStreams {
  readonly #bus: ChangeBus;
  readonly #streams = new Set<Stream>();
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(bus: ChangeBus) {
    this.#bus = bus;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream.
   * @param lastVersion the version the reader already has (`Last-Event-ID`), or null for a first visit,
   *   which gets the present version only.
   * @returns a function that ends it, for when the reader goes away.
   */
  open(orderId: string, sink: StreamSink, lastVersion: number | null, load: LoadVersions): () => void {
    const unsubscribe = this.#bus.subscribe(orderId, (change) => {
      if (change.version > stream.version) this.#catchUp(stream, false);
    });
    const close = () => {
      if (!this.#streams.delete(stream)) return;
      unsubscribe();
      if (this.#streams.size === 0) this.#stopHeartbeat();
      sink.end();
    };
    const stream: Stream = { sink, load, close, version: lastVersion ?? 0, queue: Promise.resolve() };
    this.#streams.add(stream);
    this.#startHeartbeat();
    sink.write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_JITTER_MS)}\n\n`);
    this.#catchUp(stream, lastVersion === null);
    return close;
  }

  /** Ends all streams; browsers reconnect, here after a restart or elsewhere. */
  closeAll(): void {
    for (const { close } of [...this.#streams]) close();
  }

  #catchUp(stream: Stream, newestOnly: boolean): void {
    stream.queue = stream.queue
      .then(async () => {
        const versions = await stream.load(stream.version);
        for (const order of newestOnly ? versions.slice(-1) : versions) {
          if (!this.#streams.has(stream)) return;
          stream.version = order.version;
          stream.sink.write(`event: order\nid: ${order.version}\ndata: ${JSON.stringify(order)}\n\n`);
        }
        const newest = versions.at(-1);
        if ((newest && isFinished(newest)) || stream.sink.backlog() > MOST_BACKLOG_BYTES) {
          stream.close();
        }
      })
      // A failed load ends the stream: the browser reconnects and asks again by version.
      .catch(stream.close);
  }

  #startHeartbeat(): void {
    this.#heartbeat ??= setInterval(() => {
      for (const stream of this.#streams) stream.sink.write(': here\n\n');
    }, HEARTBEAT_MS).unref();
  }

  #stopHeartbeat(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }
}
