/** The languages the console speaks. */
export type Lang = 'id' | 'en';

const KEY = 'zul-console:lang';

/** What was chosen on this device; Indonesian until then. */
export function keptLang(): Lang {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
}

/** Keeps the choice for the next visit. */
export function keepLang(lang: Lang): void {
  localStorage.setItem(KEY, lang);
}
