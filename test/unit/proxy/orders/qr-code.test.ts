import fc from 'fast-check';
import { type DecodedPng, decode, encode } from 'fast-png';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawQr, readQr } from '../../../../proxy/orders/qr-code.ts';
import type { Picture } from '../../../../proxy/provider/qr-image.ts';
import { qris } from '../support/qris.ts';

const PAYLOAD = qris({});
const png = (image: Parameters<typeof encode>[0]): Picture => ({
  mediaType: 'image/png',
  bytes: encode(image),
});

/** Draws, and fails when nothing came of it. */
function drawn(payload: string): Picture {
  const picture = drawQr(payload);
  if (!picture) throw new Error('nothing was drawn');
  return picture;
}

/** A drawn picture as rows of grey values. */
function pixels(picture: Picture) {
  const { width, height, data } = decode(picture.bytes) as DecodedPng;
  return { width, height, grey: Uint8Array.from(data, Number) };
}

/** What a scanner that knows nothing of this project reads. */
function scan(picture: Picture): string {
  const { width, height, grey } = pixels(picture);
  const data = Uint8Array.from({ length: grey.length * 3 }, (_, index) => grey[Math.floor(index / 3)] ?? 0);
  return decodeQr({ width, height, data });
}

describe('a drawn QR', () => {
  it('is read back by a scanner, byte for byte', () => {
    expect(drawn(PAYLOAD).mediaType).toBe('image/png');
    expect(scan(drawn(PAYLOAD))).toBe(PAYLOAD);
  });

  it('is read back whatever it says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^000201[0-9A-Z .]{20,200}$/), (payload) => {
        expect(scan(drawn(payload))).toBe(payload);
      }),
      { numRuns: 10 },
    );
  });

  it('is square, black on white, with a white quiet zone of four modules on every side', () => {
    const { width, height, grey } = pixels(drawn(PAYLOAD));
    expect(width).toBe(height);
    expect(new Set(grey)).toEqual(new Set([0, 255]));
    const dark = [...grey.entries()].filter(([, value]) => value === 0).map(([at]) => at);
    const edges = { left: width, top: height, right: 0, bottom: 0 };
    for (const at of dark) {
      const [x, y] = [at % width, Math.floor(at / width)];
      edges.left = Math.min(edges.left, x);
      edges.top = Math.min(edges.top, y);
      edges.right = Math.max(edges.right, x);
      edges.bottom = Math.max(edges.bottom, y);
    }
    // The finder patterns stand in three corners, so that the code is dark somewhere on each of its edges.
    expect(edges).toEqual({ left: 40, top: 40, right: width - 41, bottom: height - 41 });
  });

  it('is none when no code can hold it', () => {
    expect(drawQr(`000201${'X'.repeat(5_000)}`)).toBeNull();
  });
});

describe('reading a picture', () => {
  const { width, height, grey } = pixels(drawn(PAYLOAD));
  const spread = (channels: number, of: (shade: number, channel: number) => number) =>
    Uint8Array.from({ length: grey.length * channels }, (_, at) =>
      of(grey[Math.floor(at / channels)] ?? 255, at % channels),
    );

  it.each([
    ['grey', png({ width, height, data: grey, channels: 1 })],
    ['in colours', png({ width, height, data: spread(3, (shade) => shade), channels: 3 })],
    [
      'dark on a transparent ground',
      png({
        width,
        height,
        data: spread(4, (shade, channel) => (channel === 3 ? 255 - shade : 0)),
        channels: 4,
      }),
    ],
    [
      'grey with transparency',
      png({
        width,
        height,
        data: spread(2, (shade, channel) => (channel === 1 ? 255 - shade : 0)),
        channels: 2,
      }),
    ],
    [
      'with 16 bits',
      png({ width, height, data: Uint16Array.from(grey, (shade) => shade * 257), channels: 1, depth: 16 }),
    ],
  ])('takes one that is %s', (_what, picture) => {
    expect(readQr(picture)).toBe(PAYLOAD);
  });

  it('takes one whose quiet zone was cropped away', () => {
    const side = width - 80;
    const data = Uint8Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [(at % side) + 40, Math.floor(at / side) + 40];
      return grey[y * width + x] ?? 255;
    });
    expect(readQr(png({ width: side, height: side, data, channels: 1 }))).toBe(PAYLOAD);
  });

  it.each([
    [
      'a blank picture',
      png({ width: 100, height: 100, data: new Uint8Array(10_000).fill(255), channels: 1 }),
    ],
    ['another kind of picture', { ...drawn(PAYLOAD), mediaType: 'image/gif' as const }],
    ['a broken file', { mediaType: 'image/png' as const, bytes: drawn(PAYLOAD).bytes.slice(0, 60) }],
    ['no file', { mediaType: 'image/png' as const, bytes: new Uint8Array() }],
    [
      'a picture far too large',
      png({ width: 4_001, height: 1_000, data: new Uint8Array(4_001_000), channels: 1 }),
    ],
  ])('reads nothing in %s', (_what, picture) => {
    expect(readQr(picture)).toBeNull();
  });
});
