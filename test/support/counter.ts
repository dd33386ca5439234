import type { TestContext } from 'vitest';
import { type ScriptedProvider, startScriptedProvider } from './scripted-provider.ts';
import { type Shop, startShop } from './shop.ts';

/** A provider of its own for one test, and shops that sell its goods. */
export interface Counter {
  readonly provider: ScriptedProvider;
  /** Opens a shop, as `startShop`. */
  open(env?: Record<string, string>, dir?: string): Promise<Shop>;
}

/** For tests that run side by side: whatever it opens is closed when the test ends. */
export async function takeCounter({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<Counter> {
  const provider = await startScriptedProvider();
  onTestFinished(() => provider.close());
  return {
    provider,
    async open(env, dir) {
      const shop = await startShop(provider.apiUrl, env, dir);
      onTestFinished(() => shop.close());
      return shop;
    },
  };
}
