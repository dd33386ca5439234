import { describe, expect, it } from 'vitest';
import { logRequests, maskedPath } from '../../../../proxy/http/log-requests.ts';
import { createLogger } from '../../../../proxy/ops/logger.ts';
import { ask, loopback } from '../support/loopback.ts';

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_Ab';

describe('the path in a log line', () => {
  it.each([
    [`/api/orders/${TOKEN}`, '/api/orders/:token'],
    [`/api/orders/${TOKEN}/events?last=1`, '/api/orders/:token/events'],
    [`/api/orders/${TOKEN}/qr.png?download=1`, '/api/orders/:token/qr.png'],
    [`/api/orders/${TOKEN}?`, '/api/orders/:token'],
    ['/api/orders', '/api/orders'],
    ['/api/catalog/free-fire?apikey=secret', '/api/catalog/free-fire'],
    ['/', '/'],
    ['', ''],
  ])('of %s is %s', (url, path) => {
    expect(maskedPath(url)).toBe(path);
  });

  it('is cut to size', () => {
    expect(maskedPath(`/${'x'.repeat(5_000)}`)).toHaveLength(200);
  });
});

describe('the log line of a request', () => {
  /** What is logged about one request that is answered with this status. */
  async function lineOf(path: string, status: number, level = 'debug') {
    const lines: string[] = [];
    const logger = createLogger(level, { write: (line) => void lines.push(line) });
    const middleware = logRequests(logger);
    const server = await loopback((req, res) => {
      middleware(req as never, res as never, () => {});
      res.on('finish', () => {});
      res.writeHead(status, { 'X-Secret': 'secret-of-the-answer' }).end('secret-of-the-body');
    });
    await ask(server.url + path, { headers: { Cookie: 'secret-cookie', 'X-API-Key': 'secret-key' } });
    await new Promise((resolve) => setImmediate(resolve));
    return lines;
  }

  it('says method, path, status and time, and nothing that opens anything', async () => {
    const [line = '', ...more] = await lineOf(`/api/orders/${TOKEN}/events?x=secret-query`, 200);
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      req: { method: 'GET', path: '/api/orders/:token/events' },
      res: { status: 200 },
      responseTime: expect.any(Number),
    });
    expect(line).not.toMatch(/secret|127\.0\.0\.1/);
    expect(line).not.toContain(TOKEN);
  });

  it('is a warning only when the server is at fault', async () => {
    const WARN = 40;
    for (const [status, warns] of [
      [500, true],
      [502, true],
      [503, false],
      [404, false],
      [429, false],
    ] as const) {
      const [line = ''] = await lineOf('/x', status);
      expect(JSON.parse(line).level === WARN, String(status)).toBe(warns);
    }
  });

  it('is not there at the usual level when all is well', async () => {
    expect(await lineOf('/api/catalog', 200, 'info')).toEqual([]);
  });
});

it('masks a token whatever the letter case of its path, as the routes take any', () => {
  expect(maskedPath('/API/Orders/secret-token/Events')).not.toContain('secret-token');
});
