import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { mountReference } from '../reference/mount.ts';
import { appScript } from './build-app.ts';
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

/** One sample site: `<name>.html` and `<name>.css` in this folder; the ordinary ones share `site.css`. */
interface Site {
  readonly name: string;
  readonly paths: readonly string[];
  /** The site's own script in `apps/`, served as `/<name>.js`. */
  readonly app?: string;
  /** Its Content-Security-Policy. */
  readonly policy?: (proxy: string) => string;
}

const SITES: readonly Site[] = [
  { name: 'index', paths: ['/'] },
  { name: 'blog', paths: ['/blog'] },
  { name: 'shop', paths: ['/shop'] },
  { name: 'csp', paths: ['/csp'], policy: strictPolicy },
  { name: 'hostile', paths: ['/hostile'] },
  // The routes are the script's business: each is the same document.
  { name: 'spa', paths: ['/spa', '/spa/*route'], app: 'spa.ts' },
  { name: 'react', paths: ['/react'], app: 'react.tsx' },
  { name: 'vue', paths: ['/vue'], app: 'vue.ts' },
  { name: 'two', paths: ['/two'] },
  { name: 'builder', paths: ['/builder'] },
];

/** Serves the sample sites that embed the widget, on an origin of their own. Rejects when the port is taken. */
export async function startPages({ proxyUrl, port = 0, host = '127.0.0.1' }: PagesOptions): Promise<Pages> {
  const app = express().disable('x-powered-by');
  for (const site of SITES) serveSite(app, site, proxyUrl);
  app.get('/site.css', (_request, response) => void response.type('css').send(pageFile('site.css')));
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

function serveSite(app: Express, { name, paths, app: script, policy }: Site, proxyUrl: () => string): void {
  app.get([...paths], async (_request, response) => {
    const proxy = proxyUrl();
    const allowed = policy?.(proxy) ?? '';
    if (policy) response.set('Content-Security-Policy', allowed);
    const html = await withPinned(pageFile(`${name}.html`), proxy);
    const policyLines = allowed.replaceAll('; ', ';\n');
    response.type('html').send(html.replaceAll('{{POLICY}}', policyLines).replaceAll('{{PROXY}}', proxy));
  });
  app.get(`/${name}.css`, (_request, response) => void response.type('css').send(pageFile(`${name}.css`)));
  if (script === undefined) return;
  app.get(`/${name}.js`, async (_request, response) => {
    response.type('js').send(await appScript(script));
  });
}

/** The strictest policy the widget works under. Of its own the page has nothing but a style sheet. */
function strictPolicy(proxy: string): string {
  return [
    "default-src 'none'",
    `script-src ${proxy}`,
    `connect-src ${proxy}`,
    `img-src ${proxy}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** Fills in the hashed copy of the script, for a page that pins it: its name is known to the proxy alone. */
async function withPinned(html: string, proxy: string): Promise<string> {
  if (!html.includes('{{PINNED}}')) return html;
  const response = await fetch(`${proxy}/manifest.json`);
  const { file, integrity } = (await response.json()) as { file: string; integrity: string };
  return html.replaceAll('{{PINNED}}', file).replaceAll('{{INTEGRITY}}', integrity);
}

/** Read at every request, so that an edited page shows after a reload. */
function pageFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
