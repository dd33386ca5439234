import { decode as decodePng, encode as encodePng } from 'fast-png';
import encodeQr from 'qr';
import decodeQr from 'qr/decode.js';
import type { Picture } from '../provider/qr-image.ts';

/** Modules of white around the code that scanners need (ISO/IEC 18004), and pixels a module. */
const QUIET_ZONE = 4;
const PIXELS_PER_MODULE = 10;
/** A QR of more pixels than this is no QR but an attempt to keep us busy. */
const MOST_PIXELS = 4_000_000;
/** White added around a picture before reading: some providers crop the quiet zone away. */
const MARGIN = 16;

/** Pictures drawn lately: a buyer's page asks for its picture again and again, and drawing takes 8 ms. */
const drawn = new Map<string, Picture>();
const MOST_DRAWN = 200;

/** Draws a payload as a crisp black-on-white PNG; null when it fits no QR code. */
export function drawQr(payload: string): Picture | null {
  const known = drawn.get(payload);
  if (known) return known;
  const picture = draw(payload);
  if (picture) drawn.set(payload, picture);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST_DRAWN && oldest !== undefined) drawn.delete(oldest);
  return picture;
}

function draw(payload: string): Picture | null {
  let modules: boolean[][];
  try {
    modules = encodeQr(payload, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  } catch {
    return null;
  }
  const side = modules.length * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side).fill(255);
  // Enlarged by filling runs of bytes: the encoder's own enlarging takes four times as long for the whole picture.
  for (const [y, row] of modules.entries()) {
    const top = y * PIXELS_PER_MODULE * side;
    for (const [x, dark] of row.entries()) {
      if (dark) data.fill(0, top + x * PIXELS_PER_MODULE, top + (x + 1) * PIXELS_PER_MODULE);
    }
    for (let copy = 1; copy < PIXELS_PER_MODULE; copy++) data.copyWithin(top + copy * side, top, top + side);
  }
  return { mediaType: 'image/png', bytes: encodePng({ width: side, height: side, data, channels: 1 }) };
}

/** The text in a picture of a QR code; null when it is no PNG, or none can be read in it. */
export function readQr(picture: Picture): string | null {
  if (picture.mediaType !== 'image/png') return null;
  try {
    if (pixelsOf(picture.bytes) > MOST_PIXELS) return null;
    return decodeQr(onWhite(decodePng(picture.bytes)));
  } catch {
    return null;
  }
}

/** Width times height from the PNG's header, so that a small file cannot unpack into a huge picture. */
function pixelsOf(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return view.getUint32(16) * view.getUint32(20);
}

/** The picture as RGBA with a white margin; transparent parts become white, palettes their colours. */
function onWhite(image: ReturnType<typeof decodePng>) {
  const width = image.width + 2 * MARGIN;
  const height = image.height + 2 * MARGIN;
  const data = new Uint8Array(width * height * 4).fill(255);
  const most = image.depth === 16 ? 65_535 : 255;
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const shade = shadeAt(image, y * image.width + x, most);
      data.fill(shade, ((y + MARGIN) * width + x + MARGIN) * 4, ((y + MARGIN) * width + x + MARGIN) * 4 + 3);
    }
  }
  return { width, height, data };
}

function shadeAt(image: ReturnType<typeof decodePng>, pixel: number, most: number): number {
  const { channels, data, palette } = image;
  const bits = image.depth < 8 ? bitAt(image, pixel) : null;
  if (palette) {
    const [red = 255, green = 255, blue = 255, alpha = 255] = palette[bits ?? data[pixel] ?? 0] ?? [];
    return Math.round(255 - ((255 - (red + green + blue) / 3) * alpha) / 255);
  }
  if (bits !== null) return Math.round((bits * 255) / (2 ** image.depth - 1));
  const at = pixel * channels;
  const opacity = channels === 2 || channels === 4 ? (data[at + channels - 1] ?? most) / most : 1;
  const colours = channels >= 3 ? 3 : 1;
  let sum = 0;
  for (let i = 0; i < colours; i++) sum += data[at + i] ?? most;
  return Math.round(255 - (255 - (sum / colours / most) * 255) * opacity);
}

/** One sample of a picture with less than a byte a pixel; its rows begin at whole bytes. */
function bitAt({ width, depth, data }: ReturnType<typeof decodePng>, pixel: number): number {
  const rowBytes = Math.ceil((width * depth) / 8);
  const bit = (pixel % width) * depth;
  const byte = data[Math.floor(pixel / width) * rowBytes + Math.floor(bit / 8)] ?? 0;
  return (byte >> (8 - depth - (bit % 8))) & (2 ** depth - 1);
}
