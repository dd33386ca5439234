import type { ProviderAsk, Urgency } from './ask.ts';
import { ProviderRefused, ProviderUnavailable } from './errors.ts';
import type { ProviderRequest } from './transport.ts';

/** A key with what asks with it, under the budget of its own that the provider gives each key. */
export interface KeyedAsk {
  readonly key: string;
  readonly ask: Pick<ProviderAsk, 'ask'>;
  /** For the metrics: slots free now, and how often the provider said "too many" since the start. */
  readonly figures: () => Promise<{ freeSlots: number; tooMany: number }>;
}

/** While a request waited for its slot, its key was exchanged. */
class KeyExchanged extends Error {}

/**
 * The key in force. It can be exchanged in one step while requests are under way: each ends with the key it began
 * with, and the next one takes the new key.
 */
export class ProviderAccess {
  #current: KeyedAsk | null = null;
  #isRefused = false;

  /** Whether there is a key at all. */
  get isSet(): boolean {
    return this.#current !== null;
  }

  /** Whether the provider's last answer was that this key is wrong. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** The last four characters of the key, all that is ever shown of it; null when there is none. */
  get ending(): string | null {
    return this.#current?.key.slice(-4) ?? null;
  }

  /** From now on this key is asked with. */
  use(next: KeyedAsk): void {
    this.#current = next;
    this.#isRefused = false;
  }

  /**
   * As `ProviderAsk.ask`, with the key in force.
   * @throws ProviderUnavailable also while there is no key.
   */
  async ask(
    request: ProviderRequest,
    urgency: Urgency,
    onSend?: () => void | Promise<void>,
  ): Promise<unknown> {
    const current = this.#current;
    if (current === null) throw new ProviderUnavailable('no API key is set');
    const stillCurrent = async () => {
      if (current !== this.#current) throw new KeyExchanged();
      await onSend?.();
    };
    try {
      const data = await current.ask.ask(request, urgency, stillCurrent);
      this.#note(current, false);
      return data;
    } catch (error) {
      // Nothing has been sent: the wait for a slot outlasted the key.
      if (error instanceof KeyExchanged) return this.ask(request, urgency, onSend);
      if (error instanceof ProviderRefused) this.#note(current, error.reason === 'key_wrong');
      throw error;
    }
  }

  /** The figures of the key in force; null while there is none. */
  async figures(): Promise<{ freeSlots: number; tooMany: number } | null> {
    return (await this.#current?.figures()) ?? null;
  }

  /** An answer to a key that has been exchanged meanwhile says nothing of the new one. */
  #note(asked: KeyedAsk, isRefused: boolean): void {
    if (asked === this.#current) this.#isRefused = isRefused;
  }
}
