import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { mountReference } from '../reference/mount.ts';
import { mountGallery } from './gallery/mount.ts';

/** How to serve the host pages. */
export interface PagesOptions {
  /**
   * Where browsers reach the proxy, without a trailing slash. Asked for at every page, because the proxy
   * must know this server's origin before it can start itself.
   */
  readonly proxyUrl: () => string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
}

/** The running host pages. */
export interface Pages {
  /** Their origin: `http://127.0.0.1:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

const paths: Readonly<Record<string, string>> = { '/': 'index', '/blog': 'blog', '/shop': 'shop' };

/** Serves the sample sites that embed the widget, on an origin of their own. Rejects when the port is taken. */
export async function startPages({ proxyUrl, port = 0, host = '127.0.0.1' }: PagesOptions): Promise<Pages> {
  const app = express().disable('x-powered-by');
  for (const [path, name] of Object.entries(paths)) {
    app.get(path, (_request, response) => {
      response.type('html').send(pageFile(`${name}.html`).replaceAll('{{PROXY}}', proxyUrl()));
    });
    app.get(`/${name}.css`, (_request, response) => void response.type('css').send(pageFile(`${name}.css`)));
  }
  mountGallery(app, { proxyUrl });
  mountReference(app);
  const server = await new Promise<ReturnType<typeof app.listen>>((resolve, reject) => {
    const listening = app.listen(port, host, (error) => (error ? reject(error) : resolve(listening)));
  });
  return {
    // A server that listens on an address with a port always reports an AddressInfo.
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        // Its only error is that the server is closed already, which is what was asked for.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Read at every request, so that an edited page shows after a reload. */
function pageFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
