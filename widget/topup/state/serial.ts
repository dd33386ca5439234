/** A serial number as a buyer needs it: the part to copy, the part to read, and who it belongs to. */
export interface Serial {
  /** What to copy: the code without spaces for a PLN token, else as it came. */
  readonly code: string;
  /** What to show: a PLN token in groups of four. */
  readonly shown: string;
  /** Name on the meter, tariff and power, when the provider sent them. */
  readonly meter: { readonly name: string; readonly tariff: string; readonly power: string } | null;
}

/** Reads the provider's note: `SN: ABC123`, or for PLN `token/name/tariff/power` with a 20-digit token. */
export function parseSerial(note: string): Serial {
  const plain = note.replace(/^\s*(?:sn|serial(?: number)?|token)\s*[:=]\s*/i, '').trim();
  const [first = '', ...rest] = plain.split('/').map((part) => part.trim());
  const token = first.replace(/[\s-]/g, '');
  if (!/^\d{20}$/.test(token)) return { code: plain, shown: plain, meter: null };
  const shown = token.replace(/(\d{4})(?=\d)/g, '$1 ');
  const power = rest.length > 2 ? (rest.at(-1) ?? '') : '';
  const tariff = rest.length > 1 ? (rest.at(rest.length > 2 ? -2 : -1) ?? '') : '';
  // A customer's name may itself hold a slash: everything between token and tariff is the name.
  const name = rest.slice(0, rest.length > 2 ? -2 : 1).join('/');
  return { code: token, shown, meter: rest.length ? { name, tariff, power } : null };
}
