import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Agent, buildConnector, request as sendRequest } from 'undici';
import { ProviderBusy, ProviderUnavailable, ProviderUncertain } from './errors.ts';

/** One request to the provider, without the key. */
export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base address, such as `/order/create`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** An answer as it came: its HTTP status and at most `MOST_BYTES` of text. */
export interface ProviderAnswer {
  readonly status: number;
  readonly body: string;
}

/** The catalogue of 5,000 services is about 0.6 MB; anything far above it is not an answer. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Most time for name look-up, TCP and TLS; shorter than the whole, so that "never sent" can be told apart. */
const CONNECT_MS = 5_000;

/** Where no Retry-After says how long to stay away. */
const DEFAULT_RETRY_AFTER_MS = 15_000;
const LONGEST_RETRY_AFTER_MS = 600_000;

/** `Content-Encoding`s, asked for or not. */
const UNPACK: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Marks a failure of the connection itself: no byte of the request has left. */
class ConnectFailed extends Error {}

/**
 * HTTP to the provider, with the one question that matters answered: was anything sent?
 * Connections are not reused: a kept-alive one that the provider closes at the wrong instant would leave
 * a create uncertain for nothing, and at 60 requests a minute a handshake each costs little.
 */
export class ProviderTransport {
  readonly #baseUrl: string;
  readonly #timeoutMs: number;
  readonly #agent: Agent;

  constructor(baseUrl: string, timeoutMs: number) {
    this.#baseUrl = baseUrl;
    this.#timeoutMs = timeoutMs;
    const connect = buildConnector({ timeout: Math.min(CONNECT_MS, timeoutMs / 2) });
    this.#agent = new Agent({
      pipelining: 0,
      connect: (options, callback) =>
        connect(options, (error, socket) =>
          error ? callback(new ConnectFailed(error.message), null) : callback(null, socket as never),
        ),
    });
  }

  /**
   * Sends once, never again by itself, following no redirect (it would carry the key elsewhere).
   * @throws ProviderUnavailable when nothing was sent; ProviderBusy on 429; ProviderUncertain otherwise.
   */
  async send(request: ProviderRequest, apiKey: string | null): Promise<ProviderAnswer> {
    try {
      const { statusCode, headers, body } = await sendRequest(this.#baseUrl + request.path, {
        method: request.method,
        headers: {
          accept: 'application/json',
          // Firewalls in front of such providers turn away who does not say what he is.
          'user-agent': 'zul-topup',
          'accept-encoding': 'gzip, br',
          ...(apiKey === null ? {} : { 'x-api-key': apiKey }),
          ...(request.body ? { 'content-type': 'application/json' } : {}),
        },
        body: request.body ? JSON.stringify(request.body) : null,
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      if (statusCode === 429) {
        // What else it says is not waited for; leaving off is told as an error, which is none here.
        body.on('error', () => undefined).destroy();
        throw new ProviderBusy(retryAfterMs(oneOf(headers['retry-after'])));
      }
      const bytes = await readBytes(body);
      return { status: statusCode, body: unpacked(bytes, oneOf(headers['content-encoding'])) };
    } catch (error) {
      throw asProviderError(error);
    }
  }

  /** Ends every open connection. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function asProviderError(error: unknown): Error {
  if (error instanceof ProviderBusy || error instanceof ProviderUncertain) return error;
  if (error instanceof ConnectFailed) return new ProviderUnavailable(error.message);
  const name = error instanceof Error ? error.name : 'unknown';
  return new ProviderUncertain(name === 'TimeoutError' ? 'time-out' : 'connection lost');
}

async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new ProviderUncertain(`answer over ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of an answer. @throws ProviderUncertain when it is not packed as it says, or holds too much. */
function unpacked(bytes: Buffer, encoding: string | null): string {
  const unpack = encoding === null ? undefined : UNPACK[encoding.trim().toLowerCase()];
  if (!unpack) return bytes.toString('utf8');
  try {
    return unpack(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
  } catch {
    throw new ProviderUncertain(`answer that cannot be unpacked from ${encoding}`);
  }
}

/** The first of a header that may have come more than once. */
function oneOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** Retry-After as seconds or as an HTTP date, to milliseconds; kept within sane bounds. */
function retryAfterMs(header: string | null): number {
  if (header === null) return DEFAULT_RETRY_AFTER_MS;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  if (!Number.isFinite(ms)) return DEFAULT_RETRY_AFTER_MS;
  return Math.min(Math.max(ms, 1000), LONGEST_RETRY_AFTER_MS);
}
