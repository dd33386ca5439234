import { encode } from 'fast-png';
import { describe, expect, it, vi } from 'vitest';
import {
  fetchPicture,
  type Picture,
  PictureRefused,
  pictureFromDataUrl,
} from '../../../../proxy/provider/qr-image.ts';
import { answering, closedAddress, loopback } from '../support/loopback.ts';

const PNG = Buffer.from(encode({ width: 2, height: 2, data: new Uint8Array(4), channels: 1 }));
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const WEBP = Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1');
const GIF = Buffer.from('GIF89a....', 'latin1');
const HALF_MB = 512 * 1024;

/** Why a picture is refused; fails when it is not, or when it fails in any other way. */
async function refusal(picture: () => Picture | Promise<Picture>): Promise<string> {
  try {
    await picture();
  } catch (error) {
    if (error instanceof PictureRefused) return error.message;
    throw error;
  }
  throw new Error('the picture was taken');
}

describe('a picture in a data: address', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
    ['image/gif', GIF],
  ] as const)('is known as %s by its first bytes, whatever it calls itself', (mediaType, bytes) => {
    for (const said of ['image/png', 'image/svg+xml', 'text/html;charset=utf-8', '']) {
      const picture = pictureFromDataUrl(`data:${said};base64,${bytes.toString('base64')}`);
      expect(picture.mediaType).toBe(mediaType);
      expect(Buffer.from(picture.bytes).equals(bytes)).toBe(true);
    }
  });

  it.each([
    ['an SVG, which can hold scripts', 'data:image/svg+xml,<svg onload="alert(1)"/>'],
    ['a page', `data:image/png;base64,${Buffer.from('<html>').toString('base64')}`],
    ['nothing', 'data:image/png;base64,'],
    ['no comma', 'data:image/png'],
    ['no data address', 'https://qr.example/1.png'],
    ['broken escapes', 'data:image/png,%zz'],
  ])('is refused when it holds %s', async (_what, source) => {
    expect(await refusal(() => pictureFromDataUrl(source))).not.toContain(source);
  });

  it('is refused above 512 kB', async () => {
    const large = (bytes: number) =>
      `data:image/png;base64,${Buffer.concat([PNG], bytes).toString('base64')}`;
    expect(pictureFromDataUrl(large(HALF_MB)).bytes.length).toBe(HALF_MB);
    await refusal(() => pictureFromDataUrl(large(HALF_MB + 1)));
    expect(await refusal(() => pictureFromDataUrl(large(2 * HALF_MB)))).toMatch(/too large/);
  });
});

describe("a picture at the provider's own host", () => {
  it('is fetched, http and loopback as it is, without any key', async () => {
    const provider = await answering(PNG, 200, { 'Content-Type': 'text/plain' });
    const picture = await fetchPicture(`${provider.url}/qr/55`, `${provider.url}/api`);
    expect(picture.mediaType).toBe('image/png');
    expect(Buffer.from(picture.bytes).equals(PNG)).toBe(true);
    expect(provider.received).toHaveLength(1);
    expect(provider.received[0]?.url).toBe('/qr/55');
    expect(Object.keys(provider.received[0]?.headers ?? {})).not.toContain('x-api-key');
    expect(provider.received[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is refused when it is no image', async () => {
    const provider = await answering('<html>not found</html>', 200, { 'Content-Type': 'image/png' });
    expect(await refusal(() => fetchPicture(provider.url, provider.url))).toMatch(/no PNG/);
  });

  it.each([201, 204, 404, 500])('is refused with HTTP %i', async (status) => {
    const provider = await loopback((_req, res) => {
      res.writeHead(status);
      res.end(status === 204 ? undefined : PNG);
    });
    expect(await refusal(() => fetchPicture(provider.url, provider.url))).toContain(`HTTP ${status}`);
  });

  it('is refused above 512 kB, whatever length was announced', async () => {
    const provider = await loopback((_req, res) => {
      res.writeHead(200);
      res.write(PNG);
      for (let sent = 0; sent <= HALF_MB; sent += 65_536) res.write(Buffer.alloc(65_536));
      res.end();
    });
    expect(await refusal(() => fetchPicture(provider.url, provider.url))).toMatch(/too large/);
  });

  it('is refused when the host does not answer', async () => {
    const nobody = await closedAddress();
    await refusal(() => fetchPicture(nobody, nobody));
  });

  it('is given up when it comes too slowly, after 5 s at most', async () => {
    const provider = await loopback((_req, res) => {
      res.writeHead(200);
      res.write(PNG.subarray(0, 8));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const refused = refusal(() => fetchPicture(provider.url, provider.url));
      while (provider.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(5_000);
      expect(await refused).toMatch(/time-out/);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not followed to another place', async () => {
    const elsewhere = await answering(PNG);
    const provider = await answering('', 302, { Location: `${elsewhere.url}/qr.png` });
    await refusal(() => fetchPicture(provider.url, provider.url));
    expect(elsewhere.received).toHaveLength(0);
    expect(provider.received).toHaveLength(1);
  });

  it('is not fetched with a password in the address', async () => {
    const provider = await answering(PNG);
    const source = provider.url.replace('http://', 'http://user:pw@');
    expect(await refusal(() => fetchPicture(source, provider.url))).not.toContain('pw');
    expect(provider.received).toHaveLength(0);
  });
});

describe('a picture anywhere else', () => {
  it('is not fetched over http, not even from another port of the same machine', async () => {
    const inside = await answering(PNG);
    const provider = await answering(PNG);
    expect(await refusal(() => fetchPicture(inside.url, provider.url))).toMatch(/not https/);
    expect(inside.received).toHaveLength(0);
  });

  it.each([
    ...['127.0.0.1', 'localhost', '10.0.0.1', '192.168.0.1', '169.254.169.254', '[::1]', '0.0.0.0'],
    ...['[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '017700000001'],
  ])('is not fetched from https://%s', async (host) => {
    const why = await refusal(() => fetchPicture(`https://${host}:9/qr.png`, 'https://provider.example/api'));
    expect(why).toMatch(/not at a public address/);
  });

  it.each(['', 'qr.png', 'file:///etc/passwd', 'ftp://qr.example/1', 'javascript:1', 'blob:https://x/1'])(
    'is not looked for at %j',
    async (source) => {
      expect(await refusal(() => fetchPicture(source, 'https://provider.example/api'))).toMatch(
        /no address|not https/,
      );
    },
  );
});
