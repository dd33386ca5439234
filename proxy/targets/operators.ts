import type { TargetField } from '../contract/catalog.ts';
import { holdsName } from './naming.ts';

type Operator = NonNullable<TargetField['operators']>[number];

/**
 * Number ranges of Indonesia's mobile operators, `first-last` both included (`shared/data/operator-prefixes.json`).
 * Rules of thumb: they help and warn, and never stop an order.
 */
const RANGES = {
  Telkomsel: '0811-0813 0821-0823 0851-0853',
  'by.U': '085154-085158',
  Indosat: '0814-0816 0855-0858',
  XL: '0817-0819 0859-0859 0877-0879',
  Axis: '0831-0833 0838-0838',
  Tri: '0895-0899',
  Smartfren: '0881-0889',
} as const;

type OperatorName = keyof typeof RANGES;

/** What else the trade calls them in the names of categories. */
const NICKNAMES: Readonly<Partial<Record<OperatorName, readonly string[]>>> = {
  Telkomsel: ['Tsel', 'simPATI'],
  Indosat: ['IM3', 'Isat'],
  Tri: ['Three'],
};

/** A brand inside another's range: a category that names both means the brand. */
const BRAND_OF: Readonly<Partial<Record<OperatorName, OperatorName>>> = { 'by.U': 'Telkomsel' };

const NAMES = Object.keys(RANGES) as OperatorName[];

/** All operators with their prefixes, written with a leading 0. A number belongs to its longest prefix. */
export const OPERATORS: readonly Operator[] = NAMES.map((name) => ({ name, prefixes: spread(RANGES[name]) }));

/**
 * The operator a category is for: "Paket Data Telkomsel" -> "Telkomsel".
 * @returns null when the name tells of none, or of several that have nothing to do with one another.
 */
export function operatorNamed(category: string): string | null {
  const named = NAMES.filter((name) =>
    [name, ...(NICKNAMES[name] ?? [])].some((called) => holdsName(category, called)),
  );
  const owners = named.map((name) => BRAND_OF[name]);
  const [only, ...others] = named.filter((name) => !owners.includes(name));
  return only !== undefined && others.length === 0 ? only : null;
}

function spread(ranges: string): string[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, step) => `0${Number(first) + step}`);
  });
}
