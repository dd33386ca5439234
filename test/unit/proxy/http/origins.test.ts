import express from 'express';
import { describe, expect, it } from 'vitest';
import { allowOrigins, baseUrlOf, isAllowedOrigin } from '../../../../proxy/http/origins.ts';
import { errorHandler } from '../../../../proxy/http/problem.ts';
import { createLogger } from '../../../../proxy/ops/logger.ts';
import { ask, loopback } from '../support/loopback.ts';

const BLOG = 'https://blog.example';

/** A server that allows these origins and answers with what it thinks its own address is. */
async function server(allowed: readonly string[], publicUrl: string | null = null, trustProxy = 0) {
  const app = express();
  app.set('trust proxy', trustProxy);
  app.use(allowOrigins({ allowed: () => allowed, onRefused: () => undefined }, publicUrl));
  app.use((req, res) => void res.send(baseUrlOf(req, publicUrl)));
  app.use(errorHandler(createLogger('silent')));
  return loopback((req, res) => void app(req, res));
}

describe('the list of allowed origins', () => {
  it.each([
    [BLOG, [BLOG]],
    ['HTTPS://Blog.Example', [BLOG]],
    ['https://a.shop.example', ['https://*.shop.example']],
    ['https://a.b.shop.example', ['https://*.shop.example']],
    ['http://localhost:3000', [BLOG, 'http://localhost:3000']],
  ])('takes %s', (origin, allowed) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(true);
  });

  it.each([
    ['http://blog.example', [BLOG]],
    ['https://blog.example:8443', [BLOG]],
    ['https://blog.example.evil.example', [BLOG]],
    ['https://evilblog.example', [BLOG]],
    ['https://shop.example', ['https://*.shop.example']],
    ['https://evilshop.example', ['https://*.shop.example']],
    ['http://a.shop.example', ['https://*.shop.example']],
    ['https://a.shop.example.evil.example', ['https://*.shop.example']],
    ['https://a.shop.example:8443', ['https://*.shop.example']],
    ['null', [BLOG, 'https://*.shop.example']],
    ['', [BLOG]],
    [BLOG, []],
  ])('does not take %j', (origin, allowed) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(false);
  });
});

describe('a request', () => {
  it('of an allowed site is answered with the headers its page needs', async () => {
    const { url } = await server([BLOG]);
    const reply = await ask(url, { headers: { Origin: BLOG } });
    expect(reply.status).toBe(200);
    expect(reply.headers['access-control-allow-origin']).toBe(BLOG);
    expect(reply.headers['access-control-expose-headers']).toContain('Retry-After');
    expect(reply.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(reply.headers.vary).toContain('Origin');
  });

  it('of a strange site is refused without any header that lets its page read the answer', async () => {
    const { url } = await server([BLOG]);
    for (const origin of ['https://evil.example', 'null', 'no address']) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const reply = await ask(url, { method, headers: { Origin: origin } });
        expect(reply.status).toBe(403);
        expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
        expect(reply.headers.vary).toContain('Origin');
        expect(JSON.parse(reply.body)).toMatchObject({ code: 'origin_not_allowed' });
      }
    }
  });

  it('that asks before it asks is told what it may send, and goes no further', async () => {
    const { url } = await server([BLOG]);
    const reply = await ask(url, { method: 'OPTIONS', headers: { Origin: BLOG } });
    expect([reply.status, reply.body]).toEqual([204, '']);
    expect(reply.headers['access-control-allow-headers']).toMatch(/Idempotency-Key/);
    expect(reply.headers['access-control-allow-methods']).toBe('GET, POST');
  });

  it('without an origin passes: it comes from no page of another site', async () => {
    const reply = await ask((await server([])).url);
    expect(reply.status).toBe(200);
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
    expect(reply.headers.vary).toContain('Origin');
  });

  it("of the proxy's own page passes, also behind a reverse proxy that ends TLS", async () => {
    const { url, host } = await server([]);
    for (const origin of [url, `https://${host}`]) {
      expect((await ask(url, { headers: { Origin: origin } })).status).toBe(200);
    }
    const named = await server([], 'https://topup.example');
    expect((await ask(named.url, { headers: { Origin: 'https://topup.example' } })).status).toBe(200);
    expect((await ask(named.url, { headers: { Origin: 'https://topup.example:8443' } })).status).toBe(403);
  });
});

describe('the address of the proxy', () => {
  it('is as configured, whatever the request says', async () => {
    const { url } = await server([], 'https://topup.example');
    expect((await ask(url, { headers: { Host: 'evil.example' } })).body).toBe('https://topup.example');
  });

  it('is as the request says when nothing is configured', async () => {
    const { url } = await server([]);
    expect((await ask(url)).body).toBe(url);
  });

  it('believes forwarded headers only from as many reverse proxies as are trusted', async () => {
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'topup.example' };
    const alone = await server([]);
    expect((await ask(alone.url, { headers })).body).toBe(alone.url);
    const behind = await server([], null, 1);
    expect((await ask(behind.url, { headers })).body).toBe('https://topup.example');
  });
});
