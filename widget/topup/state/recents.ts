import type { CategorySummary } from '../../../proxy/contract/catalog.ts';

/** When each of the categories last bought from was bought from, Unix milliseconds, by id. */
export type Recents = Readonly<Record<string, number>>;

/** Enough for two short rows of tiles. */
const MOST = 8;

/** Notes that something of the category was bought; the longest ago is forgotten when there are too many. */
export function withRecent(recents: Recents | null, categoryId: string, at: number): Recents {
  const { [categoryId]: _before, ...others } = recents ?? {};
  return Object.fromEntries([[categoryId, at] as const, ...newestFirst(others)].slice(0, MOST));
}

/** The categories bought from, the latest first, as far as they are still in the catalog. */
export function recentCategories(
  categories: readonly CategorySummary[],
  recents: Recents | null,
): CategorySummary[] {
  return newestFirst(recents ?? {}).flatMap(([id]) => categories.filter((category) => category.id === id));
}

/** The whole catalog with those bought from in front. */
export function recentsFirst(
  categories: readonly CategorySummary[],
  recents: Recents | null,
): CategorySummary[] {
  return [...new Set([...recentCategories(categories, recents), ...categories])];
}

function newestFirst(recents: Recents): [id: string, at: number][] {
  return Object.entries(recents).sort(([, a], [, b]) => b - a);
}
