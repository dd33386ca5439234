/**
 * A markup rule. All integers, so that no float ever touches money:
 * `percentHundredths` is the percentage in hundredths of a percent (8 % = 800), `fixedRupiah` is added after.
 */
export interface Markup {
  readonly percentHundredths: number;
  readonly fixedRupiah: number;
}

const PERCENT = /^(\d{1,4})(?:[.,](\d{1,2}))?%$/;
const FIXED = /^\d{1,8}$/;

/**
 * Reads a rule as a reseller writes it: `8%`, `7.5%`, `1500`, `8%+500`.
 * Returns null when it is none of these, so that the caller can name the field it came from.
 */
export function parseMarkup(text: string): Markup | null {
  const parts = text.replace(/\s+/g, '').split('+');
  const [first = '', second] = parts;
  if (parts.length > 2) return null;
  const percent = PERCENT.exec(first);
  if (!percent) {
    return second === undefined && FIXED.test(first)
      ? { percentHundredths: 0, fixedRupiah: Number(first) }
      : null;
  }
  if (second !== undefined && !FIXED.test(second)) return null;
  const [, whole = '0', fraction = ''] = percent;
  return {
    percentHundredths: Number(whole) * 100 + Number(fraction.padEnd(2, '0')),
    fixedRupiah: second === undefined ? 0 : Number(second),
  };
}
