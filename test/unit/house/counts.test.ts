import { describe, expect, it } from 'vitest';
import {
  addCounts,
  countOwn,
  countPlaywright,
  countStatic,
  countVitest,
  failedTests,
  summary,
} from '../../support/counts.ts';

const vitestReport = (over: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...over,
  });
const playwrightReport = (stats: object) =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors: [] });

describe('counting a step', () => {
  it('takes a check without a report as one test', () => {
    expect(countStatic(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStatic(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('reads what Vitest reports, skipped and planned tests included', () => {
    const json = vitestReport({ numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
    expect(countVitest(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a test file that could not be loaded as a failed test', () => {
    const json = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countVitest(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('names what failed, whichever runner reports it', () => {
    const failed = (fullName: string) => ({ status: 'failed', fullName });
    const vitest = vitestReport({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [failed('adds up'), { status: 'passed', fullName: 'x' }],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [] },
      ],
    });
    expect(failedTests(vitest)).toEqual(['a.test.ts: adds up', 'b.test.ts']);
    const spec = (title: string, ok: boolean) => ({ title, file: 'd.test.ts', line: 7, ok });
    const playwright = JSON.stringify({
      suites: [
        { specs: [spec('buys', false)], suites: [{ specs: [spec('pays', true), spec('waits', false)] }] },
      ],
    });
    expect(failedTests(playwright)).toEqual(['d.test.ts:7: buys', 'd.test.ts:7: waits']);
    expect(failedTests('{"passed":1,"failed":1,"skipped":0}')).toEqual([]);
    expect(failedTests('')).toEqual([]);
  });

  it('reads what Playwright reports and takes a flaky test as failed', () => {
    expect(countPlaywright(playwrightReport({ unexpected: 1, flaky: 1, skipped: 1 }), 1)).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
    });
  });

  it('takes the counts of our own runners as they are written', () => {
    const json = JSON.stringify({ passed: 6, failed: 0, skipped: 1 });
    expect(countOwn(json, 0)).toEqual({ passed: 6, failed: 0, skipped: 1 });
    expect(countOwn(json, 1).failed).toBe(1);
    expect(countOwn('', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('does not fail one of our own that found nothing of what it needs and said so', () => {
    const skipped = JSON.stringify({ passed: 0, failed: 0, skipped: 2 });
    expect(countOwn(skipped, 0)).toEqual({ passed: 0, failed: 0, skipped: 2 });
    expect(countOwn(skipped, 1).failed).toBe(1);
    expect(countOwn(JSON.stringify({ passed: 0, failed: 0, skipped: 0 }), 0).failed).toBe(1);
  });

  it('fails a runner that left no report, exited with an error, or ran nothing', () => {
    expect(countVitest('', 0).failed).toBe(1);
    expect(countVitest(vitestReport({}), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(countPlaywright(playwrightReport({ expected: 0, skipped: 4 }), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
  });
});

describe('the last line', () => {
  it('counts all steps and speaks of skipped tests only when there are any', () => {
    expect(summary(addCounts([countStatic(0), countStatic(1)]))).toBe('1 passed, 1 failed');
    expect(summary({ passed: 5, failed: 0, skipped: 2 })).toBe('5 passed, 0 failed, 2 skipped');
  });
});
