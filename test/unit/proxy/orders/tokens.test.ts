import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOrderCode, OrderTokens } from '../../../../proxy/orders/tokens.ts';

const tokens = new OrderTokens('a secret of the shop');

describe('an order token', () => {
  it('opens its own order', () => {
    const id = tokens.newId();
    expect(tokens.orderIdOf(tokens.tokenFor(id))).toBe(id);
    expect(new OrderTokens('a secret of the shop').orderIdOf(tokens.tokenFor(id))).toBe(id);
  });

  it('holds at least 128 bits nobody can guess, in characters an address needs not escape', () => {
    const token = tokens.tokenFor(tokens.newId());
    expect(token).toMatch(/^[A-Za-z0-9_-]{40}$/);
    expect(token.slice(16)).toHaveLength(24);
  });

  it('is no longer one when any of its characters is another', () => {
    const token = tokens.tokenFor('AAAAAAAAAAAAAAAA');
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'x' ? 'y' : 'x';
      expect(tokens.orderIdOf(token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBeNull();
    }
  });

  it('of one order does not open another', () => {
    const [one, two] = [tokens.newId(), tokens.newId()];
    expect(tokens.orderIdOf(two + tokens.tokenFor(one).slice(16))).toBeNull();
  });

  it('signed with another secret opens nothing', () => {
    const id = tokens.newId();
    const other = new OrderTokens('another secret');
    expect(other.tokenFor(id)).not.toBe(tokens.tokenFor(id));
    expect(tokens.orderIdOf(other.tokenFor(id))).toBeNull();
  });

  it.each(['', 'x', '../etc/passwd', 'A'.repeat(39), 'A'.repeat(41), `${'A'.repeat(39)}\n`, 'é'.repeat(40)])(
    'is not %j',
    (text) => {
      expect(tokens.orderIdOf(text)).toBeNull();
    },
  );

  it('is never made by chance', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{40}$/)), (text) => {
        expect(tokens.orderIdOf(text)).toBeNull();
      }),
    );
  });
});

describe('ids and codes', () => {
  it('are new every time', () => {
    expect(new Set(Array.from({ length: 500 }, () => tokens.newId())).size).toBe(500);
    expect(new Set(Array.from({ length: 500 }, newOrderCode)).size).toBe(500);
  });

  it('a code can be read out: no I, L, O or U', () => {
    for (let made = 0; made < 500; made++) expect(newOrderCode()).toMatch(/^ZT-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('a code opens nothing', () => {
    expect(tokens.orderIdOf(newOrderCode())).toBeNull();
  });
});
