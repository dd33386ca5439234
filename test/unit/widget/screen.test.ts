import { describe, expect, it } from 'vitest';
import type { CategorySummary } from '../../../proxy/contract/catalog.ts';
import { nextScreen } from '../../../widget/topup/state/screen.ts';
import { findCategories, typesOf } from '../../../widget/topup/state/search.ts';
import { tileLook } from '../../../widget/topup/state/tile.ts';

describe('the way through the shop', () => {
  it('goes from grid to category to check to order', () => {
    const category = nextScreen({ at: 'catalog' }, { to: 'category', id: 'ml' }, null);
    expect(category).toEqual({ at: 'category', id: 'ml' });
    const check = nextScreen(category, { to: 'check', id: 'ml' }, null);
    expect(check).toEqual({ at: 'check', id: 'ml' });
    expect(nextScreen(check, { to: 'order' }, null)).toEqual({ at: 'order' });
  });

  it('leads back one step at a time', () => {
    expect(nextScreen({ at: 'check', id: 'ml' }, { to: 'back' }, null)).toEqual({ at: 'category', id: 'ml' });
    expect(nextScreen({ at: 'category', id: 'ml' }, { to: 'back' }, null)).toEqual({ at: 'catalog' });
  });

  it('never leaves an order by going back', () => {
    expect(nextScreen({ at: 'order' }, { to: 'back' }, null)).toEqual({ at: 'order' });
  });

  it('knows no grid when one category is pinned', () => {
    expect(nextScreen({ at: 'order' }, { to: 'home' }, 'ml')).toEqual({ at: 'category', id: 'ml' });
    expect(nextScreen({ at: 'category', id: 'ml' }, { to: 'back' }, 'ml')).toEqual({
      at: 'category',
      id: 'ml',
    });
  });
});

describe('the search', () => {
  const named = (name: string, type: string): CategorySummary => ({
    id: name,
    name,
    type,
    from: 1,
    services: 1,
    available: true,
    picture: null,
  });
  const categories = [
    named('Mobile Legends', 'Games'),
    named('Free Fire', 'Games'),
    named('Token PLN', 'PLN'),
  ];
  const find = (query: string, type: string | null = null) =>
    findCategories(categories, { query, type, all: false }).map((category) => category.name);

  it('finds by part of a name, by initials and by type', () => {
    expect(find('legend')).toEqual(['Mobile Legends']);
    expect(find('FF')).toEqual(['Free Fire']);
    expect(find('games')).toEqual(['Mobile Legends', 'Free Fire']);
    expect(find('')).toHaveLength(3);
    expect(find('zzz')).toEqual([]);
  });

  it('keeps to the chosen type', () => {
    expect(find('', 'PLN')).toEqual(['Token PLN']);
    expect(typesOf(categories)).toEqual(['Games', 'PLN']);
  });
});

describe('a tile', () => {
  it.each([
    ['Mobile Legends', 'ML'],
    ['Honor of Kings', 'HK'],
    ['Token PLN', 'PLN'],
    ['DANA', 'DANA'],
    ['Telkomsel', 'Te'],
    ['Paket Data Indosat', 'In'],
    ['Pulsa', 'Pu'],
    ['Blood Strike™ – Global', 'BS'],
    ['🔥 Free Fire', 'FF'],
    ['Élan Nuit', 'ÉN'],
    ['原神', '原神'],
    ['8 Ball Pool', '8B'],
    ['', '?'],
  ])('shows %j as %s', (name, mono) => {
    expect(tileLook(name).mono).toBe(mono);
  });

  it('is always drawn alike', () => {
    expect(tileLook('Free Fire')).toEqual(tileLook('free fire'.replace(/\bf/g, 'F')));
  });
});
