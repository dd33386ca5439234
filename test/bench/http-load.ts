import { connect } from 'node:net';
import { serve, sharedNow } from './child.ts';

/** So many connections, each asking again as soon as it has its answer, for so long. */
export interface Load {
  readonly port: number;
  /** The whole request, as it goes over the wire. */
  readonly request: string;
  readonly connections: number;
  readonly seconds: number;
}

/** What came back. */
export interface Outcome {
  readonly perSecond: number;
  readonly status: string;
}

serve({ run: (load: Load): Promise<Outcome> => run(load) });

async function run({ port, request, connections, seconds }: Load): Promise<Outcome> {
  const began = sharedNow();
  const until = began + seconds * 1000;
  let answered = 0;
  const statuses = new Set<string>();
  const bytes = Buffer.from(request);
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let left = -1;
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        if (left < 0) {
          const end = chunk.indexOf('\r\n\r\n');
          if (end < 0) return reject(new Error('a head in two parts'));
          const head = chunk.toString('latin1', 0, end);
          statuses.add(head.slice(9, 12));
          left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) - (chunk.length - end - 4);
        } else left -= chunk.length;
        if (left > 0) return;
        left = -1;
        answered++;
        if (sharedNow() < until) socket.write(bytes);
        else {
          socket.destroy();
          resolve();
        }
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return {
    perSecond: answered / ((sharedNow() - began) / 1000),
    status: [...statuses].join(' '),
  };
}
