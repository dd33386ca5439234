import type { CategorySummary } from '../../../proxy/contract/catalog.ts';
import { edits, sound } from './likeness.ts';

/** What the buyer looks for in the catalog. */
export interface Filter {
  /** A type of the provider's, or null for all. */
  readonly type: string | null;
  readonly query: string;
  /** False: only the first screenful is drawn until the buyer asks for all. */
  readonly all: boolean;
}

/** How many tiles are drawn before "show all": fills whole rows of 2, 3, 4 and 6. */
export const FIRST_TILES = 12;

/** What buyers say instead of the words in a category's name or type. */
const NICKNAMES: readonly (readonly [said: RegExp, nicknames: string])[] = [
  [/\bpln\b/, 'listrik token'],
  [/free fire/, 'ff epep garena'],
  [/mobile legend/, 'mlbb emel mole bang'],
  [/telkomsel/, 'tsel simpati'],
  [/indosat/, 'isat im3'],
  [/\btri\b/, 'three 3'],
  [/roblox/, 'robux'],
  [/shopeepay/, 'spay'],
  [/\bdata\b/, 'kuota paket internet'],
  [/\be (money|wallet)\b/, 'ewallet emoney dompet saldo'],
];

/** How well a category fits, the best first; what fits worse than by its letters comes only if nothing else does. */
const EXACT = 0;
const PREFIX = 1;
const WORD = 2;
const INITIALS = 3;
const INSIDE = 4;
const SOUND = 5;
const TYPING = 6;
const NONE = 9;

/** A word of the catalog, and what it sounds like. */
interface Word {
  readonly text: string;
  readonly heard: string;
}

interface Entry {
  readonly category: CategorySummary;
  /** The name without its spaces, so that "go pay" is GoPay. */
  readonly joined: Word;
  readonly initials: string;
  /** Places of its words in the vocabulary. */
  readonly name: readonly number[];
  /** The same of its type and its nicknames. */
  readonly more: readonly number[];
}

interface Index {
  readonly vocabulary: readonly Word[];
  readonly entries: readonly Entry[];
}

/** What is known of a catalog: how to search it, once somebody wants to, and what was found last. */
interface Memory {
  index?: Index;
  key?: string;
  found: CategorySummary[];
}

const memories = new WeakMap<readonly CategorySummary[], Memory>();

function memoryOf(categories: readonly CategorySummary[]): Memory {
  const memory = memories.get(categories) ?? { found: [] };
  memories.set(categories, memory);
  return memory;
}

/** Reads the catalog ahead of the first keystroke, which would wait for it. */
export function prepareSearch(categories: readonly CategorySummary[]): void {
  memoryOf(categories).index ??= indexOf(categories);
}

/**
 * Categories of the type that fit the words, the best first and else in the catalog's order: by name, by
 * initials (`ml`), by what people call them (`token listrik`), and failing that by sound (`mobil lejen`)
 * and with a slip of the finger (`gensin`).
 */
export function findCategories(categories: readonly CategorySummary[], filter: Filter): CategorySummary[] {
  const { type, query } = filter;
  const memory = memoryOf(categories);
  // Nothing typed, nothing to make plain: its regular expressions need not be compiled before the first paint.
  const words = query ? plain(query).split(' ').filter(Boolean) : [];
  // The same list is drawn again and again while it is scrolled.
  const key = JSON.stringify([type, words]);
  if (memory.key !== key) {
    const isOfType = (category: CategorySummary) => type === null || category.type === type;
    if (words.length === 0) memory.found = categories.filter(isOfType);
    else {
      memory.index ??= indexOf(categories);
      memory.found = find(memory.index, words, isOfType);
    }
    memory.key = key;
  }
  return memory.found;
}

/** The types in the order the catalog brings them. */
export function typesOf(categories: readonly CategorySummary[]): string[] {
  return [...new Set(categories.map((category) => category.type))];
}

function find(
  { vocabulary, entries }: Index,
  words: readonly string[],
  isWanted: (category: CategorySummary) => boolean,
): CategorySummary[] {
  const whole = words.join('');
  for (const fits of [byLetters, byLikeness]) {
    const grades = words.map((word) => {
      const graded = fits(word);
      return vocabulary.map(graded);
    });
    const fitsWhole = fits(whole);
    const found: [grade: number, category: CategorySummary][] = [];
    for (const entry of entries) {
      if (!isWanted(entry.category)) continue;
      const grade = Math.min(gradeWhole(entry, whole, fitsWhole), gradeWords(entry, grades));
      if (grade < NONE) found.push([grade, entry.category]);
    }
    if (found.length > 0) return found.sort(([a], [b]) => a - b).map(([, category]) => category);
  }
  return [];
}

/** How well the name as one word fits the query as one word. */
function gradeWhole({ joined, initials }: Entry, whole: string, fits: (word: Word) => number): number {
  const grade = fits(joined);
  if (grade < INITIALS) return grade === WORD ? EXACT : PREFIX;
  if (whole.length < 2 || !initials.startsWith(whole)) return grade;
  return initials === whole ? INITIALS : INITIALS + 0.5;
}

/** Every word must fit something; the worst of them decides, then all together. */
function gradeWords({ name, more }: Entry, grades: readonly (readonly number[])[]): number {
  let worst = 0;
  let sum = 0;
  for (const graded of grades) {
    let best = NONE;
    for (const place of name) best = Math.min(best, graded[place] ?? NONE);
    // What is not in the name counts a little less than the same in the name.
    for (const place of more) best = Math.min(best, (graded[place] ?? NONE) + 0.4);
    if (best >= NONE) return NONE;
    worst = Math.max(worst, best);
    sum += best;
  }
  return worst + sum / 1000;
}

function byLetters(typed: string): (word: Word) => number {
  return ({ text }) => {
    if (text.startsWith(typed)) return text === typed ? WORD : WORD + 0.2;
    return typed.length > 1 && text.includes(typed) ? INSIDE : NONE;
  };
}

/** Few letters are like too many words: they must sound the same to the end. */
function byLikeness(typed: string): (word: Word) => number {
  const wanted = sound(typed);
  const { length } = wanted;
  const slips = length < 4 ? 0 : length < 8 ? 1 : 2;
  return ({ heard }) => {
    if (length > 2 ? heard.startsWith(wanted) : heard === wanted) return SOUND;
    if (length > 4 && heard.includes(wanted)) return SOUND + 0.5;
    // The first letter is seldom wrong, and asking for it spares nearly all comparisons.
    if (slips === 0 || heard[0] !== wanted[0]) return NONE;
    const count = edits(wanted, heard, slips, length > 4);
    return count > slips ? NONE : TYPING + count / 10;
  };
}

function indexOf(categories: readonly CategorySummary[]): Index {
  const vocabulary: Word[] = [];
  const places = new Map<string, number>();
  const placesOf = (text: string) =>
    text.split(' ').map((word) => {
      const place = places.get(word) ?? vocabulary.push(wordOf(word)) - 1;
      places.set(word, place);
      return place;
    });
  const entries = categories.map((category) => {
    const name = plain(category.name);
    const type = plain(category.type);
    const all = `${name} ${type}`;
    const nicknames = NICKNAMES.filter(([said]) => said.test(all)).map(([, called]) => called);
    return {
      category,
      joined: wordOf(name.replaceAll(' ', '')),
      initials: name.replace(/(\S)\S*\s*/g, '$1'),
      name: placesOf(name),
      more: placesOf([type, ...nicknames].join(' ')),
    };
  });
  return { vocabulary, entries };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordOf(text: string): Word {
  return { text, heard: sound(text) };
}
