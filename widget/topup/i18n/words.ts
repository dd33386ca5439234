import type { id } from './id.ts';
import type more from './id-more.json';

/** The languages of the widget. */
export type Lang = 'id' | 'en';

/** Every sentence the buyer can read. Indonesian is the original; other languages must have the same keys. */
export type Words = typeof id & typeof more;
