import type { Target } from './target.ts';

/** Ids a buyer chose to keep on this device, by category, newest first. */
export type SavedIds = Readonly<Record<string, readonly Target[]>>;

const MOST_PER_CATEGORY = 5;

/** The ids kept for a category, newest first; none when what was stored cannot be read. */
export function savedFor(saved: SavedIds | null, categoryId: string): readonly Target[] {
  const ids: unknown = saved && Object.hasOwn(saved, categoryId) ? saved[categoryId] : null;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'object' && id !== null) : [];
}

/** Whether this very id is kept. */
export function isSaved(saved: SavedIds | null, categoryId: string, target: Target): boolean {
  return savedFor(saved, categoryId).some((id) => isSame(id, target));
}

/** Keeps an id, as the newest of its category. The oldest goes when there are too many; an empty one is not kept. */
export function withSaved(saved: SavedIds | null, categoryId: string, target: Target): SavedIds {
  if (!Object.values(target).some(Boolean)) return saved ?? {};
  const ids = [target, ...without(saved, categoryId, target)];
  return { ...saved, [categoryId]: ids.slice(0, MOST_PER_CATEGORY) };
}

/** Forgets an id; a category without any leaves no trace. */
export function withoutSaved(saved: SavedIds | null, categoryId: string, target: Target): SavedIds {
  const { [categoryId]: _ids, ...others } = saved ?? {};
  const rest = without(saved, categoryId, target);
  return rest.length > 0 ? { ...others, [categoryId]: rest } : others;
}

function without(saved: SavedIds | null, categoryId: string, target: Target): Target[] {
  return savedFor(saved, categoryId).filter((id) => !isSame(id, target));
}

/** The same fields with the same values; a field left empty is as good as none. */
function isSame(a: Target, b: Target): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? '') === (b[name] ?? ''));
}
