/** Where a stream writes: an HTTP response is one as it is, so that no stream needs a wrapper of its own. */
export interface StreamSink {
  write(chunk: string | Uint8Array): unknown;
  end(): unknown;
  destroy(): unknown;
  /** Bytes written that the operating system has not taken yet. */
  readonly writableLength: number;
}

/** One open stream. There may be 20,000 of them: no timers and no promises of their own. */
export interface Stream {
  readonly sink: StreamSink;
  readonly room: Room;
  /** How its reader reaches the proxy. */
  readonly baseUrl: string;
  readonly address: string;
  /** The last version written. */
  version: number;
}

/** The streams of one order. */
export class Room {
  readonly orderId: string;
  readonly streams = new Set<Stream>();
  /** The newest version shown here. */
  newest = 0;
  /** Whether a load is under way. */
  loading = false;
  /** Whether another load must follow: somebody came, or a change was heard of. */
  wanted = false;

  constructor(orderId: string) {
    this.orderId = orderId;
  }

  /** The version that the reader furthest behind has. */
  oldest(): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { version } of this.streams) oldest = Math.min(oldest, version);
    return oldest;
  }
}
