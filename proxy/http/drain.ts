import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long requests under way may take to finish once the process is told to stop. */
const DRAIN_MS = 10_000;
/** How soon a connection that has answered its last request is noticed. */
const LOOK_MS = 50;

/**
 * Prepares a server to be closed without waiting for connections nobody uses: ones kept alive after their answer,
 * and ones that browsers open ahead of need and Node takes for busy because nothing has come over them yet.
 * @returns closes it: requests under way are answered first, for ten seconds at most.
 */
export function drainable(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const endUnused = () => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  return () =>
    new Promise((resolve) => {
      const hard = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      const look = setInterval(endUnused, LOOK_MS);
      server.close(() => {
        clearTimeout(hard);
        clearInterval(look);
        resolve();
      });
      endUnused();
    });
}
