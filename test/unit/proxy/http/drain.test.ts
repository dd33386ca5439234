import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { drainable } from '../../../../proxy/http/drain.ts';

async function started(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const server = createServer(answer);
  const drain = drainable(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, drain };
}

describe('drainable', () => {
  it('does not wait for a connection that was opened and never used', async () => {
    const { port, drain } = await started((_req, res) => res.end());
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    await Promise.all([drain(), once(socket, 'close')]);
  });

  it('answers a request under way, and does not wait for its connection that is kept alive', async () => {
    let answerNow: (response: ServerResponse) => void = () => undefined;
    const arrived = new Promise<ServerResponse>((resolve) => {
      answerNow = resolve;
    });
    const { port, drain } = await started((_req, res) => answerNow(res));
    const agent = new Agent({ keepAlive: true });
    const request = get({ port, host: '127.0.0.1', agent });
    const response = await arrived;
    const drained = drain();
    response.end('done');
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    expect(await text(answer)).toBe('done');
    await drained;
    agent.destroy();
  });
});
