import { fetchJson } from '../api/files.ts';
import en from './en.json?url&no-inline';
import { id } from './id.ts';
import more from './id-more.json?url&no-inline';
import type { Lang, Words } from './words.ts';

/** Indonesian unless the element itself asks for English: the page around it may be in any language. */
export function langOf(attribute: string | null | undefined): Lang {
  return /^en\b/i.test(attribute ?? '') ? 'en' : 'id';
}

/**
 * What the element says, in one language. The script brings the Indonesian of the catalog; the rest is data,
 * loaded when it is needed.
 */
export class Dictionary {
  // Nothing but the catalog is shown before `complete` has brought its words, so to views it is whole.
  words = id as Words;
  #lang: Lang = 'id';
  readonly #whole: Partial<Record<Lang, Words>> = {};

  /** Changes the language; where its words cannot be loaded, Indonesian is better than nothing. */
  async use(lang: Lang): Promise<void> {
    this.#lang = lang;
    if (lang === 'id' && !this.#whole.id) this.words = id as Words;
    else await this.complete().catch(() => undefined);
  }

  /** Brings every sentence of the language. Rejects when it cannot be loaded. */
  async complete(): Promise<void> {
    const lang = this.#lang;
    const words = this.#whole[lang] ?? (lang === 'en' ? await fetchJson<Words>(en) : await wholeIndonesian());
    this.#whole[lang] = words;
    if (lang === this.#lang) this.words = words;
  }
}

async function wholeIndonesian(): Promise<Words> {
  return { ...id, ...(await fetchJson<Omit<Words, keyof typeof id>>(more)) };
}
