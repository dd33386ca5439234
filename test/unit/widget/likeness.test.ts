import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, sound } from '../../../widget/topup/state/likeness.ts';

describe('words that sound alike', () => {
  it.each([
    ['lejen', 'legen'],
    ['valor', 'falor'],
    ['pubg', 'fubj'],
    ['call', 'kal'],
    ['genshin', 'gensin'],
    ['zenless', 'senles'],
    ['free', 'fri'],
    ['roblox', 'rublox'],
    ['shopee', 'sopi'],
    ['cheese', 'kise'],
  ])('%s and %s', (one, other) => {
    expect(sound(one)).toBe(sound(other));
  });

  it.each([
    ['mobile', 'global'],
    ['tri', 'tiri'],
    ['ohio', 'oio'],
    ['11', '1'],
  ])('but not %s and %s', (one, other) => {
    expect(sound(one)).not.toBe(sound(other));
  });
});

describe('slips of the finger', () => {
  it.each([
    ['genshin', 'genshin', 0],
    ['gensin', 'genshin', 1],
    ['gennshin', 'genshin', 1],
    ['gemshin', 'genshin', 1],
    ['gesnhin', 'genshin', 1],
    ['gsnehin', 'genshin', 2],
  ])('from %s to %s are %i', (typed, word, count) => {
    expect(edits(typed, word, 2, false)).toBe(count);
  });

  it('do not count what is not typed yet, where a beginning will do', () => {
    expect(edits('genh', 'genshin', 2, true)).toBe(1);
    expect(edits('genh', 'genshin', 2, false)).toBeGreaterThan(2);
  });

  it('are counted as the textbook counts them, up to the most that is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), fc.boolean(), (typed, target, most, begun) => {
        const beginnings = Array.from({ length: target.length + 1 }, (_, end) => target.slice(0, end));
        const plainly = Math.min(...(begun ? beginnings : [target]).map((one) => distance(typed, one)));
        const counted = edits(typed, target, most, begun);
        if (plainly <= most) expect(counted).toBe(plainly);
        else expect(counted).toBeGreaterThan(most);
      }),
      { numRuns: 500 },
    );
  });
});

/** The same by its definition: the least over what may be done at the end of both words. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    distance(shortA, b) + 1,
    distance(a, shortB) + 1,
    distance(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    ...ways,
    isSwapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
