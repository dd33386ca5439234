import { onTestFinished } from 'vitest';
import { ProviderAsk } from '../../../../proxy/provider/ask.ts';
import { RequestBudget, type SlotStore } from '../../../../proxy/provider/budget.ts';
import { ProviderTransport } from '../../../../proxy/provider/transport.ts';

/** The key the tests give the client. */
export const API_KEY = 'the-api-key';

/** Endless slots, closed only by a freeze. */
function openSlots(): SlotStore {
  let frozenUntil = 0;
  return {
    take: async (now) => (now < frozenUntil ? null : 0),
    giveBack: async () => {},
    nextFreeAt: async () => frozenUntil,
    countFree: async () => 60,
    freeze: async (until) => {
      frozenUntil = Math.max(frozenUntil, until);
    },
  };
}

/** Asks the provider at this address, over real HTTP, with slots to spare. */
export function askAt(
  url: string,
  { timeoutMs = 2_000, apiKey = API_KEY as string | null } = {},
): ProviderAsk {
  const transport = new ProviderTransport(`${url}/api`, timeoutMs);
  onTestFinished(() => transport.close());
  return new ProviderAsk(transport, new RequestBudget(openSlots(), 60, timeoutMs), apiKey);
}
