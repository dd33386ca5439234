const ZONELESS = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;
const WIB_OFFSET_MS = 7 * 3_600_000;

/** Numbers below this are seconds from now, above it a Unix time: no QR lives for a year. */
const LONGEST_DURATION_S = 366 * 86_400;
const FIRST_UNIX_MS = 100_000_000_000;
/** The year 2286; what is beyond is no time. */
const LATEST_UNIX_MS = 10_000_000_000_000;

/**
 * A time as the provider writes it, to epoch milliseconds. Takes a zone-less time (which means
 * Asia/Jakarta, UTC+7), ISO 8601 with zone, Unix seconds or milliseconds, and a duration in seconds
 * (upstream behaviours 20). Returns null for anything else.
 */
export function parseProviderTime(value: unknown, now: number): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text), now);
  const parts = ZONELESS.exec(text);
  if (parts) return fromWib(parts.slice(1).map((part) => Number(part ?? 0)));
  if (!/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
  const parsed = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(parsed) ? null : parsed;
}

/** A time of day in Jakarta; null for one that no calendar has (MySQL's 0000-00-00, a 13th month). */
function fromWib([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]) {
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    asUtc.getUTCFullYear() === year && asUtc.getUTCMonth() === month - 1 && asUtc.getUTCDate() === day;
  return isReal && year > 1970 ? asUtc.getTime() - WIB_OFFSET_MS : null;
}

function fromNumber(number: number, now: number): number | null {
  if (number === 0 || number >= LATEST_UNIX_MS) return null;
  if (number >= FIRST_UNIX_MS) return Math.trunc(number);
  return Math.trunc(number <= LONGEST_DURATION_S ? now + number * 1000 : number * 1000);
}
