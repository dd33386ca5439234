import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../proxy/compose.ts';
import { readConfig } from '../proxy/config.ts';
import { buildWidgetIfStale } from './build-widget.ts';
import { freePort } from './free-port.ts';
import { startPages } from './pages/serve.ts';
import { startSandbox } from './sandbox/start-sandbox.ts';

const host = '127.0.0.1';

/** Everything on one machine, each part on its own origin and on its usual port where that is free. */
async function startDemo(): Promise<void> {
  await buildWidgetIfStale();
  const data = await mkdtemp(join(tmpdir(), 'zul-topup-demo-'));
  const proxyPort = await freePort(host, 8787);
  const proxyUrl = `http://${host}:${proxyPort}`;
  const sandbox = await startSandbox({ host, port: await freePort(host, 8788) });
  const pages = await startPages({ host, port: await freePort(host, 8789), proxyUrl: () => proxyUrl });
  const proxy = await compose(
    readConfig({
      ZULTOPUP_API_KEY: sandbox.apiKey,
      ZULTOPUP_BASE_URL: sandbox.apiUrl,
      HOST: host,
      PORT: String(proxyPort),
      PUBLIC_URL: proxyUrl,
      ALLOWED_ORIGINS: pages.url,
      MARKUP: '10%',
      DATABASE_URL: `file:${join(data, 'demo.db')}`,
      SHOP_NAME: 'Kios Rini',
      SHOP_HELP: '6281234567890',
      LOG_LEVEL: 'warn',
    }),
  );
  const { setupSecret } = await proxy.listen();
  console.log(welcome(pages.url, sandbox.url, proxyUrl, setupSecret ?? ''));

  const stop = once(async () => {
    await Promise.allSettled([proxy.close(), pages.close(), sandbox.close()]);
    await rm(data, { recursive: true, force: true });
    process.exit(0);
  });
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** A second Ctrl-C must not stop what is already stopping. */
function once(action: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    void action();
  };
}

function welcome(pages: string, cashier: string, proxy: string, setupSecret: string): string {
  return `
zul-topup demo

  Sample sites           ${pages}/
  Blog with the widget   ${pages}/blog
  Shop with the widget   ${pages}/shop
  Gallery of all states  ${pages}/gallery
  Reference              ${pages}/reference
  The proxy's own shop   ${proxy}/
  The reseller's console ${proxy}/console/#${setupSecret}
  Cashier (pays QRs)     ${cashier}/

1. Open the blog, choose Free Fire, 70 Diamond, and any number of 8 to 14 digits as the user id.
2. When the QR shows, open the cashier and press "Bayar / Pay".
3. Go back to the blog: the serial number arrives after about four seconds.

Nothing here is real money. Ctrl-C ends everything and deletes its data.
`;
}

await startDemo();
