import type { Order } from '../contract/order.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { isFinished } from '../orders/transitions.ts';
import type { Change, ChangeBus } from './bus.ts';
import { AddressCaps, STREAM_CAPS, type StreamCaps } from './caps.ts';
import { Heartbeat } from './heartbeat.ts';
import { Room, type Stream, type StreamSink } from './room.ts';

/** Every version of an order after some version, oldest first, as buyers who came by `baseUrl` see it. */
export type VersionsFor = (baseUrl: string) => readonly Order[];
/** Loads an order once, to be shown to all who watch it. */
export type LoadVersions = (orderId: string, afterVersion: number) => Promise<VersionsFor>;

/** Who wants to watch what. */
export interface Viewer {
  readonly orderId: string;
  /** How his browser reaches the proxy; stands in the links of what he is shown. */
  readonly baseUrl: string;
  /** The network address his streams are counted under. */
  readonly address: string;
}

/** What has become of streams since the process started. */
interface StreamCounts {
  opened: number;
  /** Turned away by a cap, or because the process is stopping. */
  refused: number;
  /** Cut off because their reader did not read. */
  dropped: number;
}

/** A reader this far behind is not reading; it finds everything again when it reconnects. */
const MOST_BACKLOG_BYTES = 64 * 1024;
/** How soon a browser reconnects, and how far apart a crowd of them is spread. */
const RETRY_MS = 2_000;
const RETRY_JITTER_MS = 2_000;
/** How many a second may come back after a stop: a third of what one core takes (test/bench/README.md). */
const RETURNS_PER_MS = 1;
/** Streams end over about 2 s when the process stops: 20 slices, 100 ms apart, none smaller than 50. */
const SLICES = 20;
const SLICE_MS = 100;
const LEAST_SLICE = 50;

/** Server-sent event streams of orders: first where the order is now, then one event for each version. */
export class OrderStreams {
  readonly #load: LoadVersions;
  readonly #caps: AddressCaps;
  readonly #streams = new Set<Stream>();
  readonly #rooms = new Map<string, Room>();
  readonly #counts: StreamCounts = { opened: 0, refused: 0, dropped: 0 };
  readonly #heartbeat = new Heartbeat(this.#streams, (stream) => this.#write(stream, ': here\n\n'));
  #stopping = false;

