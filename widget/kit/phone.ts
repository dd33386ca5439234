/** The digits of an Indonesian number half or wholly typed, as people dial it: from `+62 812-…`, `812…` to `0812…`. */
export function localDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '').replace(/^(?:00)?62(?=0?8)/, '');
  return digits.startsWith('8') ? `0${digits}` : digits;
}

/**
 * An Indonesian mobile number in the form people dial, `08…`, from any way of typing it
 * (`+62 812-…`, `62812…`, `812…`). Null when it cannot be one: 10 to 13 digits, starting 08.
 */
export function normalisePhone(typed: string): string | null {
  const local = localDigits(typed);
  return /^08\d{8,11}$/.test(local) ? local : null;
}
