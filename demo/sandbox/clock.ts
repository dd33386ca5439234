/** The time as Unix milliseconds. Injected everywhere, so that a test moves it instead of sleeping. */
export type Clock = () => number;

const wibOffsetMs = 7 * 60 * 60 * 1000;

/**
 * A Unix time in milliseconds as the provider writes it: zone-less wall time of Asia/Jakarta
 * (WIB, UTC+7, no daylight saving), for example `2026-11-23 10:15:00`.
 */
export function formatWib(at: number): string {
  return new Date(at + wibOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}
