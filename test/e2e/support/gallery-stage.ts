import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { buildWidgetIfStale } from '../../../demo/build-widget.ts';
import { startPages } from '../../../demo/pages/serve.ts';

/** The gallery as it is served, with the widget's script from a server that knows nothing else. */
export interface GalleryStage {
  readonly url: string;
  strike(): Promise<void>;
}

/** Builds the widget if need be and serves the gallery. No proxy and no sandbox: its data is its own. */
export async function setGalleryStage(): Promise<GalleryStage> {
  await buildWidgetIfStale();
  const folder = fileURLToPath(new URL('../../../dist/widget', import.meta.url));
  const app = express().use(express.static(folder, { setHeaders: anyOrigin, maxAge: '1h' }));
  const scripts = await new Promise<ReturnType<typeof app.listen>>((resolve, reject) => {
    const listening = app.listen(0, '127.0.0.1', (error) => (error ? reject(error) : resolve(listening)));
  });
  const { port } = scripts.address() as AddressInfo;
  const pages = await startPages({ proxyUrl: () => `http://127.0.0.1:${port}` });
  return {
    url: `${pages.url}/gallery`,
    async strike() {
      scripts.closeAllConnections();
      scripts.close();
      await pages.close();
    },
  };
}

function anyOrigin(response: { setHeader(name: string, value: string): void }): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
}
