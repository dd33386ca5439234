import { describe, expect, it } from 'vitest';
import {
  cleanTarget,
  cleanValue,
  inferChoice,
  looksOdd,
  splitPaste,
} from '../../../widget/topup/state/target.ts';
import { field, mobileLegends } from './samples.ts';

const { fields } = mobileLegends;
const server = field('server', {
  kind: 'choice',
  inferFrom: { field: 'uid', prefixes: { 6: 'usa', 8: 'asia', 18: 'asia-2', 1: 'china' } },
});

describe('a pasted id with its zone', () => {
  it.each([
    '12345678 (1234)',
    '12345678(1234)',
    '12345678|1234',
    'ID: 12345678 Zone: 1234',
    ' 12345678 1234 ',
  ])('is split: %s', (text) => {
    expect(splitPaste(text, fields)).toEqual({ userId: '12345678', zoneId: '1234' });
  });

  it.each(['12345678', '', 'Budi', '1 2', '12345678 (1234) 99'])('is left alone otherwise: %j', (text) => {
    expect(splitPaste(text, fields)).toBeNull();
  });

  it('is left alone where there is only one digit field', () => {
    expect(splitPaste('12345678 (1234)', [field('userId'), server])).toBeNull();
  });
});

describe('an inferred choice', () => {
  it('follows the first digits, the longest prefix first', () => {
    expect(inferChoice(server, { uid: '812345678' })).toBe('asia');
    expect(inferChoice(server, { uid: '1812345678' })).toBe('asia-2');
    expect(inferChoice(server, { uid: '112345678' })).toBe('china');
  });

  it('is none for unknown digits and for fields that infer nothing', () => {
    expect(inferChoice(server, { uid: '912345678' })).toBeNull();
    expect(inferChoice(server, {})).toBeNull();
    expect(inferChoice(field('userId'), { uid: '8' })).toBeNull();
  });
});

describe('a typed value', () => {
  it('loses separators in numbers and keeps them in text', () => {
    expect(cleanValue(field('userId'), ' 1234-5678 ')).toBe('12345678');
    expect(cleanValue(field('name', { kind: 'text' }), ' Player One#ID1 ')).toBe('Player One#ID1');
    expect(cleanValue(field('phone', { kind: 'phone' }), '+62 812 3456 7890')).toBe('081234567890');
  });

  it('is remarked on when it looks odd, never when it is empty', () => {
    expect(looksOdd(field('zoneId', { pattern: '\\d{3,6}' }), '12')).toBe(true);
    expect(looksOdd(field('zoneId', { pattern: '\\d{3,6}' }), '1234')).toBe(false);
    expect(looksOdd(field('zoneId', { pattern: '\\d{3,6}' }), '')).toBe(false);
    expect(looksOdd(field('phone', { kind: 'phone' }), '12345')).toBe(true);
  });

  it('is not judged by a pattern that is no pattern', () => {
    expect(looksOdd(field('userId', { pattern: '(' }), '1')).toBe(false);
  });

  it('is sent only if it is not empty', () => {
    expect(cleanTarget(fields, { userId: '12 34', zoneId: ' ', other: 'x' })).toEqual({ userId: '1234' });
  });
});
