import { describe, expect, it } from 'vitest';
import type { CategorySummary } from '../../../proxy/contract/catalog.ts';
import {
  type Recents,
  recentCategories,
  recentsFirst,
  withRecent,
} from '../../../widget/topup/state/recents.ts';

const catalog = ['a', 'b', 'c', 'd'].map(
  (id): CategorySummary => ({
    ...{ id, name: id, type: 'Games', from: 1, services: 1, available: true, picture: null },
  }),
);
const bought = (...ids: string[]) =>
  ids.reduce<Recents>((recents, id, at) => withRecent(recents, id, 1_000 + at), {});
const ids = (categories: readonly CategorySummary[]) => categories.map(({ id }) => id);

describe('categories bought from', () => {
  it('come the latest first', () => {
    expect(ids(recentCategories(catalog, bought('a', 'c', 'b')))).toEqual(['b', 'c', 'a']);
    expect(ids(recentCategories(catalog, bought('a', 'c', 'a')))).toEqual(['a', 'c']);
  });

  it('stand in front of the whole catalog, each once', () => {
    expect(ids(recentsFirst(catalog, bought('c', 'd')))).toEqual(['d', 'c', 'a', 'b']);
    expect(ids(recentsFirst(catalog, null))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are passed over when the shop has them no more', () => {
    expect(ids(recentCategories(catalog, bought('gone', 'b')))).toEqual(['b']);
    expect(recentCategories([], bought('b'))).toEqual([]);
    expect(recentCategories(catalog, null)).toEqual([]);
  });

  it('are at most eight: the longest ago is forgotten', () => {
    const recents = bought(...'abcdefghij');
    expect(Object.keys(recents).sort()).toEqual([...'cdefghij']);
    expect(recents.j).toBe(1_009);
  });

  it('are ordered by time even when their ids are numbers', () => {
    const numbered = ['10', '2'].map((id) => ({ ...catalog[0], id }) as CategorySummary);
    expect(ids(recentCategories(numbered, bought('2', '10')))).toEqual(['10', '2']);
  });

  it('are never changed in place', () => {
    const recents = bought('a');
    withRecent(recents, 'b', 2_000);
    expect(recents).toEqual({ a: 1_000 });
  });
});
