import { createHash } from 'node:crypto';
import type { Config } from './config.ts';
import { type KeyedAsk, ProviderAccess } from './provider/access.ts';
import { ProviderAsk } from './provider/ask.ts';
import { RequestBudget } from './provider/budget.ts';
import { ProviderClient, ProviderSignIn, SIGN_INS_PER_MINUTE } from './provider/client.ts';
import { ProviderTransport } from './provider/transport.ts';
import type { Store } from './store/open.ts';
import { StoredSlots } from './store/slots.ts';

/** What asks the provider, and how it comes to a key. */
export interface ComposedProvider {
  readonly access: ProviderAccess;
  /** Asks with the key in force. */
  readonly provider: ProviderClient;
  readonly signIn: ProviderSignIn;
  /** Makes a key ready to ask with, under the budget of slots that belongs to it. */
  readonly withKey: (key: string) => Promise<KeyedAsk>;
  /** Ends every open connection. */
  readonly close: () => void;
}

/** Builds what asks the provider; there is no key in force yet. */
export function composeProvider({ provider }: Config, store: Store): ComposedProvider {
  const { baseUrl, requestsPerMinute, timeoutMs } = provider;
  const transport = new ProviderTransport(baseUrl, timeoutMs);
  const budgetOf = async (whose: string, perMinute: number) => {
    // A fingerprint, not the key: it must not stand in the database in the clear.
    const name = createHash('sha256').update(`budget\n${baseUrl}\n${whose}`).digest('base64url').slice(0, 22);
    const slots = new StoredSlots(store, name, perMinute);
    await slots.prepare();
    return new RequestBudget(slots, perMinute, timeoutMs);
  };
  const access = new ProviderAccess();
  let signInAsk: Promise<ProviderAsk> | undefined;
  const signIn = new ProviderSignIn({
    ask: async (...request) => {
      signInAsk ??= budgetOf('', SIGN_INS_PER_MINUTE).then(
        (budget) => new ProviderAsk(transport, budget, null),
      );
      return (await signInAsk).ask(...request);
    },
  });
  return {
    access,
    provider: new ProviderClient(access),
    signIn,
    withKey: async (key) => {
      const budget = await budgetOf(key, requestsPerMinute);
      return { key, ask: new ProviderAsk(transport, budget, key), figures: () => budget.figures() };
    },
    close: () => transport.close(),
  };
}
