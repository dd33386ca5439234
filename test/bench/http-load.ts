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
  const onAnswer = (status: string) => {
    answered++;
    statuses.add(status);
    return sharedNow() < until;
  };
  const bytes = Buffer.from(request);
  await Promise.all(Array.from({ length: connections }, () => connection(port, bytes, onAnswer)));
  return { perSecond: answered / ((sharedNow() - began) / 1000), status: [...statuses].join(' ') };
}

/** @param onAnswer says whether to ask again. */
function connection(port: number, request: Buffer, onAnswer: (status: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let status = '';
    let left = 0;
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (status === '') {
        const end = chunk.indexOf('\r\n\r\n');
        if (end < 0) return reject(new Error('a head in two parts'));
        const head = chunk.toString('latin1', 0, end);
        status = head.slice(9, 12);
        left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) + end + 4;
      }
      left -= chunk.length;
      if (left > 0) return;
      const again = onAnswer(status);
      status = '';
      if (again) return socket.write(request);
      socket.destroy();
      resolve();
    });
  });
}
