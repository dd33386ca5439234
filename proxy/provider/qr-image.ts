import { publicAddressOf } from './public-address.ts';
import { SendFailed, sendOnce } from './send-once.ts';

/** A picture as bytes, its kind told by its first bytes and not by anybody's word. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  readonly bytes: Uint8Array;
}

/** The picture cannot be had, or is none; `why` is for the log and holds nothing from outside. */
export class PictureRefused extends Error {
  constructor(why: string) {
    super(`the QR image cannot be used: ${why}`);
    this.name = 'PictureRefused';
  }
}

const MOST_BYTES = 512 * 1024;
const TIMEOUT_MS = 5_000;

/**
 * Fetches the QR image the provider points to. Only https at public addresses, resolved once and pinned,
 * no redirects; anything from the provider's own host, as configured. At most 512 kB within 5 s.
 * The API key is never sent along.
 * @param providerUrl the configured base address.
 * @throws PictureRefused for everything else.
 */
export async function fetchPicture(source: string, providerUrl: string): Promise<Picture> {
  if (!URL.canParse(source)) throw new PictureRefused('no address');
  const url = new URL(source);
  const own = /^https?:$/.test(url.protocol) && url.host === new URL(providerUrl).host;
  if (!own && url.protocol !== 'https:') throw new PictureRefused('not https');
  if (url.username || url.password) throw new PictureRefused('an address with a password in it');
  const pinned = own ? null : await publicAddressOf(url.hostname);
  if (!own && !pinned) throw new PictureRefused('not at a public address');
  const { status, body } = await sendOnce(url, {
    method: 'GET',
    headers: { accept: 'image/png,image/jpeg,image/webp,image/gif' },
    timeoutMs: TIMEOUT_MS,
    pinned,
    mostBytes: () => MOST_BYTES,
  }).catch((error: unknown) => {
    throw new PictureRefused(error instanceof SendFailed ? error.message : 'unknown');
  });
  if (status !== 200) throw new PictureRefused(`HTTP ${status}`);
  return toPicture(body);
}

/** A picture written into a `data:` URL. @throws PictureRefused when it holds none. */
export function pictureFromDataUrl(source: string): Picture {
  const [, isBase64, data = ''] = /^data:[^,]{0,100}?(;base64)?,(.*)$/s.exec(source) ?? [];
  if (data.length > MOST_BYTES * 1.4) throw new PictureRefused('too large');
  return toPicture(isBase64 ? Buffer.from(data, 'base64') : Buffer.from(percentDecoded(data), 'latin1'));
}

function toPicture(bytes: Buffer): Picture {
  const head = bytes.subarray(0, 12).toString('latin1');
  const mediaType = head.startsWith('\x89PNG\r\n\x1a\n')
    ? 'image/png'
    : head.startsWith('\xff\xd8\xff')
      ? 'image/jpeg'
      : /^RIFF.{4}WEBP/s.test(head)
        ? 'image/webp'
        : /^GIF8[79]a/.test(head)
          ? 'image/gif'
          : null;
  if (!mediaType || bytes.length > MOST_BYTES) throw new PictureRefused('no PNG, JPEG, WebP or GIF');
  return { mediaType, bytes };
}

/** Byte by byte: the bytes of a picture are no text, so decodeURIComponent would refuse them. */
function percentDecoded(data: string): string {
  return data.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
