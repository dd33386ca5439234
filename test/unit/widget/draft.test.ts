import { describe, expect, it } from 'vitest';
import {
  chosenService,
  draftOf,
  emptyDraft,
  toOrder,
  validate,
  withBuyer,
  withService,
  withTarget,
} from '../../../widget/topup/state/draft.ts';
import { body, field, mobileLegends, order } from './samples.ts';

const budi = { name: 'Budi', phone: '0812-3456-7890' };
const empty = emptyDraft('ml', { name: '', phone: '' });

describe('a draft', () => {
  it('names everything that is missing by the wire’s path', () => {
    expect(validate(empty, mobileLegends)).toEqual({
      sid: 'required',
      'target.userId': 'required',
      'target.zoneId': 'required',
      'customer.name': 'required',
      'customer.phone': 'required',
    });
  });

  it('refuses letters in a number and a phone that is none', () => {
    const typed = withTarget(withBuyer(empty, { name: 'B', phone: '12' }), mobileLegends.fields, {
      userId: '12a',
      zoneId: '1',
    });
    expect(validate(typed, mobileLegends)).toMatchObject({
      'target.userId': 'digits',
      'customer.phone': 'phone',
    });
  });

  it('lets an unusual but possible id pass', () => {
    const typed = withTarget(withService(emptyDraft('ml', budi), '1'), mobileLegends.fields, {
      userId: '1',
      zoneId: '1',
    });
    expect(validate(typed, mobileLegends)).toEqual({});
  });

  it('forgets an error once its field is typed in', () => {
    const wrong = { ...empty, errors: validate(empty, mobileLegends) };
    expect(withTarget(wrong, mobileLegends.fields, { userId: '1' }).errors).not.toHaveProperty(
      'target.userId',
    );
    expect(withBuyer(wrong, { name: 'B' }).errors).not.toHaveProperty('customer.name');
    expect(withService(wrong, '1').errors).not.toHaveProperty('sid');
  });

  it('does not sell what is out of order', () => {
    expect(chosenService(withService(empty, '2'), mobileLegends)).toBeNull();
    expect(validate(withService(empty, '2'), mobileLegends)).toHaveProperty('sid', 'required');
  });

  it('becomes the wire’s body, cleaned', () => {
    const draft = withTarget(withService(emptyDraft('ml', budi), '1'), mobileLegends.fields, {
      userId: '1234 5678',
      zoneId: '1234',
    });
    const service = chosenService(draft, mobileLegends);
    expect(service && toOrder(draft, mobileLegends, service)).toEqual(body);
  });

  it('can be made from an order to buy it again', () => {
    const draft = draftOf(order(), budi);
    expect(draft).toMatchObject({
      sid: '1',
      categoryId: 'ml',
      target: { userId: '12345678', zoneId: '1234' },
    });
    expect(validate(draft, mobileLegends)).toEqual({});
  });
});

describe('a choice inferred from another field', () => {
  const fields = [
    field('uid'),
    field('server', { kind: 'choice', inferFrom: { field: 'uid', prefixes: { 8: 'asia', 6: 'usa' } } }),
  ];

  it('follows the id', () => {
    expect(withTarget(empty, fields, { uid: '8' }).target.server).toBe('asia');
  });

  it('never overrules the buyer', () => {
    const chosen = withTarget(empty, fields, { server: 'usa' });
    expect(withTarget(chosen, fields, { uid: '8' }).target.server).toBe('usa');
  });
});
