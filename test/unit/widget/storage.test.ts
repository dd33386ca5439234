import { describe, expect, it } from 'vitest';
import { Shelf, type Store, withMine } from '../../../widget/topup/state/storage.ts';
import { order } from './samples.ts';

function memory(): Store & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const forbidden = (): Store => {
  throw new Error('SecurityError');
};

describe('what a device remembers', () => {
  it('comes back, for its own proxy only', () => {
    const store = memory();
    new Shelf('https://a.example', 0, () => store).set('order', 'token');
    expect(new Shelf('https://a.example', 0, () => store).get('order')).toBe('token');
    expect(new Shelf('https://b.example', 0, () => store).get('order')).toBeNull();
  });

  it('lasts for the page where storage is forbidden', () => {
    const shelf = new Shelf('https://forbidden.example', 0, forbidden);
    shelf.set('order', 'token');
    expect(shelf.get('order')).toBe('token');
    shelf.drop('order');
    expect(shelf.get('order')).toBeNull();
  });

  it('lasts for the page where storage is full, and is not hidden by an older value', () => {
    const store = memory();
    const shelf = new Shelf('https://full.example', 0, () => store);
    shelf.set('order', 'old');
    store.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    shelf.set('order', 'new');
    expect(shelf.get('order')).toBe('new');
  });

  it('keeps an open order for each element of the page, and shares who buys', () => {
    const store = memory();
    const first = new Shelf('https://a.example', 0, () => store);
    const second = new Shelf('https://a.example', 1, () => store);
    second.set('order', 'token');
    second.set('buyer', { name: 'Budi', phone: '0812' });
    expect([first.get('order'), second.get('order')]).toEqual([null, 'token']);
    expect(first.get('buyer')).toEqual({ name: 'Budi', phone: '0812' });
  });

  it('is nothing when it cannot be read', () => {
    const store = memory();
    store.setItem('zul-topup:https://x.example:buyer', '{');
    expect(new Shelf('https://x.example', 0, () => store).get('buyer')).toBeNull();
  });
});

describe('the orders made here', () => {
  it('stand newest first, each once, as it was last seen, and twenty at most', () => {
    let mine = withMine([], order({ code: 'ZT-0' }));
    for (let number = 1; number < 25; number++) mine = withMine(mine, order({ code: `ZT-${number}` }));
    mine = withMine(mine, order({ code: 'ZT-24', status: 'succeeded' }));
    expect(mine).toHaveLength(20);
    expect(mine[0]).toMatchObject({ code: 'ZT-24', status: 'succeeded', service: '70 Diamond' });
    expect(mine.at(-1)?.code).toBe('ZT-5');
  });
});
