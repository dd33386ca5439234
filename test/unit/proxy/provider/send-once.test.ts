import { Agent, createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type OneRequest, SendFailed, sendOnce } from '../../../../proxy/provider/send-once.ts';
import { CERTIFICATE } from '../support/certificate.ts';
import { answering, loopback } from '../support/loopback.ts';

/** Sends this to that address; what is left out is of no interest. */
function send(url: string, asked: Partial<OneRequest> = {}) {
  return sendOnce(new URL(url), {
    ...{ method: 'POST', headers: {}, body: 'body', timeoutMs: 5_000, mostBytes: () => 1_000 },
    ...asked,
  });
}

/** What it fails with. */
async function failure(url: string, asked?: Partial<OneRequest>): Promise<SendFailed> {
  const error = await send(url, asked).then(
    () => new Error('an answer came'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SendFailed);
  return error as SendFailed;
}

describe('one request', () => {
  it('goes where its name was found to lead, under its name', async () => {
    const server = await answering('yes');
    const { port } = new URL(server.url);
    const { status, body } = await send(`http://shop.invalid:${port}/a?b=c`, {
      pinned: { address: '127.0.0.1', family: 4 },
    });
    expect([status, body.toString()]).toEqual([200, 'yes']);
    expect(server.received).toMatchObject([
      { method: 'POST', url: '/a?b=c', body: 'body', headers: { host: `shop.invalid:${port}` } },
    ]);
  });

  it('that cannot be made was not sent', async () => {
    const server = await answering('yes');
    expect(await failure(server.url, { headers: { 'x-api-key': 'two\nlines' } })).toMatchObject({
      wasSent: false,
    });
    expect(server.received).toHaveLength(0);
  });

  it.each([
    ['the connection takes too long', { connectMs: 50 }, 'no connection in time'],
    ['all of it does', { timeoutMs: 50 }, 'time-out'],
  ])('was not sent when %s, and nothing of it arrives later', async (_what, asked, message) => {
    const heard: Buffer[] = [];
    // Takes the connection and never begins with TLS.
    const server = createServer((socket) => socket.on('data', (chunk) => heard.push(chunk)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    expect(await failure(`https://127.0.0.1:${port}`, asked)).toMatchObject({ message, wasSent: false });
    expect(Buffer.concat(heard).toString('latin1')).not.toContain('POST');
  });

  it('was sent, for all anybody knows, once the connection stood', async () => {
    const server = await loopback((req) => req.socket.destroy());
    expect(await failure(server.url)).toMatchObject({ message: 'connection lost', wasSent: true });
  });

  it('leaves no timer behind', async () => {
    const server = await answering('yes');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const set = vi.spyOn(globalThis, 'setTimeout');
    await send(server.url, { timeoutMs: 60_001, connectMs: 60_002 });
    const ours = set.mock.results.filter((_result, index) => Number(set.mock.calls[index]?.[1]) > 60_000);
    expect(ours).toHaveLength(2);
    for (const { value } of ours) expect(cleared).toHaveBeenCalledWith(value);
    vi.restoreAllMocks();
  });

  it('goes over TLS to a server that proves who it is, and to no other', async () => {
    const received: string[] = [];
    const server = createTlsServer(CERTIFICATE, (req, res) => {
      received.push(`${req.method} ${req.url}`);
      res.end('yes');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `https://127.0.0.1:${(server.address() as { port: number }).port}/a`;
    expect(await failure(url)).toMatchObject({ wasSent: false });
    expect(received).toEqual([]);
    const { body } = await send(url, { agent: new Agent({ ca: CERTIFICATE.cert }) });
    expect(body.toString()).toBe('yes');
    expect(received).toEqual(['POST /a']);
  });

  it('does not wait for a body of no interest', async () => {
    const server = await loopback((_req, res) => {
      res.writeHead(200);
      res.write('never ends');
    });
    expect(await send(server.url, { mostBytes: () => 0 })).toMatchObject({ status: 200 });
  });
});
