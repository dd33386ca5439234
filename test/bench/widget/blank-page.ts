import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { takePhone } from './phone.ts';
import { CATEGORIES, readTrace, scriptTime } from './trace.ts';

/** Milliseconds of script time to have a script loaded on a blank page, and nothing done with it. */
export async function blankPageScriptTime(browser: Browser, script: string): Promise<number> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><title>.</title><body><script src="script.js" async></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const phone = await takePhone(browser);
  try {
    await browser.startTracing(phone.page, { categories: CATEGORIES });
    await phone.page.goto(url, { waitUntil: 'load' });
    return scriptTime(readTrace(await browser.stopTracing()), `${url}script.js`);
  } finally {
    await phone.close();
    server.close();
    server.closeAllConnections();
  }
}