  constructor(bus: ChangeBus, load: LoadVersions, caps: StreamCaps = STREAM_CAPS) {
    this.#load = load;
    this.#caps = new AddressCaps(caps);
    bus.subscribe((change) => this.#hear(change));
  }

  /** How many streams are open now, and what has become of the others. */
  counts(): { readonly open: number } & Readonly<StreamCounts> {
    return { open: this.#streams.size, ...this.#counts };
  }

  /** Whether anybody watches this order now. */
  isWatched(orderId: string): boolean {
    return this.#rooms.has(orderId);
  }

  /**
   * To be asked just before `open`, while an answer can still be an error.
   * @throws ProblemError `rate_limited` when this address or this order has all the streams it may have.
   */
  admit({ orderId, address }: Viewer): void {
    try {
      if (this.#stopping) throw new ProblemError('rate_limited', { retryAfterMs: RETRY_MS });
      this.#caps.check(address);
      this.#caps.checkOrder(this.#rooms.get(orderId)?.streams.size ?? 0);
    } catch (error) {
      this.#counts.refused++;
      throw error;
    }
  }

  /**
   * Opens a stream.
   * @param version the version the reader has; every later one is written. The version before the present
   *   one makes a first visit begin with where the order is now.
   * @returns a function that ends it, for when the reader goes away.
   */
  open({ orderId, baseUrl, address }: Viewer, sink: StreamSink, version: number): () => void {
    const room = this.#rooms.get(orderId) ?? new Room(orderId);
    this.#rooms.set(orderId, room);
    const stream: Stream = { sink, room, baseUrl, address, version };
    room.streams.add(stream);
    this.#streams.add(stream);
    this.#caps.opened(address);
    this.#counts.opened++;
    this.#heartbeat.start();
    sink.write(retryLine(RETRY_JITTER_MS));
    void this.#catchUp(room);
    return () => this.#end(stream);
  }

  /**
   * Ends all streams, some at a time, each told to come back at a moment of its own, so that whoever takes
   * them over is not met by all at once. Changes are still shown to those that wait for their end.
   */
  async endAll(): Promise<void> {
    this.#stopping = true;
    const spread = Math.max(RETRY_JITTER_MS, this.#streams.size / RETURNS_PER_MS);
    const slice = Math.max(LEAST_SLICE, Math.ceil(this.#streams.size / SLICES));
    while (this.#streams.size > 0) {
      let left = slice;
      for (const stream of this.#streams) {
        if (left-- === 0) break;
        stream.sink.write(retryLine(spread));
        this.#end(stream);
      }
      if (this.#streams.size > 0) await new Promise((resolve) => setTimeout(resolve, SLICE_MS));
    }
  }

  #hear({ orderId, version }: Change): void {
    const room = this.#rooms.get(orderId);
    if (room && version > room.newest) void this.#catchUp(room);
  }

  /** Loads what the room's readers lack, once for all of them, and writes it; one load after another. */
  async #catchUp(room: Room): Promise<void> {
    room.wanted = true;
    if (room.loading) return;
    room.loading = true;
    try {
      while (room.wanted && room.streams.size > 0) {
        room.wanted = false;
        const after = room.oldest();
        this.#show(room, after, await this.#load(room.orderId, after));
      }
    } catch {
      // A failed load ends the streams: browsers reconnect and ask again by version.
      for (const stream of room.streams) this.#end(stream);
    }
    room.loading = false;
  }

  #show(room: Room, after: number, versionsFor: VersionsFor): void {
    const shown = new Map<string, Frames>();
    for (const stream of room.streams) {
      // Whoever came during the load and lacks older versions is served by the next one.
      if (stream.version < after) continue;
      const frames = shown.get(stream.baseUrl) ?? new Frames(versionsFor(stream.baseUrl));
      shown.set(stream.baseUrl, frames);
      const chunk = frames.after(stream.version);
      if (!chunk) continue;
      room.newest = Math.max(room.newest, frames.newest);
      stream.version = frames.newest;
      this.#write(stream, chunk);
      if (frames.isOver) this.#end(stream);
    }
  }

  /** Writes, unless the reader has stopped reading: then nothing piles up here, the connection is cut. */
  #write(stream: Stream, chunk: string | Uint8Array): void {
    if (stream.sink.writableLength <= MOST_BACKLOG_BYTES) {
      stream.sink.write(chunk);
      return;
    }
    this.#forget(stream);
    this.#counts.dropped++;
    // An end would wait for the reader for ever.
    stream.sink.destroy();
  }

  #end(stream: Stream): void {
    if (this.#forget(stream)) stream.sink.end();
  }

  /** @returns false when it was forgotten before. */
  #forget(stream: Stream): boolean {
    if (!this.#streams.delete(stream)) return false;
    const { room, address } = stream;
    room.streams.delete(stream);
    if (room.streams.size === 0) this.#rooms.delete(room.orderId);
    this.#caps.closed(address);
    if (this.#streams.size === 0) this.#heartbeat.stop();
    return true;
  }
}

/** Versions of an order as events, written once for all streams that show the same. */
class Frames {
  readonly newest: number;
  /** Whether nothing more is to come after them. */
  readonly isOver: boolean;
  readonly #versions: readonly number[];
  readonly #frames: readonly Buffer[];

  constructor(orders: readonly Order[]) {
    const newest = orders.at(-1);
    this.newest = newest?.version ?? 0;
    this.isOver = newest !== undefined && isFinished(newest);
    this.#versions = orders.map(({ version }) => version);
    this.#frames = orders.map((order) =>
      Buffer.from(`event: order\nid: ${order.version}\ndata: ${JSON.stringify(order)}\n\n`),
    );
  }

  /** What somebody with this version lacks, or null. */
  after(version: number): Uint8Array | null {
    const from = this.#versions.findIndex((one) => one > version);
    if (from < 0) return null;
    const lacking = this.#frames.slice(from);
    return lacking.length === 1 ? (lacking[0] ?? null) : Buffer.concat(lacking);
  }
}

function retryLine(jitterMs: number): string {
  return `retry: ${RETRY_MS + Math.floor(Math.random() * jitterMs)}\n\n`;
}
