import { id } from './id.ts';
import type { Lang, Words } from './words.ts';

/** Indonesian unless the element itself asks for English: the page around it may be in any language. */
export function langOf(attribute: string | null | undefined): Lang {
  return /^en\b/i.test(attribute ?? '') ? 'en' : 'id';
}

/**
 * The dictionary of a language. English is loaded when it is asked for, because most buyers never need
 * it; where it cannot be loaded, Indonesian is better than nothing.
 */
export async function wordsOf(lang: Lang): Promise<Words> {
  if (lang === 'id') return id;
  return import('./en.ts').then(
    ({ en }) => en,
    () => id,
  );
}
