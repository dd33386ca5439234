import { describe, expect, it } from 'vitest';
import {
  looseJson,
  messageOf,
  openEnvelope,
  wireCreatedSchema,
  wireServiceSchema,
  wireStatusSchema,
} from '../../../../proxy/provider/wire.ts';

const WARNING = '<br />\n<b>Warning</b>:  Undefined index: {x} in <b>order.php</b> on line <b>12</b><br />\n';

describe('finding the JSON in an answer', () => {
  it.each([
    ['alone', '{"a":1}'],
    ['after a byte order mark', '\ufeff{"a":1}'],
    ['after a PHP warning', `${WARNING}{"a":1}`],
    ['before a PHP notice', '{"a":1}\n<br /><b>Notice</b>: something'],
    ['between two', `Notice: one\n{"a":1}\nNotice: two`],
    ['with blanks around it', ' \n {"a":1} \n '],
  ])('takes it %s', (_where, body) => {
    expect(looseJson(body)).toEqual({ a: 1 });
  });

  it('takes a bare array', () => {
    expect(looseJson('[1,2]')).toEqual([1, 2]);
  });

  it.each([
    ['an empty body', ''],
    ['blanks', ' \n'],
    ['a plain sentence', 'System Error!'],
    ['an HTML page', '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'],
    ['a page with a style', '<style>body { color: red }</style>'],
    ['JSON cut off in a text', '{"status":true,"data":{"id":"5'],
    ['JSON cut off before its last brace', '{"status":true'],
    ['a number', '42'],
    ['null', 'null'],
    ['a text', '"ok"'],
  ])('finds none in %s', (_what, body) => {
    expect(looseJson(body)).toBeUndefined();
  });

  it('gives up on a long page full of braces in next to no time', () => {
    const started = performance.now();
    expect(looseJson(`${'{ '.repeat(100_000)}}`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('opening an envelope', () => {
  it.each([
    ['status true', { status: true, data: { id: '1' } }, { id: '1' }],
    ['status "success"', { status: 'success', data: [1] }, [1]],
    ['no status', { data: { id: '1' } }, { id: '1' }],
    ['no envelope', { orderId: 'DEP-1', status: 'settlement' }, { orderId: 'DEP-1', status: 'settlement' }],
    ['no envelope and a failed order', { id: '5', status: 'Error' }, { id: '5', status: 'Error' }],
    ['nothing in it', { status: true, data: null }, null],
    ['an array instead', [1], [1]],
    ['a failed order in a good envelope', { status: true, data: { status: 'Error' } }, { status: 'Error' }],
  ])('takes one with %s', (_what, json, data) => {
    expect(openEnvelope(json)).toEqual({ ok: true, data });
  });

  it.each([
    [{ status: false, data: { pesan: 'Saldo kurang' } }],
    [{ status: false, pesan: 'Saldo kurang' }],
    [{ status: false, data: 'Saldo kurang' }],
    [{ status: false, data: { message: 'Saldo kurang' } }],
    [{ result: false, message: 'Saldo kurang' }],
    [{ success: false, message: 'Saldo kurang' }],
    [{ success: 0, msg: 'Saldo kurang' }],
    [{ status: 'error', message: 'Saldo kurang' }],
    [{ status: 'Gagal', message: 'Saldo kurang' }],
    [{ status: 'FALSE', error: 'Saldo kurang' }],
    [{ status: true, result: false, message: 'Saldo kurang' }],
  ])('takes %j for a no, with its sentence', (json) => {
    expect(openEnvelope(json)).toEqual({ ok: false, message: 'Saldo kurang' });
  });

  it('cuts a sentence of any length and has "" for none', () => {
    expect(messageOf({ pesan: 'x'.repeat(9_999) })).toHaveLength(500);
    expect(messageOf({ data: { pesan: 5 } })).toBe('');
    expect(messageOf(null)).toBe('');
  });
});

describe('reading fields', () => {
  it.each([
    [10_000, 10_000],
    ['10000', 10_000],
    ['789000.00', 789_000],
    [' 5 ', 5],
    ['-5', -5],
    ['', null],
    ['Rp10000', null],
    ['1,5', null],
    [null, null],
    [true, null],
    [Number.POSITIVE_INFINITY, null],
    [undefined, null],
  ])('takes the amount %j for %j', (harga, read) => {
    expect(wireServiceSchema.parse({ harga }).harga).toBe(read);
  });

  it('takes ids as numbers, and missing or strange words for empty ones', () => {
    expect(wireServiceSchema.parse({ sid: 55, layanan: null, status: {} })).toMatchObject({
      sid: '55',
      layanan: '',
      kategori: '',
      status: '',
    });
  });

  it('does without a payment, or with a broken one', () => {
    expect(wireCreatedSchema.parse({ id: 1 }).payment).toBeNull();
    expect(wireCreatedSchema.parse({ id: 1, payment: 'QRIS' }).payment).toBeNull();
    expect(wireStatusSchema.parse({ id: 1, payment: 'QRIS' }).payment).toBeNull();
  });

  it('tells a missing payment status from an empty one', () => {
    expect(wireStatusSchema.parse({}).payment_status).toBeUndefined();
    expect(wireStatusSchema.parse({ payment_status: '' }).payment_status).toBe('');
  });
});
