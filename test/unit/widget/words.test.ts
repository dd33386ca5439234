import { describe, expect, it } from 'vitest';
import { ORDER_REASONS, ORDER_STATUSES } from '../../../proxy/contract/order.ts';
import { PROBLEM_STATUS } from '../../../proxy/contract/problem.ts';
import en from '../../../widget/topup/i18n/en.json' with { type: 'json' };
import { id as base } from '../../../widget/topup/i18n/id.ts';
import more from '../../../widget/topup/i18n/id-more.json' with { type: 'json' };
import { langOf } from '../../../widget/topup/i18n/lang.ts';
import { fill, reasonText } from '../../../widget/topup/i18n/say.ts';
import type { Words } from '../../../widget/topup/i18n/words.ts';
import { CONSOLE_CODES } from '../../support/console-codes.ts';

const id: Words = { ...base, ...more };

/** Every sentence by its path. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[here, value]];
    return sentences(value as object, here);
  });
}

describe('the dictionaries', () => {
  it('hold the same sentences', () => {
    const paths = (words: object) =>
      sentences(words)
        .map(([path]) => path)
        .sort();
    expect(paths(en)).toEqual(paths(id));
  });

  it('leave none empty and none half filled', () => {
    for (const [path, text] of [...sentences(id), ...sentences(en)]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object/);
    }
  });

  it('have the same places to fill in', () => {
    const places = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
    const indonesian = new Map(sentences(id));
    for (const [path, text] of sentences(en)) {
      expect(places(text), path).toEqual(places(indonesian.get(path) ?? ''));
    }
    expect(fill('{1} of {0}', 'A', 2)).toBe('2 of A');
  });

  it('are two languages', () => {
    const indonesian = new Map(sentences(id));
    const same = sentences(en).filter(([path, text]) => indonesian.get(path) === text && text.includes(' '));
    expect(same).toEqual([]);
  });

  it.each([
    ['Indonesian', id],
    ['English', en],
  ] as [string, Words][])('%s has words for every problem, status and reason', (_name, words) => {
    // A buyer never meets the console's door.
    for (const code of Object.keys(PROBLEM_STATUS).filter(
      (one) => !(CONSOLE_CODES as readonly string[]).includes(one),
    ))
      expect({ ...words.problem, ...words.refusal }).toHaveProperty(code);
    for (const status of ORDER_STATUSES) expect(words.status).toHaveProperty(status);
    for (const reason of ORDER_REASONS) expect(reasonText(words, reason), reason).not.toBe('');
  });
});

describe('the language', () => {
  it('is Indonesian unless the element asks for English', () => {
    expect([langOf(null), langOf(''), langOf('id'), langOf('fr')]).toEqual(['id', 'id', 'id', 'id']);
    expect([langOf('en'), langOf('en-GB'), langOf('EN')]).toEqual(['en', 'en', 'en']);
  });
});
