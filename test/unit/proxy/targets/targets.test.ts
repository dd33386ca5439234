import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFINITION_BY_TYPE, FALLBACK_DEFINITION } from '../../../../proxy/targets/definitions.ts';
import { definitionFor, normalisePhone, readTarget } from '../../../../proxy/targets/targets.ts';

const read = (category: string, typed: Record<string, string>) =>
  readTarget(definitionFor('Games', category), typed);

/** The issues of a target that must not pass. */
function issues(category: string, typed: Record<string, string>) {
  const result = read(category, typed);
  return result.ok ? {} : result.issues;
}

describe('finding what to ask for', () => {
  it('compares word by word, so that a name inside another word is no match', () => {
    expect(definitionFor('Games', 'Danau Toba')).toBe(FALLBACK_DEFINITION);
    expect(definitionFor('Games', 'Trivia XLarge')).toBe(FALLBACK_DEFINITION);
  });

  it('lets the longest name win, wherever it stands in the list', () => {
    expect(definitionFor('Games', 'Voucher Free Fire').fields[0]?.name).toBe('userId');
    expect(definitionFor('Games', 'PUBG Voucher').fields[0]?.name).toBe('phone');
  });

  it('sees no difference in punctuation and letter case', () => {
    expect(definitionFor('Games', 'honkai:  star-rail')).toBe(definitionFor('Games', 'Honkai Star Rail'));
    expect(definitionFor('Pulsa', 'BY U')).toBe(definitionFor('Pulsa', 'by.U'));
  });

  it('falls back on the kind of product, then on one free field', () => {
    expect(definitionFor(' Pulsa ', 'Operator Baru')).toBe(DEFINITION_BY_TYPE.pulsa);
    expect(definitionFor('PLN', 'Prabayar')).toBe(DEFINITION_BY_TYPE.pln);
    expect(definitionFor('Games', 'Game Baru')).toBe(FALLBACK_DEFINITION);
  });

  it('trusts the name before the kind', () => {
    expect(definitionFor('PLN', 'Free Fire').fields[0]?.name).toBe('userId');
  });
});

describe('reading a target', () => {
  it('joins the fields into what the provider takes', () => {
    expect(read('Mobile Legends', { userId: '1114917746', zoneId: '13486' })).toEqual({
      ok: true,
      fields: { userId: '1114917746', zoneId: '13486' },
      target: '111491774613486',
    });
  });

  it('leaves out an empty optional field together with its separator', () => {
    expect(read('Ragnarok', { userId: '12345', server: ' ' })).toEqual({
      ok: true,
      fields: { userId: '12345' },
      target: '12345',
    });
    expect(read('Ragnarok', { userId: '12345', server: 'Prontera' })).toMatchObject({
      target: '12345|Prontera',
    });
  });

  it('cleans what people type and paste around digits', () => {
    expect(read('Free Fire', { userId: ' 1234-567 890 ' })).toMatchObject({ target: '1234567890' });
    expect(read('Free Fire', { userId: '１２３４５６７８９' })).toMatchObject({ target: '123456789' });
  });

  it('keeps every digit of an id that no number can hold', () => {
    expect(read('CODM', { openId: '6742151235980173569' })).toMatchObject({ target: '6742151235980173569' });
    expect(read('Free Fire', { userId: '0012345678' })).toMatchObject({ target: '0012345678' });
  });

  it('writes a player tag in capitals and leaves other names as they are', () => {
    expect(read('Brawl Stars', { playerTag: '#p0lyq2g8' })).toMatchObject({ target: '#P0LYQ2G8' });
    expect(read('Roblox', { username: 'builderMan' })).toMatchObject({ target: 'builderMan' });
  });

  it('puts text with a dollar sign or braces into the target as it is', () => {
    const typed = { userId: '12345', server: '$& {userId}' };
    expect(read('LifeAfter', typed)).toMatchObject({ target: '12345|$& {userId}' });
  });

  it('stores phone numbers in one form', () => {
    expect(read('Telkomsel', { phone: '+62 812-3456-7890' })).toEqual({
      ok: true,
      fields: { phone: '081234567890' },
      target: '081234567890',
    });
  });
});

describe('a target that cannot be right', () => {
  it.each([
    ['Free Fire', {}, { userId: 'required' }],
    ['Free Fire', { userId: '   ' }, { userId: 'required' }],
    ['Free Fire', { userId: '12a45' }, { userId: 'digits_only' }],
    ['Free Fire', { userId: '١٢٣٤٥٦٧٨' }, { userId: 'digits_only' }],
    ['Free Fire', { userId: '1'.repeat(65) }, { userId: 'too_long' }],
    ['Mobile Legends', { userId: '12345' }, { zoneId: 'required' }],
    ['Mobile Legends', {}, { userId: 'required', zoneId: 'required' }],
    ['PLN', { meterNumber: '1234567890' }, { meterNumber: 'meter_length' }],
    ['PLN', { meterNumber: '1234567890123' }, { meterNumber: 'meter_length' }],
    ['Telkomsel', { phone: '0211234567' }, { phone: 'phone' }],
    ['Genshin', { uid: '812345678', server: 'os_moon' }, { server: 'choice' }],
    ['Roblox', { username: 'a\u200bb' }, { username: 'characters' }],
    ['Roblox', { username: 'a\nb' }, { username: 'characters' }],
    ['Ragnarok', { userId: '12345', server: 'x\u202ey' }, { server: 'characters' }],
    ['Free Fire', { userId: '123456789', zoneId: '1' }, { zoneId: 'unknown' }],
  ] as [string, Record<string, string>, Record<string, string>][])(
    'of %s: %j',
    (category, typed, expected) => {
      expect(issues(category, typed)).toEqual(expected);
    },
  );

  it('is told from one that is only unusual, which passes', () => {
    expect(read('Free Fire', { userId: '1' }).ok).toBe(true);
    expect(read('Mobile Legends', { userId: '1'.repeat(40), zoneId: '1' }).ok).toBe(true);
    expect(read('PLN', { meterNumber: '123456789012' }).ok).toBe(true);
  });

  it('never reads a field out of the prototype', () => {
    expect(issues('Game Baru', JSON.parse('{"constructor":"x"}'))).toEqual({
      constructor: 'unknown',
      target: 'required',
    });
  });
});

describe('an Indonesian mobile number', () => {
  it.each([
    ...['081234567890', '+6281234567890', '6281234567890', '006281234567890', '81234567890'],
    ...['+62 (0) 812-3456-7890', '0812.3456.7890', '0812\u20113456\u20117890', ' 0812 3456 7890 '],
    '０８１２３４５６７８９０',
  ])('%j is written 081234567890', (text) => {
    expect(normalisePhone(text)).toBe('081234567890');
  });

  it.each([
    ...['', '08123', '081234567', '08123456789012', '0211234567', '+1 812 345 6789', '7812345678'],
    ...['0812345678a', '08-', '0x81234567', '+60123456789', '\u0661\u0668'],
  ])('%j is none', (text) => {
    expect(normalisePhone(text)).toBeNull();
  });

  it('has 10 to 13 digits, and its written form is read as itself', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^8\d{8,11}$/),
        fc.constantFrom('0', '62', '+62', '0062', ''),
        (rest, lead) => {
          const read = normalisePhone(lead + rest);
          expect(read).toBe(`0${rest}`);
          expect(normalisePhone(read ?? '')).toBe(read);
        },
      ),
    );
  });
});
