import { decode } from 'fast-png';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQr } from '../../../demo/sandbox/qr-png.ts';
import { qrisPayload, withWrongChecksum } from '../../../demo/sandbox/qris.ts';

/** The top-level fields of an EMVCo payload in their order; throws when a length does not fit. */
function fields(payload: string): [tag: string, value: string][] {
  const found: [string, string][] = [];
  for (let at = 0; at < payload.length; ) {
    const length = Number(payload.slice(at + 2, at + 4));
    const value = payload.slice(at + 4, at + 4 + length);
    if (!Number.isInteger(length) || value.length !== length) throw new Error(`bad length at ${at}`);
    found.push([payload.slice(at, at + 2), value]);
    at += 4 + length;
  }
  return found;
}

/** CRC-16/CCITT-FALSE by table-free division of the bit string, written apart from the code under test. */
function crc(text: string): string {
  let register = 0xffff;
  for (const bit of [...Buffer.from(text)].flatMap((byte) => [...byte.toString(2).padStart(8, '0')])) {
    const out = ((register >> 15) & 1) !== Number(bit);
    register = (register << 1) & 0xffff;
    if (out) register ^= 0x1021;
  }
  return register.toString(16).toUpperCase().padStart(4, '0');
}

const payload = qrisPayload(12_000, 'INV-20261123-9F3A01C2B7D4');

test('the test itself knows the CRC: the check value of CRC-16/CCITT-FALSE is 29B1', () => {
  expect(crc('123456789')).toBe('29B1');
});

test('a payload is a row of fields in rising order of tags, from 00 to the checksum', () => {
  const tags = fields(payload).map(([tag]) => tag);
  expect(tags).toEqual([...tags].sort());
  expect(tags.at(0)).toBe('00');
  expect(tags.at(-1)).toBe('63');
});

test('a payload says: one-time, rupiah, Indonesia, the amount, a test merchant', () => {
  const byTag = Object.fromEntries(fields(payload));
  expect(byTag).toMatchObject({ '00': '01', '01': '12', '53': '360', '54': '12000', '58': 'ID' });
  expect(byTag['59']).toBe('SANDBOX TEST');
  expect(Object.fromEntries(fields(byTag['51'] ?? ''))['00']).toBe('ID.CO.QRIS.WWW');
  expect(Object.fromEntries(fields(byTag['62'] ?? ''))['05']).toBe('INV-20261123-9F3A01C2B7D4');
});

test.each([1_000, 12_000, 10_000_000])('the checksum of a payment of %i covers all before it', (amount) => {
  const text = qrisPayload(amount, 'DEP-1');
  expect(text.slice(-4)).toBe(crc(text.slice(0, -4)));
});

test('the PNG decodes to the payload and has a white quiet zone of four modules', () => {
  const image = decode(drawQr(payload));
  expect(image.width).toBe(image.height);
  const rgb = Uint8Array.from(image.data, Number);
  const data = Uint8Array.from({ length: rgb.length * 3 }, (_, index) => rgb[Math.floor(index / 3)] ?? 0);
  expect(decodeQR({ width: image.width, height: image.height, data })).toBe(payload);

  const firstDark = rgb.indexOf(0);
  expect([firstDark % image.width, Math.floor(firstDark / image.width)]).toEqual([32, 32]);
});

test('without an amount a payload leaves out tag 54 and is whole otherwise', () => {
  const open = qrisPayload(null, 'INV-1');
  expect(fields(open).map(([tag]) => tag)).not.toContain('54');
  expect(open.slice(-4)).toBe(crc(open.slice(0, -4)));
});

test('a spoilt checksum changes nothing else', () => {
  const spoilt = withWrongChecksum(payload);
  expect(spoilt.slice(0, -4)).toBe(payload.slice(0, -4));
  expect(spoilt.slice(-4)).toMatch(/^[0-9A-F]{4}$/);
  expect(spoilt.slice(-4)).not.toBe(crc(payload.slice(0, -4)));
});
