import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../proxy/targets/operators.ts';
import { definitionFor, fieldsFor } from '../../../proxy/targets/targets.ts';
import { operatorMismatch, operatorOf } from '../../../widget/topup/state/operator.ts';
import { field } from './samples.ts';

// What the proxy really sends, so that data and reading are proven together.
const operators = [...OPERATORS];
const whose = (phone: string) => operatorOf(phone, operators);
const every = operators.flatMap(({ name, prefixes }) => prefixes.map((prefix) => [prefix, name] as const));
const rest = fc.stringMatching(/^\d{13}$/);
const length = fc.integer({ min: 10, max: 13 });

describe('whose number it is', () => {
  it.each(every)('%s… is of %s', (prefix, name) => {
    expect(whose(`${prefix}00000000`.slice(0, 12))).toBe(name);
  });

  it('is told by the longest prefix, for every number of 10 to 13 digits, however it is written', () => {
    const leads = fc.constantFrom('0', '62', '+62 ', '0062', '');
    fc.assert(
      fc.property(fc.constantFrom(...every), rest, length, leads, ([prefix], digits, size, lead) => {
        const phone = (prefix + digits).slice(0, size);
        const fitting = every.filter(([one]) => phone.startsWith(one));
        const [longest] = fitting.sort(([a], [b]) => b.length - a.length);
        expect(whose(lead + phone.slice(1))).toBe(longest?.[1]);
        expect(whose(phone.replace(/(\d{4})(?=\d)/g, '$1-'))).toBe(longest?.[1]);
      }),
    );
  });

  it('does not depend on the order of the list', () => {
    expect(operatorOf('085155123456', [...operators].reverse())).toBe('by.U');
    expect(operatorOf('085912345678', [...operators].reverse())).toBe('XL');
  });

  it('is nobody when no prefix fits', () => {
    for (const phone of ['080012345678', '0211234567', '12345', 'Budi', '+60123456789']) {
      expect(whose(phone)).toBeNull();
    }
    expect(operatorOf('081234567890', [])).toBeNull();
  });

  it('is said while the number is typed, as soon as it is certain', () => {
    const typed = (phone: string) => [...phone].map((_, at) => whose(phone.slice(0, at + 1)));
    expect(typed('08123')).toEqual([null, null, null, 'Telkomsel', 'Telkomsel']);
    // 0851 is Telkomsel's but for 08515x, by.U's.
    expect(typed('085155')).toEqual([null, null, null, null, null, 'by.U']);
    expect(typed('085152')).toEqual([null, null, null, null, null, 'Telkomsel']);
    expect(typed('08512')).toEqual([null, null, null, null, 'Telkomsel']);
    expect(whose('')).toBeNull();
  });

  it('once said stays as it is whatever is typed after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), rest, ([prefix], digits) => {
        const phone = (prefix + digits).slice(0, 13);
        const said = [...phone].flatMap((_, at) => whose(phone.slice(0, at + 1)) ?? []);
        expect(new Set(said).size).toBe(1);
      }),
    );
  });
});

describe('a number of another operator', () => {
  const [telkomsel, indosat, byU, transfer, wallet] = (
    [
      ['Pulsa', 'Telkomsel'],
      ['Data', 'Paket Data Indosat'],
      ['Pulsa', 'by.U'],
      ['Pulsa', 'Pulsa Transfer'],
      ['E-Money', 'DANA'],
    ] as const
  ).map(([type, category]) => fieldsFor(definitionFor(type, category), category)[0] ?? field('none'));

  it('is warned of with both names', () => {
    expect(telkomsel && operatorMismatch(telkomsel, '0857 1234 5678')).toEqual({
      found: 'Indosat',
      wanted: 'Telkomsel',
    });
    expect(indosat && operatorMismatch(indosat, '+62 812 3456 7890')).toEqual({
      found: 'Telkomsel',
      wanted: 'Indosat',
    });
  });

  it('is by.U against Telkomsel, too, both ways', () => {
    expect(telkomsel && operatorMismatch(telkomsel, '085155123456')).toMatchObject({ found: 'by.U' });
    expect(byU && operatorMismatch(byU, '081234567890')).toMatchObject({
      found: 'Telkomsel',
      wanted: 'by.U',
    });
    expect(byU && operatorMismatch(byU, '085155123456')).toBeNull();
  });

  it('is not suspected in the right number, an unknown one, or where any operator will do', () => {
    expect(telkomsel && operatorMismatch(telkomsel, '081234567890')).toBeNull();
    expect(telkomsel && operatorMismatch(telkomsel, '080012345678')).toBeNull();
    expect(telkomsel && operatorMismatch(telkomsel, '')).toBeNull();
    expect(transfer && operatorMismatch(transfer, '081234567890')).toBeNull();
    expect(wallet && operatorMismatch(wallet, '081234567890')).toBeNull();
    expect(operatorMismatch(field('userId'), '085712345678')).toBeNull();
  });
});
