const ZONELESS = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;
const WIB_OFFSET_MS = 7 * 3_600_000;

/** Numbers below this are seconds from now, above it a Unix time: no QR lives for a year. */
const LONGEST_DURATION_S = 366 * 86_400;
const FIRST_UNIX_MS = 100_000_000_000;

/**
 * A time as the provider writes it, to epoch milliseconds. Takes a zone-less time (which means
 * Asia/Jakarta, UTC+7), ISO 8601 with zone, Unix seconds or milliseconds, and a duration in seconds
 * (upstream behaviours 20). Returns null for anything else.
 */
export function parseProviderTime(value: unknown, now: number): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text), now);
  const parts = ZONELESS.exec(text);
  if (parts) {
    const [, year, month, day, hour, minute, second = '0'] = parts.map(Number);
    return (
      Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, Number.isNaN(second) ? 0 : Number(second)) -
      WIB_OFFSET_MS
    );
  }
  if (!/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
  const parsed = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(parsed) ? null : parsed;
}

function fromNumber(number: number, now: number): number {
  if (number >= FIRST_UNIX_MS) return Math.trunc(number);
  return Math.trunc(number <= LONGEST_DURATION_S ? now + number * 1000 : number * 1000);
}
