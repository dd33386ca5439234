import type { RequestBudget, RequestClass } from './budget.ts';
import { ProviderBusy, ProviderRefused, ProviderUncertain } from './errors.ts';
import { classifyRefusal, isRateLimitText } from './refusals.ts';
import type { ProviderAnswer, ProviderRequest, ProviderTransport } from './transport.ts';
import { looseJson, messageOf, openEnvelope } from './wire.ts';

/** How urgent a request is, and how long it waits for a slot. */
export interface Urgency {
  readonly kind: RequestClass;
  /** Milliseconds; 0 means now or not at all. */
  readonly waitMs: number;
}

const DEFAULT_RETRY_AFTER_MS = 15_000;
/** Characters from which on comparing is worth it. */
const LONG = 10_000;

/** Requests to the provider, each in a slot of the budget, each sent at most once, each opened. */
export class ProviderAsk {
  readonly #transport: ProviderTransport;
  readonly #budget: RequestBudget;
  readonly #apiKey: string | null;
  #long: { readonly path: string; readonly body: string; readonly payload: unknown } | null = null;

  /** @param apiKey null for the few requests that are made without one. */
  constructor(transport: ProviderTransport, budget: RequestBudget, apiKey: string | null) {
    this.#transport = transport;
    this.#budget = budget;
    this.#apiKey = apiKey;
  }

  /**
   * Asks once and opens the answer's envelope. A long answer that comes again unchanged is the same object again:
   * a list of 5,000 services is asked for with nearly every order, and seldom changes.
   * @param onSend awaited after a slot is taken and before the first byte goes out; where it throws, none does.
   * @throws ProviderRefused, ProviderBusy, ProviderUnavailable or ProviderUncertain.
   */
  async ask(
    request: ProviderRequest,
    urgency: Urgency,
    onSend?: () => void | Promise<void>,
  ): Promise<unknown> {
    const send = async () => this.#opened(request.path, await this.#transport.send(request, this.#apiKey));
    return this.#budget.run(urgency.kind, urgency.waitMs, send, onSend);
  }

  #opened(path: string, answer: ProviderAnswer): unknown {
    const { status, body } = answer;
    if (body.length < LONG || status !== 200) return payloadOf(answer);
    if (this.#long?.path === path && this.#long.body === body) return this.#long.payload;
    const payload = payloadOf(answer);
    this.#long = { path, body, payload };
    return payload;
  }
}

/** Opens an answer; a clear no becomes ProviderRefused, and whatever proves nothing ProviderUncertain. */
function payloadOf({ status, body }: ProviderAnswer): unknown {
  const json = looseJson(body);
  if (json === undefined) throw new ProviderUncertain(`HTTP ${status} without JSON`);
  // A server that breaks down or sends us elsewhere may say anything and have done it all the same.
  if (status >= 500 || (status >= 300 && status < 400)) throw new ProviderUncertain(`HTTP ${status}`);
  const opened = openEnvelope(json);
  if (opened.ok && status < 400) return opened.data;
  const message = opened.ok ? messageOf(json) : opened.message;
  if (isRateLimitText(message)) throw new ProviderBusy(DEFAULT_RETRY_AFTER_MS);
  const reason = classifyRefusal(message);
  throw new ProviderRefused(status === 401 && reason === 'unknown' ? 'key_wrong' : reason, message);
}
