import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { ProviderBusy, ProviderUnavailable, ProviderUncertain } from './errors.ts';
import { SendFailed, sendOnce } from './send-once.ts';

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
    this.#agent = new URL(baseUrl).protocol === 'https:' ? new HttpsAgent() : new Agent();
  }

  /**
   * Sends once, never again by itself, following no redirect (it would carry the key elsewhere).
   * @throws ProviderUnavailable when nothing was sent; ProviderBusy on 429; ProviderUncertain otherwise.
   */
  async send(request: ProviderRequest, apiKey: string | null): Promise<ProviderAnswer> {
    const { status, headers, body } = await sendOnce(new URL(this.#baseUrl + request.path), {
      method: request.method,
      headers: {
        accept: 'application/json',
        // Firewalls in front of such providers turn away who does not say what he is.
        'user-agent': 'zul-topup',
        'accept-encoding': 'gzip, br',
        ...(apiKey === null ? {} : { 'x-api-key': apiKey }),
        ...(request.body ? { 'content-type': 'application/json' } : {}),
      },
      body: request.body && JSON.stringify(request.body),
      timeoutMs: this.#timeoutMs,
      connectMs: Math.min(CONNECT_MS, this.#timeoutMs / 2),
      agent: this.#agent,
      // What else it says with "too many" is not waited for.
      mostBytes: (status) => (status === 429 ? 0 : MOST_BYTES),
    }).catch((error: unknown) => {
      throw asProviderError(error);
    });
    if (status === 429) throw new ProviderBusy(retryAfterMs(headers['retry-after']));
    return { status, body: body.toString('utf8') };
  }

  /** Ends every open connection. */
  close(): void {
    this.#agent.destroy();
  }
}

function asProviderError(error: unknown): Error {
  if (!(error instanceof SendFailed)) return new ProviderUncertain('unknown');
  return error.wasSent ? new ProviderUncertain(error.message) : new ProviderUnavailable(error.message);
}

/** Retry-After as seconds or as an HTTP date, to milliseconds; kept within sane bounds. */
function retryAfterMs(header: string | undefined): number {
  if (header === undefined) return DEFAULT_RETRY_AFTER_MS;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  if (!Number.isFinite(ms)) return DEFAULT_RETRY_AFTER_MS;
  return Math.min(Math.max(ms, 1000), LONGEST_RETRY_AFTER_MS);
}
