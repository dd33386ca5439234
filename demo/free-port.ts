import { type AddressInfo, createServer } from 'node:net';

/** `preferred` if nothing listens there, else any free port. */
export async function freePort(host: string, preferred: number): Promise<number> {
  return (await probe(host, preferred)) ?? (await probe(host, 0)) ?? preferred;
}

/** The port that could be opened, or null when it is in use. */
function probe(host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      server.close(() => resolve(address.port));
    });
  });
}
