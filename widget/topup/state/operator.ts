import type { TargetField } from '../../../proxy/contract/catalog.ts';
import { normalisePhone } from '../../kit/phone.ts';

/** Whose number was typed into a field, once enough of it is there to tell; the longest prefix wins. */
export function operatorOf({ operators }: TargetField, value: string): string | null {
  const digits = value.replace(/\D/g, '').replace(/^(?:00)?62(?=0?8)/, '');
  const phone = normalisePhone(value) ?? (digits.startsWith('8') ? `0${digits}` : digits);
  let found: string | null = null;
  let longest = 0;
  for (const { name, prefixes } of operators ?? []) {
    for (const prefix of prefixes) {
      if (prefix.length <= longest || !phone.startsWith(prefix)) continue;
      found = name;
      longest = prefix.length;
    }
  }
  return found;
}
