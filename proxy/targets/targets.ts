import type { TargetField } from '../contract/catalog.ts';
import {
  DEFINITION_BY_TYPE,
  DEFINITIONS,
  FALLBACK_DEFINITION,
  TARGET_KINDS,
  type TargetDefinition,
} from './definitions.ts';
import { plainWords } from './naming.ts';
import { operatorNamed } from './operators.ts';

/** What is wrong with one field of a target; the words for people are chosen at the edge. */
type TargetIssue =
  | 'required'
  | 'digits_only'
  | 'meter_length'
  | 'phone'
  | 'too_long'
  | 'characters'
  | 'choice'
  | 'unknown';

/** A checked target: the fields cleaned, and the one string the provider takes. */
export type TargetResult =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>>; readonly target: string }
  | { readonly ok: false; readonly issues: Readonly<Record<string, TargetIssue>> };

/** Longest id any source lists is 32 characters; the rest is room for names with spaces. */
const LONGEST_TEXT = 64;

/**
 * What a buyer of this category must type.
 * @param type the provider's kind (Games, Pulsa, ...), used where the name says nothing.
 * @param category the provider's category name, such as "Mobile Legends".
 */
export function definitionFor(type: string, category: string): TargetDefinition {
  const padded = ` ${plainWords(category)} `;
  let best: TargetDefinition | null = null;
  let bestLength = 0;
  for (const definition of DEFINITIONS) {
    for (const name of definition.categories) {
      const wanted = plainWords(name);
      if (wanted.length > bestLength && padded.includes(` ${wanted} `)) {
        best = definition;
        bestLength = wanted.length;
      }
    }
  }
  return best ?? DEFINITION_BY_TYPE[type.trim().toLowerCase()] ?? FALLBACK_DEFINITION;
}

/** How the reseller wants a category to be addressed: like a known one, with a join of his own. */
export interface OwnTarget {
  /** One of `TARGET_KINDS`, by its name. */
  readonly like: string;
  readonly join: string;
}

/** As `definitionFor`, unless the reseller has said something else of the category. */
export function definitionOf(type: string, category: string, own: OwnTarget | null): TargetDefinition {
  const like = own && TARGET_KINDS.get(own.like);
  return like ? { ...like, join: own.join } : definitionFor(type, category);
}

/** Whether a join names each field once and nothing else, so that nothing a buyer typed is lost or sent twice. */
export function isJoinOf(definition: TargetDefinition, pattern: string): boolean {
  const named = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const wanted = definition.fields.map(({ name }) => name).sort();
  const isBare = !/[{}]/.test(pattern.replace(/\{\w+\}/g, ''));
  return isBare && named.join() === wanted.join();
}

/** The definition's fields as this very category shows them: its name may tell whose numbers it is for. */
export function fieldsFor({ fields }: TargetDefinition, category: string): TargetField[] {
  return fields.map((field) => (field.operators ? { ...field, operator: operatorNamed(category) } : field));
}

/**
 * Checks what the buyer typed and joins it. Blocks only what cannot be right (empty, letters in a numeric
 * id, wrong length of a meter number); rules of thumb about lengths warn in the widget and never block here.
 */
export function readTarget(
  definition: TargetDefinition,
  typed: Readonly<Record<string, string>>,
): TargetResult {
  const issues: Record<string, TargetIssue> = Object.create(null);
  const fields: Record<string, string> = {};
  for (const name of Object.keys(typed)) {
    if (!definition.fields.some((field) => field.name === name)) issues[name] = 'unknown';
  }
  for (const field of definition.fields) {
    const value = clean(field, typed[field.name] ?? '');
    const issue = issueOf(field, value);
    if (issue) issues[field.name] = issue;
    else if (value !== '') fields[field.name] = value;
  }
  if (Object.keys(issues).length > 0) return { ok: false, issues };
  return { ok: true, fields, target: join(definition.join, fields) };
}

/**
 * An Indonesian mobile number in the form the provider's examples use: 08..., 10 to 13 digits.
 * Takes +62, 62, 0062 and a bare 8 in front, and spaces, dots, dashes and brackets anywhere.
 * @returns null when it is no such number (lengths: `shared/data/operator-prefixes.json`).
 */
export function normalisePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s().\-\u2010-\u2015]/g, '')
    .replace(/^\+/, '');
  const local = digits.replace(/^(0062|62)(?=0?8)/, '').replace(/^0?8/, '08');
  return /^08\d{8,11}$/.test(local) ? local : null;
}

function clean(field: TargetField, raw: string): string {
  const value = raw.trim();
  if (field.kind === 'digits') return value.normalize('NFKC').replace(/[\s.-]/g, '');
  if (field.kind === 'phone') return normalisePhone(value) ?? value;
  return field.name === 'playerTag' ? value.toUpperCase() : value;
}

function issueOf(field: TargetField, value: string): TargetIssue | null {
  if (value === '') return field.optional ? null : 'required';
  if (value.length > LONGEST_TEXT) return 'too_long';
  return CHECKS[field.kind](field, value);
}

const CHECKS: Readonly<
  Record<TargetField['kind'], (field: TargetField, value: string) => TargetIssue | null>
> = {
  digits: (field, value) => {
    if (!/^\d+$/.test(value)) return 'digits_only';
    return field.name === 'meterNumber' && !/^\d{11,12}$/.test(value) ? 'meter_length' : null;
  },
  phone: (_field, value) => (normalisePhone(value) === null ? 'phone' : null),
  choice: (field, value) => (field.options?.some((option) => option.value === value) ? null : 'choice'),
  // Control and invisible formatting characters are never part of an id, only of a bad paste.
  text: (_field, value) => (/[\p{Cc}\p{Cf}]/u.test(value) ? 'characters' : null),
};

/** Fills the join; an optional field left empty takes the separator before it along. */
function join(pattern: string, fields: Readonly<Record<string, string>>): string {
  return pattern.replace(/([^{}]*)\{(\w+)\}/g, (_all, separator: string, name: string) => {
    const value = fields[name];
    return value === undefined ? '' : separator + value;
  });
}
