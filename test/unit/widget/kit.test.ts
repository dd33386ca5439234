import { describe, expect, it } from 'vitest';
import { formatCountdown, formatTime } from '../../../widget/kit/dates.ts';
import { formatRupiah } from '../../../widget/kit/money.ts';
import { normalisePhone } from '../../../widget/kit/phone.ts';

describe('rupiah', () => {
  it.each([
    [0, 'Rp0'],
    [999, 'Rp999'],
    [12_000, 'Rp12.000'],
    [10_000_000, 'Rp10.000.000'],
    [-1_500, '-Rp1.500'],
  ])('writes %i as %s', (rupiah, text) => {
    expect(formatRupiah(rupiah)).toBe(text);
  });
});

describe('phone', () => {
  it.each([
    '081234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '81234567890',
    '+62081234567890',
    '0062 812 3456 7890',
    ' (0812) 3456 7890 ',
  ])('reads %s as the number people dial', (typed) => {
    expect(normalisePhone(typed)).toBe('081234567890');
  });

  it.each(['', '12345', '021555888', '08123', '08123456789012', '+1 415 555 0100', 'abc'])(
    'refuses %j',
    (typed) => {
      expect(normalisePhone(typed)).toBeNull();
    },
  );

  it('takes ten to thirteen digits', () => {
    expect(normalisePhone('0812345678')).toBe('0812345678');
    expect(normalisePhone('0812345678901')).toBe('0812345678901');
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 23, 14, 0).getTime();

  it('shows only the clock for today', () => {
    expect(formatTime(new Date(2026, 10, 23, 14, 32).toISOString(), 'id', now)).toBe('14.32');
    expect(formatTime(new Date(2026, 10, 23, 14, 32).toISOString(), 'en', now)).toBe('14:32');
  });

  it('adds the day for another one', () => {
    expect(formatTime(new Date(2026, 10, 22, 9, 5).toISOString(), 'id', now)).toContain('22 Nov');
  });

  it('counts down in minutes and seconds and stops at nought', () => {
    expect(formatCountdown(15 * 60_000)).toBe('15:00');
    expect(formatCountdown(61_001)).toBe('01:02');
    expect(formatCountdown(-5)).toBe('00:00');
  });
});
