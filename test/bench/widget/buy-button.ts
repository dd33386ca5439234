import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { takePhone } from './phone.ts';
import { CATEGORIES, readTrace, scriptTime } from './trace.ts';

/** What the widget is measured beside. No dependency of ours: it would bring 250 packages along. */
export const BUY_BUTTON = '@shopify/buy-button-js@3.0.6';

const run = promisify(execFile);

/** Shopify's script as its package brings it, fetched into a temporary folder; null when it cannot be had here. */
export async function fetchBuyButton(): Promise<string | null> {
  console.log(`Fetching ${BUY_BUTTON} by \`npm pack\` into a temporary folder...`);
  const folder = await mkdtemp(join(tmpdir(), 'zul-topup-buy-button-'));
  try {
    const shell = process.platform === 'win32';
    const { stdout } = await run('npm', ['pack', BUY_BUTTON, '--silent'], {
      cwd: folder,
      timeout: 60_000,
      shell,
    });
    await run('tar', ['-xzf', stdout.trim().split('\n').at(-1) ?? ''], { cwd: folder });
    return await readFile(join(folder, 'package', 'dist', 'buybutton.min.js'), 'utf8');
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of script time to have it loaded on a blank page: no shop, no product, no button yet. */
export async function buyButtonScriptTime(browser: Browser, script: string): Promise<number> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/buybutton.min.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><title>.</title><script src="buybutton.min.js" async></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const phone = await takePhone(browser);
  try {
    await browser.startTracing(phone.page, { categories: CATEGORIES });
    await phone.page.goto(url, { waitUntil: 'load' });
    return scriptTime(readTrace(await browser.stopTracing()), `${url}buybutton.min.js`);
  } finally {
    await phone.close();
    server.close();
    server.closeAllConnections();
  }
}
