import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSaved,
  type SavedIds,
  savedFor,
  withoutSaved,
  withSaved,
} from '../../../widget/topup/state/saved-ids.ts';

const id = (userId: string, zoneId = '1') => ({ userId, zoneId });
const saving = (...ids: string[]) =>
  ids.reduce<SavedIds>((saved, userId) => withSaved(saved, 'ml', id(userId)), {});
const users = (saved: SavedIds) => savedFor(saved, 'ml').map(({ userId }) => userId);

describe('ids kept on this device', () => {
  it('come back for their own category, the newest first', () => {
    const saved = withSaved(saving('1', '2'), 'ff', { userId: '9' });
    expect(users(saved)).toEqual(['2', '1']);
    expect(savedFor(saved, 'ff')).toEqual([{ userId: '9' }]);
    expect(savedFor(saved, 'pln')).toEqual([]);
    expect(savedFor(null, 'ml')).toEqual([]);
  });

  it('are at most five of a category: the oldest goes', () => {
    expect(users(saving('1', '2', '3', '4', '5', '6'))).toEqual(['6', '5', '4', '3', '2']);
  });

  it('hold each id once, in whatever order its fields are, and used again it is the newest', () => {
    const saved = withSaved(saving('1', '2'), 'ml', { zoneId: '1', userId: '1' });
    expect(users(saved)).toEqual(['1', '2']);
    expect(users(withSaved(saved, 'ml', id('1', '2')))).toEqual(['1', '1', '2']);
  });

  it('take an empty field for none', () => {
    const saved = withSaved({}, 'ro', { userId: '1' });
    expect(isSaved(saved, 'ro', { userId: '1', server: '' })).toBe(true);
    expect(isSaved(saved, 'ro', { userId: '1', server: 'x' })).toBe(false);
    expect(isSaved(saved, 'ml', { userId: '1' })).toBe(false);
  });

  it('do not include an id that is empty', () => {
    expect(withSaved(null, 'ml', {})).toEqual({});
    expect(withSaved(saving('1'), 'ml', { userId: '', zoneId: '' })).toEqual(saving('1'));
  });

  it('can be removed, and leave no trace', () => {
    expect(users(withoutSaved(saving('1', '2', '3'), 'ml', id('2')))).toEqual(['3', '1']);
    expect(withoutSaved(saving('1'), 'ml', id('1'))).toEqual({});
    expect(withoutSaved(saving('1'), 'ml', id('7'))).toEqual(saving('1'));
    expect(withoutSaved(null, 'ml', id('1'))).toEqual({});
  });

  it('survive what a stranger has written into the storage', () => {
    const odd = JSON.parse('{"ml":"x","ff":[null,3,{"userId":"1"}]}') as SavedIds;
    expect(savedFor(odd, 'ml')).toEqual([]);
    expect(savedFor(odd, 'ff')).toEqual([{ userId: '1' }]);
    expect(savedFor({}, 'constructor')).toEqual([]);
    expect(users(withSaved(odd, 'ml', id('1')))).toEqual(['1']);
  });

  it('are never changed in place', () => {
    const saved = saving('1');
    withSaved(saved, 'ml', id('2'));
    withoutSaved(saved, 'ml', id('1'));
    expect(users(saved)).toEqual(['1']);
  });

  it('hold what was saved and not removed since, newest first, whatever was done', () => {
    const steps = fc.array(fc.record({ user: fc.constantFrom(...'123456789'), keep: fc.boolean() }));
    fc.assert(
      fc.property(steps, (list) => {
        let saved: SavedIds = {};
        let expected: string[] = [];
        for (const { user, keep } of list) {
          saved = keep ? withSaved(saved, 'ml', id(user)) : withoutSaved(saved, 'ml', id(user));
          expected = expected.filter((one) => one !== user);
          if (keep) expected = [user, ...expected].slice(0, 5);
          expect(users(saved)).toEqual(expected);
        }
      }),
    );
  });
});
