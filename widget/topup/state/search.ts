import type { CategorySummary } from '../../../proxy/contract/catalog.ts';

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

/** Categories that match type and words; a word also matches the initials (`ml` finds Mobile Legends). */
export function findCategories(categories: readonly CategorySummary[], filter: Filter): CategorySummary[] {
  const wanted = plain(filter.query).split(' ').filter(Boolean);
  return categories.filter((category) => {
    if (filter.type !== null && category.type !== filter.type) return false;
    const text = plain(`${category.name} ${category.type}`);
    const initials = text
      .split(' ')
      .map((word) => word.charAt(0))
      .join('');
    return wanted.every((word) => text.includes(word) || initials.startsWith(word));
  });
}

/** The types in the order the catalog brings them. */
export function typesOf(categories: readonly CategorySummary[]): string[] {
  return [...new Set(categories.map((category) => category.type))];
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
