import { describe, expect, it } from 'vitest';
import { ORDER_REASONS, ORDER_STATUSES } from '../../../proxy/contract/order.ts';
import { PROBLEM_STATUS } from '../../../proxy/contract/problem.ts';
import { en } from '../../../widget/topup/i18n/en.ts';
import { id } from '../../../widget/topup/i18n/id.ts';
import { langOf, wordsOf } from '../../../widget/topup/i18n/lang.ts';
import { reasonText } from '../../../widget/topup/i18n/say.ts';
import type { Words } from '../../../widget/topup/i18n/words.ts';

/** Every sentence by its path; those with a value in them are spoken with a sample. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, String(value('A', 'B'))]];
    return sentences(value as object, here);
  });
}

describe('the dictionaries', () => {
  it('hold the same sentences', () => {
    expect(sentences(en).map(([path]) => path)).toEqual(sentences(id).map(([path]) => path));
  });

  it('leave none empty and none half filled', () => {
    for (const [path, text] of [...sentences(id), ...sentences(en)]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object/);
    }
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
    for (const code of Object.keys(PROBLEM_STATUS)) expect(words.problem).toHaveProperty(code);
    for (const status of ORDER_STATUSES) expect(words.status).toHaveProperty(status);
    for (const reason of ORDER_REASONS) expect(reasonText(words, reason), reason).not.toBe('');
  });
});

describe('the language', () => {
  it('is Indonesian unless the element asks for English', () => {
    expect([langOf(null), langOf(''), langOf('id'), langOf('fr')]).toEqual(['id', 'id', 'id', 'id']);
    expect([langOf('en'), langOf('en-GB'), langOf('EN')]).toEqual(['en', 'en', 'en']);
  });

  it('brings its own dictionary', async () => {
    expect(await wordsOf('id')).toBe(id);
    expect(await wordsOf('en')).toBe(en);
  });
});
