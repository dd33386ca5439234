import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pages, startPages } from '../../demo/pages/serve.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../demo/sandbox/start-sandbox.ts';
import { compose } from '../../proxy/compose.ts';
import { readConfig } from '../../proxy/config.ts';

/** The whole system on one machine: sandbox, proxy and host pages, each on an origin of its own. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly proxyUrl: string;
  /** Of the one-time link to the console. */
  readonly setupSecret: string;
  readonly pages: Pages;
  /** Stops and starts the proxy on the same address and file, as a restart of the process would. */
  restartProxy(): Promise<void>;
}

/**
 * Starts all three on free ports, with files of their own. `strike` stops them and removes the files.
 * @param pictures the reseller's pictures of categories, as in his `pictures.json`.
 * @param isNew a shop that has just been started for the first time: without a key, a name and a site.
 */
export async function setStage(
  sandboxOptions: SandboxOptions = {},
  pictures: Readonly<Record<string, string>> = {},
  isNew = false,
): Promise<Stage & { strike(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'zul-e2e-'));
  await writeFile(join(dir, 'pictures.json'), JSON.stringify(pictures));
  const sandbox = await startSandbox({ deliverySeconds: 2, ...sandboxOptions });
  let proxyUrl = '';
  let setupSecret = '';
  const pages = await startPages({ proxyUrl: () => proxyUrl });
  const settled = {
    ZULTOPUP_API_KEY: sandbox.apiKey,
    ALLOWED_ORIGINS: pages.url,
    SHOP_NAME: 'Toko Uji',
    SHOP_HELP: '6281234567890',
  };
  const start = async (port: string) => {
    const proxy = await compose(
      readConfig({
        ZULTOPUP_BASE_URL: sandbox.apiUrl,
        HOST: '127.0.0.1',
        PORT: port,
        DATABASE_URL: `file:${join(dir, 'shop.db')}`,
        LOG_LEVEL: 'silent',
        ...(isNew ? {} : settled),
      }),
      undefined,
      true,
    );
    const listening = await proxy.listen();
    proxyUrl = listening.url.replace('localhost', '127.0.0.1');
    setupSecret = listening.setupSecret ?? setupSecret;
    return proxy;
  };
  let proxy = await start('0');
  return {
    sandbox,
    pages,
    get proxyUrl() {
      return proxyUrl;
    },
    get setupSecret() {
      return setupSecret;
    },
    async restartProxy() {
      await proxy.close();
      proxy = await start(new URL(proxyUrl).port);
    },
    async strike() {
      await Promise.all([proxy.close(), pages.close(), sandbox.close()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** What a buyer does in his wallet app with the newest open order. */
export function payNewest({ sandbox }: Stage): void {
  const order = sandbox.orders().at(-1);
  if (!order) throw new Error('there is no order to pay');
  sandbox.pay(order.id);
}
