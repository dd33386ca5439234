import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQris } from '../../../../proxy/orders/emvco.ts';
import { qris } from '../support/qris.ts';

describe('a QRIS payload', () => {
  it('knows the check value of CRC-16/CCITT-FALSE, 29B1 for 123456789', () => {
    // A payload whose checked part is built by hand from a published example (EMVCo MPM, annex A).
    const example =
      '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104\u6700\u4f73\u8fd0\u8f930202\u5317\u4eac540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A';
    expect(checkQris(example, 24)).toEqual({ ok: false, why: 'wrong_amount' });
    expect(checkQris(example.replace('A13A', 'A13B'), 24)).toEqual({ ok: false, why: 'wrong_checksum' });
  });

  it.each(['12003', '12003.00', '12003.0', '12003.', '0012003'])(
    'for the amount to pay, written %s, is right',
    (amount) => {
      expect(checkQris(qris({ amount }), 12_003)).toEqual({ ok: true, amountRupiah: 12_003 });
    },
  );

  it('without an amount is right for any', () => {
    expect(checkQris(qris({ amount: null }), 12_003)).toEqual({ ok: true, amountRupiah: null });
  });

  it.each(['12004', '1200', '120030', '12003.50', '12,003', ''])(
    'for %s instead of 12003 is wrong',
    (amount) => {
      expect(checkQris(qris({ amount }), 12_003)).toEqual({ ok: false, why: 'wrong_amount' });
    },
  );

  it('may have its checksum in small letters', () => {
    const payload = qris({});
    expect(checkQris(payload.slice(0, -4) + payload.slice(-4).toLowerCase(), 12_003).ok).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['a web address', 'https://qr.example/55'],
    ['cut off', qris({}).slice(0, -5)],
    ['followed by something', `${qris({})}99`],
    ['without the first field', '6304ABCD'],
    ['with a length that is none', '00xx01'],
  ])('that is %s is none', (_what, payload) => {
    expect(checkQris(payload, 12_003).ok).toBe(false);
  });

  it('is wrong when any of its characters is another', () => {
    const payload = qris({});
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.constantFrom('0', '7', 'X'), (at, other) => {
        fc.pre(payload[at] !== other);
        expect(checkQris(payload.slice(0, at) + other + payload.slice(at + 1), 12_003).ok).toBe(false);
      }),
    );
  });
});
