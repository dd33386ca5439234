import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProviderTime } from '../../../../proxy/provider/time.ts';

const NOW = Date.UTC(2026, 10, 23, 3, 0, 0);
const QUARTER = NOW + 15 * 60_000;

describe('a time of the provider', () => {
  it.each([
    ['without a zone, which means Jakarta', '2026-11-23 10:15:00'],
    ['without a zone, with a T', '2026-11-23T10:15:00'],
    ['without seconds', '2026-11-23 10:15'],
    ['with fractions', '2026-11-23 10:15:00.000'],
    ['in UTC', '2026-11-23T03:15:00Z'],
    ['in UTC with milliseconds', '2026-11-23T03:15:00.000Z'],
    ['with a zone', '2026-11-23T10:15:00+07:00'],
    ['with a zone, no colon', '2026-11-23T10:15:00+0700'],
    ['with a zone after a blank', '2026-11-23 10:15:00+07:00'],
    ['as Unix seconds', QUARTER / 1000],
    ['as Unix seconds in a text', String(QUARTER / 1000)],
    ['as Unix milliseconds', QUARTER],
    ['as a duration in seconds', 900],
    ['as a duration in a text', ' 900 '],
  ])('is read %s', (_how, value) => {
    expect(parseProviderTime(value, NOW)).toBe(QUARTER);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['words', 'besok'],
    ['a bare date', '2026-11-23'],
    ['an object', {}],
    ['a truth', true],
    ['no number', Number.NaN],
    ['an endless number', Number.POSITIVE_INFINITY],
    ['a negative number', -900],
    ['a zone without a time', 'x+07:00'],
  ])('is not made up from %s', (_what, value) => {
    expect(parseProviderTime(value, NOW)).toBeNull();
  });

  it('does not depend on the clock of this machine but for durations', () => {
    expect(parseProviderTime('2026-11-23 10:15:00', 0)).toBe(QUARTER);
    expect(parseProviderTime(60, 0)).toBe(60_000);
  });

  it('is always a whole number of milliseconds or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.integer(), fc.date().map(String)), (value) => {
        const time = parseProviderTime(value, NOW);
        expect(time === null || Number.isInteger(time)).toBe(true);
      }),
    );
  });
});
