import {
  type Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { PublicAddress } from './public-address.ts';

/** One request that leaves the proxy. Times in ms. */
export interface OneRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** For all of it. */
  readonly timeoutMs: number;
  /** For name look-up, TCP and TLS; no time of its own where it is left out. */
  readonly connectMs?: number;
  /** Goes there, and the name is not looked up again. */
  readonly pinned?: PublicAddress | null;
  /** Whose `destroy` ends it; must not keep connections. */
  readonly agent?: Agent;
  /** Bytes of the answer's body, unpacked; 0 where it is of no interest and not waited for. */
  readonly mostBytes: (status: number) => number;
}

/** What came back. */
export interface OneAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked. */
  readonly body: Buffer;
}

/** No whole answer came. `message` holds nothing of the request. */
export class SendFailed extends Error {
  /** False: there was no connection yet, and no byte of the request has left. */
  readonly wasSent: boolean;

  constructor(why: string, wasSent: boolean) {
    super(why);
    this.name = 'SendFailed';
    this.wasSent = wasSent;
  }
}

/** `Content-Encoding`s, asked for or not. */
const UNPACK: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

const LOST = 'connection lost';

/**
 * Sends a request once, over a connection of its own, and follows no redirect. Its first byte goes out when the
 * connection stands, TLS included, and not before: hence what `SendFailed.wasSent` says.
 * @throws SendFailed, whatever goes wrong.
 */
export function sendOnce(url: URL, asked: OneRequest): Promise<OneAnswer> {
  const { method, headers, timeoutMs, connectMs = timeoutMs, pinned, agent = false } = asked;
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const options = { method, headers, agent, ...(pinned ? { lookup: alwaysTo(pinned) } : {}) };
    const request = requested(isSecure, url, options);
    if (!request) return reject(new SendFailed('no request can be made of it', false));
    const end = (settle: () => void) => {
      clearTimeout(whole);
      clearTimeout(connecting);
      settle();
      request.destroy();
    };
    const fail = (why: string) => end(() => reject(new SendFailed(why, isConnected)));
    const whole = setTimeout(fail, timeoutMs, 'time-out');
    const connecting = setTimeout(fail, connectMs, 'no connection in time');
    // Stays to the end: what goes wrong after the answer is of no interest, and must not go unheard.
    request.on('error', (error) => fail(isConnected ? LOST : error.message));
    request.once('close', () => fail(LOST));
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
        clearTimeout(connecting);
        request.end(asked.body);
      });
    });
    request.once('response', (response) => {
      const { statusCode: status = 0, headers: told } = response;
      const most = asked.mostBytes(status);
      if (most === 0) return end(() => resolve({ status, headers: told, body: Buffer.alloc(0) }));
      collect(response, most, (body) => {
        if (typeof body === 'string') fail(body);
        else end(() => resolve({ status, headers: told, body }));
      });
    });
  });
}

/** Null where Node refuses it at once, such as for a line break within a header. */
function requested(isSecure: boolean, url: URL, options: RequestOptions): ClientRequest | null {
  try {
    return (isSecure ? httpsRequest : httpRequest)(url, options);
  } catch {
    return null;
  }
}

function alwaysTo({ address, family }: PublicAddress): typeof import('node:dns').lookup {
  const lookup = (_host: string, options: { all?: boolean }, callback: (...found: unknown[]) => void) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  return lookup as never;
}

/** @param onEnd takes the body, or why there is none. */
function collect(response: IncomingMessage, most: number, onEnd: (body: Buffer | string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('error', () => onEnd(LOST));
  response.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > most) onEnd('too large');
    else chunks.push(chunk);
  });
  response.once('end', () => onEnd(unpacked(Buffer.concat(chunks), response, most)));
}

function unpacked(bytes: Buffer, { headers }: IncomingMessage, most: number): Buffer | string {
  const unpack = UNPACK[headers['content-encoding']?.trim().toLowerCase() ?? ''];
  if (!unpack) return bytes;
  try {
    return unpack(bytes, { maxOutputLength: most });
  } catch {
    return 'not packed as it says, or too large';
  }
}
