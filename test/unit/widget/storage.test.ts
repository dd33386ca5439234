import { describe, expect, it } from 'vitest';
import { Shelf, type Store } from '../../../widget/topup/state/storage.ts';

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
    new Shelf('https://a.example', () => store).set('order', 'token');
    expect(new Shelf('https://a.example', () => store).get('order')).toBe('token');
    expect(new Shelf('https://b.example', () => store).get('order')).toBeNull();
  });

  it('lasts for the page where storage is forbidden', () => {
    const shelf = new Shelf('https://forbidden.example', forbidden);
    shelf.set('order', 'token');
    expect(shelf.get('order')).toBe('token');
    shelf.drop('order');
    expect(shelf.get('order')).toBeNull();
  });

  it('lasts for the page where storage is full, and is not hidden by an older value', () => {
    const store = memory();
    const shelf = new Shelf('https://full.example', () => store);
    shelf.set('order', 'old');
    store.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    shelf.set('order', 'new');
    expect(shelf.get('order')).toBe('new');
  });

  it('is nothing when it cannot be read', () => {
    const store = memory();
    store.setItem('zul-topup:https://x.example:buyer', '{');
    expect(new Shelf('https://x.example', () => store).get('buyer')).toBeNull();
  });
});
