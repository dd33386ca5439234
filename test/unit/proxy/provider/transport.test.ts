import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ProviderBusy, ProviderUnavailable, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { type ProviderRequest, ProviderTransport } from '../../../../proxy/provider/transport.ts';
import { answering, closedAddress, loopback } from '../support/loopback.ts';

const KEY = 'the-api-key';
const GET: ProviderRequest = { method: 'GET', path: '/order/status?id=55' };
const POST: ProviderRequest = { method: 'POST', path: '/order/create', body: { layanan: '1', target: 'é' } };

/** A transport to this address, closed when the test ends. */
function transportTo(url: string, timeoutMs = 5_000): ProviderTransport {
  const transport = new ProviderTransport(`${url}/api`, timeoutMs);
  onTestFinished(() => transport.close());
  return transport;
}

/** What a send fails with. */
function failureOf(url: string, request = POST, timeoutMs?: number): Promise<unknown> {
  return transportTo(url, timeoutMs)
    .send(request, KEY)
    .then(
      (answer) => ({ unexpected: answer }),
      (error: unknown) => error,
    );
}

describe('a request', () => {
  it('goes below the base address with the key in a header, never in the address or the body', async () => {
    const server = await answering('{}');
    await transportTo(server.url).send(POST, KEY);
    await transportTo(server.url).send(GET, KEY);
    const [post, get] = server.received;
    expect(post).toMatchObject({ method: 'POST', url: '/api/order/create' });
    expect(post?.headers).toMatchObject({ 'x-api-key': KEY, 'content-type': 'application/json' });
    expect(JSON.parse(post?.body ?? '')).toEqual(POST.body);
    expect(get).toMatchObject({ method: 'GET', url: '/api/order/status?id=55', body: '' });
    for (const { url, body } of server.received) expect(url + body).not.toContain(KEY);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads an answer packed as %s, whether or not it was asked for', async (encoding, pack) => {
    const server = await answering(pack('{"status":true}'), 200, { 'Content-Encoding': encoding });
    const answer = await transportTo(server.url).send(POST, KEY);
    expect(answer).toEqual({ status: 200, body: '{"status":true}' });
  });

  it('carries no key when none is given', async () => {
    const server = await answering('{}');
    await transportTo(server.url).send(GET, null);
    expect(server.received[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it('opens a connection of its own, so that none can die under it', async () => {
    const server = await answering('{}');
    const transport = transportTo(server.url);
    await transport.send(GET, KEY);
    await transport.send(GET, KEY);
    expect(server.received.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  });
});

describe('an answer', () => {
  it.each([200, 400, 403, 500, 503])('with HTTP %i is handed on as it came', async (status) => {
    const server = await answering('<h1>naïve</h1>', status);
    expect(await transportTo(server.url).send(GET, KEY)).toEqual({ status, body: '<h1>naïve</h1>' });
  });

  it('that leads elsewhere is not followed', async () => {
    const elsewhere = await answering('{"status":true}');
    const server = await answering('', 307, { Location: `${elsewhere.url}/api` });
    expect(await transportTo(server.url).send(POST, KEY)).toMatchObject({ status: 307 });
    expect(elsewhere.received).toHaveLength(0);
  });

  it('of more than 8 MB is none', async () => {
    const server = await answering(Buffer.alloc(8 * 1024 * 1024 + 1, 32));
    expect(await failureOf(server.url, GET)).toBeInstanceOf(ProviderUncertain);
  });
});

describe('being told "too many"', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['no time at all', undefined, 15_000],
    ['words', 'later', 15_000],
    ['no pause', '0', 1_000],
    ['a day', '86400', 600_000],
    ['a date gone by', 'Wed, 21 Oct 2015 07:28:00 GMT', 1_000],
  ])('with %s is ProviderBusy with a sane time', async (_what, header, retryAfterMs) => {
    const server = await answering('{}', 429, header === undefined ? {} : { 'Retry-After': header });
    const error = await failureOf(server.url);
    expect(error).toBeInstanceOf(ProviderBusy);
    expect(error).toMatchObject({ retryAfterMs });
  });

  it('is ProviderBusy also when its body never ends', async () => {
    const server = await loopback((_req, res) => {
      res.writeHead(429, { 'Retry-After': '7' });
      res.write('{');
    });
    // Waited for, it would end in the time-out and no longer say for how long to stay away.
    const error = await Promise.race([
      failureOf(server.url, POST, 30_000),
      sleep(5_000, 'waited for the body'),
    ]);
    expect(error).toMatchObject({ retryAfterMs: 7_000 });
  });

  it('with a date is ProviderBusy until then', async () => {
    const until = new Date(Date.now() + 30_000).toUTCString();
    const error = await failureOf((await answering('', 429, { 'Retry-After': until })).url);
    expect((error as ProviderBusy).retryAfterMs).toBeGreaterThan(25_000);
    expect((error as ProviderBusy).retryAfterMs).toBeLessThanOrEqual(30_000);
  });
});

describe('without an answer', () => {
  it('a refused connection means that nothing was sent', async () => {
    const error = await failureOf(await closedAddress());
    expect(error).toBeInstanceOf(ProviderUnavailable);
    expect(String(error)).not.toContain(KEY);
  });

  it('a name that does not resolve means that nothing was sent', async () => {
    expect(await failureOf('http://256.256.256.256.invalid')).toBeInstanceOf(ProviderUnavailable);
  });

  it('a TLS handshake that fails means that nothing was sent', async () => {
    const server = await answering('{}');
    expect(await failureOf(server.url.replace('http:', 'https:'))).toBeInstanceOf(ProviderUnavailable);
    expect(server.received).toHaveLength(0);
  });

  it('a server that hangs leaves it uncertain, and no longer than the time-out', async () => {
    const server = await loopback(() => {});
    const started = performance.now();
    expect(await failureOf(server.url, POST, 200)).toBeInstanceOf(ProviderUncertain);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(server.received).toHaveLength(1);
  });

  it('an answer that stops half-way leaves it uncertain', async () => {
    const server = await loopback((_req, res) => {
      res.writeHead(200);
      res.write('{"status":');
    });
    expect(await failureOf(server.url, POST, 200)).toBeInstanceOf(ProviderUncertain);
  });

  it('a connection cut after the request leaves it uncertain, and it is not sent again', async () => {
    const server = await loopback((req) => req.socket.destroy());
    expect(await failureOf(server.url)).toBeInstanceOf(ProviderUncertain);
    expect(await failureOf(server.url, GET)).toBeInstanceOf(ProviderUncertain);
    expect(server.received).toHaveLength(2);
  });

  it('a connection cut within the answer leaves it uncertain', async () => {
    const server = await loopback((req, res) => {
      res.writeHead(200, { 'Content-Length': '100' });
      res.write('{"status":true}', () => req.socket.destroy());
    });
    expect(await failureOf(server.url)).toBeInstanceOf(ProviderUncertain);
  });

  it('an answer that is no HTTP leaves it uncertain', async () => {
    const server = await loopback((req) => req.socket.end('System Error!\r\n\r\n'));
    expect(await failureOf(server.url)).toBeInstanceOf(ProviderUncertain);
  });

  it.each([
    ['is not packed as it says', Buffer.from('{"status":true}')],
    ['unpacks to more than any answer holds', gzipSync(Buffer.alloc(9 * 1024 * 1024))],
  ])('an answer that %s leaves it uncertain', async (_what, bytes) => {
    const server = await answering(bytes, 200, { 'Content-Encoding': 'gzip' });
    expect(await failureOf(server.url)).toBeInstanceOf(ProviderUncertain);
  });
});
