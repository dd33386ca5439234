import type { TestContext } from 'vitest';
import { takeCounter } from './counter.ts';
import type { ScriptedProvider } from './scripted-provider.ts';
import type { Shop } from './shop.ts';

/** What the reseller of these tests has chosen. */
export const PASSWORD = 'kuda laut biru 7';

/** A browser at the console: it keeps its cookie and says where its page is from. */
export class Visitor {
  readonly #shop: Shop;
  cookie = '';
  /** The attributes of the cookie it was given last. */
  attributes = '';

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  async ask<T = unknown>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.#shop.url}/console/api/${path}`, {
      method,
      headers: {
        origin: this.#shop.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) {
      const [pair = '', ...rest] = given.split('; ');
      this.cookie = pair;
      this.attributes = rest.join('; ');
    }
    const text = await response.text();
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: (text.startsWith('{') ? JSON.parse(text) : null) as T,
    };
  }

  async choose(link = this.#shop.setupSecret): Promise<number> {
    return (await this.ask('POST', 'choose', { link, password: PASSWORD })).status;
  }

  async signIn(password = PASSWORD): Promise<number> {
    return (await this.ask('POST', 'sign-in', { password })).status;
  }

  async isIn(): Promise<boolean> {
    return (await this.ask('GET', 'sessions')).status === 200;
  }
}

/**
 * A shop with its reseller signed in to the console, and its provider.
 * @param prepare what the provider is to answer from the first request on.
 */
export async function openConsole(
  test: Pick<TestContext, 'onTestFinished'>,
  env: Record<string, string> = {},
  prepare: (answers: ScriptedProvider['answers']) => void = () => undefined,
) {
  const { provider, open } = await takeCounter(test);
  prepare(provider.answers);
  const shop = await open(env);
  const reseller = new Visitor(shop);
  await reseller.choose();
  return { provider, open, shop, reseller };
}
