let addresses = process.pid * 100_000;

/** Every reader comes from an address of his own, as in life; the server is told to trust one proxy. */
export function newAddress(): string {
  const n = ++addresses;
  return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
}

/** What a phone's browser sends to open a stream. @param lastVersion 0 at a first visit. */
export function requestFor(path: string, address: string, lastVersion: number): string {
  return [
    `GET ${path} HTTP/1.1`,
    'Host: topup.example.com',
    'Accept: text/event-stream',
    'Origin: https://blog.example.com',
    'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    `X-Forwarded-For: ${address}`,
    ...(lastVersion > 0 ? [`Last-Event-ID: ${lastVersion}`] : []),
    '\r\n',
  ].join('\r\n');
}
