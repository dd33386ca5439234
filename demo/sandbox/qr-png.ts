import { encode } from 'fast-png';
import encodeQR from 'qr';

/** Pixels per module: a typical payload then gives an image of about 520 px, sharp on a phone. */
const scale = 8;
/** Modules of white around the code; ISO 18004 asks for four. */
const quietZone = 4;

/** Draws text as a QR code (error correction M): the bytes of a grey-scale PNG, quiet zone included. */
export function drawQr(text: string): Uint8Array {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const side = modules.length * scale;
  const data = new Uint8Array(side * side).fill(255);
  // Enlarged by filling runs of bytes: the encoder's own enlarging takes 30 ms and more for each picture.
  for (const [y, row] of modules.entries()) {
    const top = y * scale * side;
    for (const [x, dark] of row.entries()) {
      if (dark) data.fill(0, top + x * scale, top + (x + 1) * scale);
    }
    for (let copy = 1; copy < scale; copy++) data.copyWithin(top + copy * side, top, top + side);
  }
  return encode({ width: side, height: side, data, channels: 1, depth: 8 });
}

/** A picture of a QR's usual size in which nobody can read anything: grey stripes. */
export function drawNoQr(): Uint8Array {
  const side = 400;
  const data = Uint8Array.from({ length: side * side }, (_, at) => (at % 40 < 20 ? 190 : 225));
  return encode({ width: side, height: side, data, channels: 1, depth: 8 });
}
