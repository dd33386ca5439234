/** What of a QRIS payload can be checked: is it whole, and for how much is it? */
export type QrisCheck =
  | { readonly ok: true; readonly amountRupiah: number | null }
  | { readonly ok: false; readonly why: 'not_emvco' | 'wrong_checksum' | 'wrong_amount' };

const AMOUNT_TAG = '54';
const CHECKSUM_TAG = '63';

/**
 * Checks an EMVCo merchant-presented payload (tag, two-digit length, value) as QRIS uses it: its CRC, and
 * that the amount in tag 54, where there is one, is the amount to pay.
 * @param amountRupiah whole rupiah that the provider's answer asks for.
 */
export function checkQris(payload: string, amountRupiah: number): QrisCheck {
  const fields = parseTlv(payload);
  if (!fields?.has('00')) return { ok: false, why: 'not_emvco' };
  const checksum = fields.get(CHECKSUM_TAG);
  // The CRC is taken over everything up to and including the tag and the length of its own field.
  if (checksum === undefined || checksum.toUpperCase() !== crc16(payload.slice(0, -4))) {
    return { ok: false, why: 'wrong_checksum' };
  }
  const amount = fields.get(AMOUNT_TAG);
  if (amount === undefined) return { ok: true, amountRupiah: null };
  const rupiah = /^(\d{1,13})(?:\.0{0,2})?$/.exec(amount)?.[1];
  if (rupiah === undefined || Number(rupiah) !== amountRupiah) return { ok: false, why: 'wrong_amount' };
  return { ok: true, amountRupiah: Number(rupiah) };
}

/** Fields by tag, or null when lengths and text do not fit together or the checksum is not the last field. */
function parseTlv(payload: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  let at = 0;
  let last = '';
  while (at < payload.length) {
    const head = /^(\d\d)(\d\d)$/.exec(payload.slice(at, at + 4));
    const [, tag = '', length = ''] = head ?? [];
    const value = payload.slice(at + 4, at + 4 + Number(length));
    if (!head || value.length !== Number(length)) return null;
    fields.set(tag, value);
    last = tag;
    at += 4 + value.length;
  }
  return last === CHECKSUM_TAG ? fields : null;
}

/** CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) over the text's bytes, as EMVCo prescribes. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
