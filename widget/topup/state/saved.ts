import type { Target } from './target.ts';

/** Targets kept on this device for each category: a phone is used for a family's accounts, not for a guild's. */
const MOST = 5;

type Saved = Readonly<Record<string, readonly Target[]>>;

/** With a target kept for its category, newest first, each once. */
export function withSaved(saved: Saved | null, categoryId: string, target: Target): Saved {
  const others = without(saved, categoryId, target)[categoryId] ?? [];
  return { ...saved, [categoryId]: [target, ...others].slice(0, MOST) };
}

/** Without a target that is kept no longer. */
export function without(saved: Saved | null, categoryId: string, target: Target): Saved {
  const kept = saved?.[categoryId] ?? [];
  const text = JSON.stringify(target);
  return { ...saved, [categoryId]: kept.filter((one) => JSON.stringify(one) !== text) };
}
