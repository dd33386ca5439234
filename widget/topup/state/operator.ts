import type { TargetField } from '../../../proxy/contract/catalog.ts';
import { localDigits } from '../../kit/phone.ts';

type Operators = NonNullable<TargetField['operators']>;

/** A number of one operator in a field for another's. */
export interface OperatorMismatch {
  readonly found: string;
  readonly wanted: string;
}

/**
 * Whose number it is, by its longest prefix; also of a number half typed, as soon as no further digit can
 * change the answer. Null when nobody's prefix fits.
 */
export function operatorOf(phone: string, operators: Operators): string | null {
  const digits = localDigits(phone);
  let best = '';
  let found: string | null = null;
  for (const { name, prefixes } of operators) {
    for (const prefix of prefixes) {
      if (digits.length < prefix.length && prefix.startsWith(digits)) return null;
      if (prefix.length > best.length && digits.startsWith(prefix)) [best, found] = [prefix, name];
    }
  }
  return found;
}

/** The mismatch to warn of: a number known to be another operator's than the category's. Never a reason to refuse. */
export function operatorMismatch(
  { operators, operator }: Pick<TargetField, 'operators' | 'operator'>,
  value: string,
): OperatorMismatch | null {
  const found = operator && operatorOf(value, operators ?? []);
  return found && found !== operator ? { found, wanted: operator } : null;
}
