import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetFieldSchema } from '../../../../proxy/contract/catalog.ts';
import { OPERATORS, operatorNamed } from '../../../../proxy/targets/operators.ts';
import { definitionFor, fieldsFor, normalisePhone } from '../../../../proxy/targets/targets.ts';

/** The ranges as they were gathered, written out. */
const FACTS: Record<string, string[]> = {
  Telkomsel: ['0811', '0812', '0813', '0821', '0822', '0823', '0851', '0852', '0853'],
  'by.U': ['085154', '085155', '085156', '085157', '085158'],
  Indosat: ['0814', '0815', '0816', '0855', '0856', '0857', '0858'],
  XL: ['0817', '0818', '0819', '0859', '0877', '0878', '0879'],
  Axis: ['0831', '0832', '0833', '0838'],
  Tri: ['0895', '0896', '0897', '0898', '0899'],
  Smartfren: ['0881', '0882', '0883', '0884', '0885', '0886', '0887', '0888', '0889'],
};
const prefixes = OPERATORS.flatMap((operator) => operator.prefixes);

describe('the operators of the phone numbers', () => {
  it('are all that were gathered, with every prefix', () => {
    expect(Object.fromEntries(OPERATORS.map((operator) => [operator.name, operator.prefixes]))).toEqual(
      FACTS,
    );
  });

  it('share no prefix, so that the longest one names one operator', () => {
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('have prefixes of numbers that can be ordered for', () => {
    const rest = fc.stringMatching(/^\d{4,7}$/);
    fc.assert(
      fc.property(fc.constantFrom(...prefixes), rest, (prefix, digits) => {
        const phone = (prefix + digits).slice(0, 13).padEnd(10, '0');
        expect(normalisePhone(phone)).toBe(phone);
      }),
    );
  });
});

describe('the operator of a category', () => {
  it.each([
    ['Telkomsel', 'Telkomsel'],
    ['Paket Data Telkomsel', 'Telkomsel'],
    ['PULSA TSEL', 'Telkomsel'],
    ['Simpati Combo', 'Telkomsel'],
    ['by.U', 'by.U'],
    ['Paket Data by U', 'by.U'],
    ['Telkomsel by.U', 'by.U'],
    ['Paket Data Indosat', 'Indosat'],
    ['IM3 Freedom', 'Indosat'],
    ['XL Axiata', 'XL'],
    ['Axis (Bronet)', 'Axis'],
    ['Tri', 'Tri'],
    ['Three AlwaysOn', 'Tri'],
    ['smartfren-unlimited', 'Smartfren'],
  ])('called %j is %s', (category, operator) => {
    expect(operatorNamed(category)).toBe(operator);
  });

  it.each(['Pulsa', 'Paket Data', 'DANA', 'Trivia', 'XLarge', 'Token Listrik', 'XL & Axis', ''])(
    'called %j is not known',
    (category) => {
      expect(operatorNamed(category)).toBeNull();
    },
  );
});

describe('the phone field', () => {
  it.each([
    ['Pulsa', 'Telkomsel', 'Telkomsel'],
    ['Data', 'Paket Data by.U', 'by.U'],
    ['Paket SMS & Telpon', 'SMS Indosat', 'Indosat'],
    ['Pulsa', 'Pulsa Transfer', null],
    ['Data', 'Roaming', null],
  ])('of %s / %s knows all operators, and %s as its own', (type, category, operator) => {
    const [field, ...others] = fieldsFor(definitionFor(type, category), category);
    expect(others).toEqual([]);
    expect(field).toMatchObject({ name: 'phone', operators: OPERATORS, operator });
    expect(targetFieldSchema.strict().parse(field)).toEqual(field);
  });

  it.each([
    ['E-Money', 'GoPay'],
    ['E-Money', 'Dompet Baru'],
    ['Games', 'Steam Wallet'],
    ['Games', 'Free Fire'],
    ['PLN', 'Token PLN'],
    ['Games', 'Mobile Legends'],
  ])('of %s / %s, or whatever is asked for there, says nothing of operators', (type, category) => {
    for (const { operators, operator } of fieldsFor(definitionFor(type, category), category)) {
      expect({ operators, operator }).toEqual({ operators: null, operator: null });
    }
  });

  it('of one category does not change that of another', () => {
    fieldsFor(definitionFor('Pulsa', 'Telkomsel'), 'Telkomsel');
    expect(fieldsFor(definitionFor('Pulsa', 'Indosat'), 'Indosat')[0]?.operator).toBe('Indosat');
  });
});
