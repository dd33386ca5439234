/** One field: tag, two-digit length, value. */
const field = (tag: string, value: string) => tag + String(value.length).padStart(2, '0') + value;

/** CRC-16/CCITT-FALSE bit by bit, written apart from the code under test. */
function crc(text: string): string {
  let register = 0xffff;
  for (const bit of [...Buffer.from(text)].flatMap((byte) => [...byte.toString(2).padStart(8, '0')])) {
    const out = ((register >> 15) & 1) !== Number(bit);
    register = (register << 1) & 0xffff;
    if (out) register ^= 0x1021;
  }
  return register.toString(16).toUpperCase().padStart(4, '0');
}

/** A QRIS payload with a right checksum; without an amount when it is null. */
export function qris({ amount = '12003' }: { amount?: string | null }): string {
  const fields = [
    field('00', '01'),
    field('01', '12'),
    field('26', field('00', 'ID.CO.QRIS.WWW') + field('01', '936009140123456789')),
    field('53', '360'),
    ...(amount === null ? [] : [field('54', amount)]),
    field('58', 'ID'),
    field('59', 'TOKO BUDI'),
  ];
  const checked = `${fields.join('')}6304`;
  return checked + crc(checked);
}
