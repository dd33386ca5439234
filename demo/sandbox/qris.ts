const checksumTag = '6304';

/**
 * A QRIS payment as the text inside its QR: EMVCo merchant-presented mode, one-time (`01` = `12`),
 * with the amount fixed. The merchant is plainly a test one: its account number is all zeros behind the
 * Indonesian prefix `9360`, so no wallet can route money to it.
 *
 * @param amount whole rupiah; null leaves it to the payer
 * @param reference our reference for the payment, at most 25 characters (tag 62-05)
 */
export function qrisPayload(amount: number | null, reference: string): string {
  const body = [
    field('00', '01'),
    field('01', '12'),
    field(
      '26',
      field('00', 'ID.CO.SANDBOX.WWW') +
        field('01', '936000000000000000') +
        field('02', 'SANDBOX000TEST') +
        field('03', 'UMI'),
    ),
    field('51', field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID0000000000000') + field('03', 'UMI')),
    field('52', '5816'), // merchant category "digital goods: games" (ISO 18245)
    field('53', '360'), // rupiah (ISO 4217)
    amount === null ? '' : field('54', String(amount)),
    field('58', 'ID'),
    field('59', 'SANDBOX TEST'),
    field('60', 'JAKARTA'),
    field('61', '10110'),
    field('62', field('05', reference.slice(0, 25)) + field('07', 'SBX')),
  ].join('');
  return body + checksumTag + checksum(body + checksumTag);
}

/** The same payload with a checksum that does not fit it. */
export function withWrongChecksum(payload: string): string {
  const wrong = Number.parseInt(payload.slice(-4), 16) ^ 0xffff;
  return payload.slice(0, -4) + wrong.toString(16).toUpperCase().padStart(4, '0');
}

function field(tag: string, value: string): string {
  return tag + String(value.length).padStart(2, '0') + value;
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF), as EMVCo asks for tag 63: four upper-case hex digits. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
