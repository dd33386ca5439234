import { randomBytes, randomInt } from 'node:crypto';
import { formatWib } from './clock.ts';

/**
 * Ten random digits. The provider counts up from 1; random ids keep a proxy that still remembers
 * yesterday's sandbox from meeting the same id with another order behind it.
 */
export function newOrderId(): string {
  return String(randomInt(1_000_000_000, 10_000_000_000));
}

/** `INV-` or `DEP-`, the day in WIB and 48 random bits, for example `INV-20261123-9F3A01C2B7D4`. */
export function newReference(prefix: 'INV' | 'DEP', at: number): string {
  const day = formatWib(at).slice(0, 10).replaceAll('-', '');
  return `${prefix}-${day}-${randomBytes(6).toString('hex').toUpperCase()}`;
}

/** 128 random bits as hex: an API key, or the unguessable part of a payment link. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}
