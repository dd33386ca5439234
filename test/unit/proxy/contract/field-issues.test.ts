import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../../proxy/contract/field-issues.ts';
import { createOrderSchema } from '../../../../proxy/contract/order.ts';

const BODY = {
  sid: '1',
  ref: 'abc',
  price: 12_000,
  target: { userId: '123456789' },
  customer: { name: 'Budi', phone: '08123' },
};

/** What is wrong with a body, by field. */
function issues(body: unknown): Record<string, string> {
  const parsed = createOrderSchema.safeParse(body);
  return parsed.success ? {} : fieldsOf(parsed.error);
}

describe('the body of an order', () => {
  it('is right as documented, and loses what is not asked for', () => {
    expect(issues(BODY)).toEqual({});
    const parsed = createOrderSchema.parse({ ...BODY, selling_price: 1, mode: 'saldo' });
    expect(parsed).toEqual(BODY);
  });

  it('has names without blanks around them', () => {
    const customer = { name: '  Budi ', phone: ' 08123 ' };
    expect(createOrderSchema.parse({ ...BODY, customer }).customer).toEqual({ name: 'Budi', phone: '08123' });
  });

  it.each([
    [undefined, { body: 'required' }],
    [null, { body: 'invalid' }],
    ['text', { body: 'invalid' }],
    [{ ...BODY, sid: '' }, { sid: 'required' }],
    [{ ...BODY, sid: 1 }, { sid: 'invalid' }],
    [{ ...BODY, sid: 'x'.repeat(65) }, { sid: 'too_long' }],
    [{ ...BODY, price: 0 }, { price: 'invalid' }],
    [{ ...BODY, price: 1.5 }, { price: 'invalid' }],
    [{ ...BODY, price: '12000' }, { price: 'invalid' }],
    [{ ...BODY, target: { userId: 1 } }, { 'target.userId': 'invalid' }],
    [{ ...BODY, target: { userId: 'x'.repeat(201) } }, { 'target.userId': 'too_long' }],
    [{ ...BODY, customer: { name: ' ', phone: '08123' } }, { 'customer.name': 'required' }],
    [{ ...BODY, customer: { name: 'Budi' } }, { 'customer.phone': 'required' }],
    [{ ...BODY, customer: { name: 'x'.repeat(61), phone: '08123' } }, { 'customer.name': 'too_long' }],
  ])('%# is told what is wrong, by field', (body, expected) => {
    expect(issues(body)).toEqual(expected);
  });

  it('is told all that is wrong at once', () => {
    expect(Object.keys(issues({})).sort()).toEqual(['customer', 'price', 'ref', 'sid', 'target']);
  });
});
