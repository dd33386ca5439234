import type { TargetField } from '../../../proxy/contract/catalog.ts';
import { normalisePhone } from '../../kit/phone.ts';

/** What the buyer typed, by field name. */
export type Target = Readonly<Record<string, string>>;

/** The fields a pasted "12345678 (1234)" would fill: exactly the first two digit fields, or none. */
function digitPair(fields: readonly TargetField[]): [TargetField, TargetField] | null {
  const [id, zone] = fields.filter((field) => field.kind === 'digits');
  return id && zone ? [id, zone] : null;
}

/** Splits a pasted id with its zone over the category's two digit fields; null when it is not such a pair. */
export function splitPaste(text: string, fields: readonly TargetField[]): Target | null {
  const pair = digitPair(fields);
  const parts = /^\D*(\d{4,})\D+(\d+)\D*$/.exec(text);
  if (!pair || !parts) return null;
  return { [pair[0].name]: parts[1] ?? '', [pair[1].name]: parts[2] ?? '' };
}

/** The choice that the digits of another field point to (longest prefix wins), or null. */
export function inferChoice(field: TargetField, target: Target): string | null {
  if (!field.inferFrom) return null;
  const source = (target[field.inferFrom.field] ?? '').trim();
  const known = Object.keys(field.inferFrom.prefixes).filter((prefix) => source.startsWith(prefix));
  const longest = known.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : (field.inferFrom.prefixes[longest] ?? null);
}

/** Whether a typed value looks unlike what this category usually takes. A warning, never a refusal. */
export function looksOdd(field: TargetField, value: string): boolean {
  const clean = cleanValue(field, value);
  if (!clean) return false;
  if (field.kind === 'phone' && !normalisePhone(clean)) return true;
  if (!field.pattern) return false;
  try {
    return !new RegExp(`^(?:${field.pattern})$`).test(clean);
  } catch {
    return false;
  }
}

/** A typed value as it is sent: no stray spaces, no separators in numbers, phones as `08…`. */
export function cleanValue(field: TargetField, value: string): string {
  const trimmed = value.trim();
  if (field.kind === 'digits') return trimmed.replace(/[\s.-]/g, '');
  return field.kind === 'phone' ? (normalisePhone(trimmed) ?? trimmed) : trimmed;
}

/** Every field's value as it is sent; empty optional ones are left out. */
export function cleanTarget(fields: readonly TargetField[], target: Target): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const field of fields) {
    const value = cleanValue(field, target[field.name] ?? '');
    if (value) clean[field.name] = value;
  }
  return clean;
}
