import { connect, type Socket } from 'node:net';
import { serve } from './child.ts';
import { newAddress, requestFor } from './sse-request.ts';

/** Readers who tell nobody what they get: some throw it away, the others never read. */
let sockets: Socket[] = [];

serve({
  open: ({ port, path, count, reads }: { port: number; path: string; count: number; reads: boolean }) => {
    for (let n = 0; n < count; n++) {
      const socket = connect(port, '127.0.0.1', () => socket.write(requestFor(path, newAddress(), 0)));
      socket.on('error', () => undefined);
      if (reads) socket.resume();
      else socket.pause();
      sockets.push(socket);
    }
  },
  close: () => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
  },
});
