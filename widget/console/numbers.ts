/** `8`, `8,5` or `8.25` as hundredths of a percent; null when it is none, or more than 9,999.99. */
export function percentTyped(text: string): number | null {
  const found = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Hundredths of a percent as a person writes them: `8,5`. */
export function percentShown(hundredths: number): string {
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(hundredths / 100)}${rest ? `,${rest}` : ''}`;
}

/** `1500`, `1.500` or `Rp 1.500` as whole rupiah; empty is `empty`; null when it is none. */
export function rupiahTyped<T>(text: string, empty: T): number | T | null {
  const plain = text.replace(/rp|\s/gi, '');
  if (plain === '') return empty;
  return /^(\d{1,8}|\d{1,3}(\.\d{3}){1,2})$/.test(plain) ? Number(plain.replaceAll('.', '')) : null;
}
