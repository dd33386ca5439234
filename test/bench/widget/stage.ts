import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pages, startPages } from '../../../demo/pages/serve.ts';
import { startSandbox } from '../../../demo/sandbox/start-sandbox.ts';
import { compose } from '../../../proxy/compose.ts';
import { readConfig } from '../../../proxy/config.ts';
import { waitFor } from '../../support/shop.ts';
import { largePriceList } from './price-list.ts';

/** The shop with 5,000 services, and host pages on origins of their own. */
export interface Stage {
  readonly proxyUrl: string;
  readonly blog: string;
  /** The two lines above everything else on the page, nothing done for them. */
  readonly above: string;
  /** The same, on a page that keeps room for the element until its script has come. */
  readonly aboveKept: string;
  close(): Promise<void>;
}

/** Starts the sandbox, the proxy and the host pages; resolves when the catalog can be had. */
export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'zul-topup-bench-'));
  const sandbox = await startSandbox({ services: largePriceList() });
  let proxyUrl = '';
  const pages = await startPages({ proxyUrl: () => proxyUrl });
  const site = await startSite(() => proxyUrl);
  const proxy = await compose(
    readConfig({
      ZULTOPUP_API_KEY: sandbox.apiKey,
      ZULTOPUP_BASE_URL: sandbox.apiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      ALLOWED_ORIGINS: `${pages.url},${site.url}`,
      DATABASE_URL: `file:${join(folder, 'shop.db')}`,
      SHOP_NAME: 'Toko Uji',
      SHOP_HELP: '6281234567890',
      LOG_LEVEL: 'silent',
    }),
  );
  proxyUrl = (await proxy.listen()).url.replace('localhost', '127.0.0.1');
  await waitFor(async () => (await fetch(`${proxyUrl}/api/catalog`)).ok);
  return {
    proxyUrl,
    blog: `${pages.url}/blog`,
    above: `${site.url}/above`,
    aboveKept: `${site.url}/above-kept`,
    async close() {
      await Promise.all([proxy.close(), pages.close(), site.close(), sandbox.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A site whose first thing is the shop; the address says whether it keeps room for it. */
async function startSite(proxyUrl: () => string): Promise<Pick<Pages, 'url' | 'close'>> {
  const server: Server = createServer((request, response) => {
    const isKept = request.url === '/above-kept';
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(proxyUrl(), isKept));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(proxyUrl: string, isKept: boolean): string {
  const keep = isKept ? '<style>zul-topup:not(:defined) { display: block; min-height: 100vh }</style>' : '';
  const text =
    '<p>Cara top up: pilih game, isi ID, bayar dengan QRIS. Pesanan diproses dalam hitungan detik.</p>';
  return `<!doctype html><html lang="id"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Toko</title>
${keep}</head><body><script type="module" src="${proxyUrl}/zul-topup.js"></script><zul-topup></zul-topup>
<h1>Tentang toko ini</h1>${text.repeat(12)}</body></html>`;
}
