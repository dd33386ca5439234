import { createHmac } from 'node:crypto';
import { publicAddressOf } from './public-address.ts';
import { SendFailed, sendOnce } from './send-once.ts';

/** A notice as it goes out. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Signs a message by Standard Webhooks 1.0 (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 over
 * `id.timestamp.body`.
 * @param secrets `whsec_` and base64; more than one while a new one is being taken over.
 * @param timestamp seconds since 1970.
 */
function signWebhook({ id, body }: WebhookMessage, secrets: readonly string[], timestamp: number): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}

/** Whether notices may go there: by https, to a public address. */
export async function isWebhookAddress(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && (await publicAddressOf(hostname)) !== null;
}

/**
 * Sends a message once: to https at a public address, resolved once and pinned, following no redirect, within 10 s.
 * @param isLocalAllowed for tests alone: http and loopback are taken as well.
 * @returns what came of it in a few words; `ok` on any 2xx.
 */
export async function sendWebhook(
  address: string,
  message: WebhookMessage,
  secrets: readonly string[],
  isLocalAllowed: boolean,
): Promise<{ ok: boolean; answer: string }> {
  const url = new URL(address);
  if (!isLocalAllowed && url.protocol !== 'https:') return { ok: false, answer: 'not https' };
  const pinned = isLocalAllowed ? null : await publicAddressOf(url.hostname);
  if (!isLocalAllowed && !pinned) return { ok: false, answer: 'not at a public address' };
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const { status } = await sendOnce(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'zul-topup',
        'webhook-id': message.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signWebhook(message, secrets, timestamp),
      },
      body: message.body,
      timeoutMs: TIMEOUT_MS,
      pinned,
      mostBytes: () => 0,
    });
    return { ok: status >= 200 && status < 300, answer: `HTTP ${status}` };
  } catch (error) {
    const isSlow = error instanceof SendFailed && error.message === 'time-out';
    return { ok: false, answer: isSlow ? 'time-out' : 'no connection' };
  }
}
