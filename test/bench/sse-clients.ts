import { connect, type Socket } from 'node:net';
import { serve, sharedNow } from './child.ts';
import { newAddress, requestFor } from './sse-request.ts';

/** Which streams to open, and where. */
export interface Openings {
  readonly port: number;
  /** The number each stream is reported under, and its path. */
  readonly streams: readonly { readonly order: number; readonly path: string }[];
}

/** What arrived since the last asking: order, version and time (`sharedNow`), three numbers for each event. */
export type Arrivals = Float64Array;

/** What must not happen. */
export interface Faults {
  lost: number;
  repeated: number;
  /** Streams that ended although nobody asked for it. */
  ended: number;
}

interface Reader {
  readonly order: number;
  readonly path: string;
  readonly port: number;
  readonly address: string;
  socket: Socket | null;
  /** The last version seen. */
  version: number;
  /** The end of what has arrived, in case an id was cut in two. */
  rest: string;
  onEvent: (() => void) | null;
}

const AT_ONCE = 100;
const REST = 24;
/** One buffer for all readers of the process: what arrives is looked at and forgotten. */
const buffer = Buffer.alloc(256 * 1024);

let readers: Reader[] = [];
let log: number[] = [];
let faults: Faults = { lost: 0, repeated: 0, ended: 0 };

serve({
  open: ({ port, streams }: Openings) => {
    const added = streams.map(
      ({ order, path }): Reader => ({
        ...{ order, path, port, address: newAddress() },
        ...{ socket: null, version: 0, rest: '', onEvent: null },
      }),
    );
    readers.push(...added);
    return eachAtOnce(added, arrive);
  },
  reconnect: (seconds: number) => Promise.all(readers.map((reader) => comeBack(reader, seconds))),
  take: (): Arrivals => {
    const taken = Float64Array.from(log);
    log = [];
    return taken;
  },
  faults: () => faults,
  versions: () => readers.map(({ order, version }) => [order, version]),
  close: () => {
    for (const { socket } of readers) socket?.removeAllListeners('close').destroy();
    readers = [];
    log = [];
    faults = { lost: 0, repeated: 0, ended: 0 };
  },
});

/** Opens a stream; resolves with its first bytes. */
function arrive(reader: Reader): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port: reader.port,
      host: '127.0.0.1',
      onread: {
        buffer,
        callback: (length) => {
          read(reader, length);
          reader.onEvent?.();
          return true;
        },
      },
    });
    reader.socket = socket;
    reader.rest = '';
    reader.onEvent = () => {
      reader.onEvent = null;
      resolve();
    };
    socket.on('error', reject);
    socket.on('close', () => faults.ended++);
    socket.on('connect', () => socket.write(requestFor(reader.path, reader.address, reader.version)));
  });
}

function read(reader: Reader, length: number): void {
  const at = sharedNow();
  const text = reader.rest + buffer.toString('latin1', 0, length);
  let end = 0;
  for (const match of text.matchAll(/\nid: ?(\d+)\n/g)) {
    const version = Number(match[1]);
    end = match.index + match[0].length - 1;
    if (version <= reader.version) faults.repeated++;
    else if (reader.version > 0) faults.lost += version - reader.version - 1;
    reader.version = Math.max(reader.version, version);
    log.push(reader.order, version, at);
  }
  reader.rest = text.slice(Math.max(end, text.length - REST));
}

/** Breaks the connection at some moment of the next seconds, and returns up to half a second later. */
async function comeBack(reader: Reader, seconds: number): Promise<void> {
  await sleep(Math.random() * seconds * 1000);
  reader.socket?.removeAllListeners('close').destroy();
  await sleep(Math.random() * 500);
  await arrive(reader);
}

async function eachAtOnce(all: readonly Reader[], work: (reader: Reader) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const reader of left) await work(reader);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
