import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS, type ProblemCode } from '../../../../proxy/contract/problem.ts';
import { FIELD_WORDS, PROBLEM_WORDS } from '../../../../proxy/http/words.ts';
import { CONSOLE_CODES } from '../../../support/console-codes.ts';

const SENTENCES = [
  ...Object.values(PROBLEM_WORDS).flatMap(({ title, detail }) => [title, detail]),
  ...Object.values(FIELD_WORDS),
];
const DETAILS = [...Object.values(PROBLEM_WORDS).map(({ detail }) => detail), ...Object.values(FIELD_WORDS)];

describe('words for people', () => {
  it('exist for every code of the wire', () => {
    expect(Object.keys(PROBLEM_WORDS).sort()).toEqual(Object.keys(PROBLEM_STATUS).sort());
  });

  it('are there in both languages, and not the same', () => {
    for (const { id, en } of SENTENCES) {
      expect(id.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(id).not.toBe(en);
    }
  });

  it('are whole sentences of a readable length where they say what to do', () => {
    for (const words of DETAILS.flatMap(({ id, en }) => [id, en])) expect(words).toMatch(/^[A-Z].{5,130}\.$/);
  });

  it('tell codes apart', () => {
    for (const language of ['id', 'en'] as const) {
      const titles = Object.values(PROBLEM_WORDS).map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('never blame, never name the provider or speak of cost and keys to a buyer', () => {
    const all = SENTENCES.flatMap(({ id, en }) => [id, en]).join('\n');
    expect(all).not.toMatch(/salah anda|kesalahan anda|your (fault|mistake)|invalid|wrong|illegal/i);
    const buyers = Object.entries(PROBLEM_WORDS).filter(
      ([code]) => !CONSOLE_CODES.includes(code as ProblemCode),
    );
    expect(JSON.stringify([buyers, FIELD_WORDS])).not.toMatch(
      /zultopup|api key|reseller|saldo|balance|modal|profit/i,
    );
  });
});
