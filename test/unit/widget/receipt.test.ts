import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ReceiptWords, receiptText } from '../../../widget/topup/state/receipt.ts';
import { order } from './samples.ts';

const words: ReceiptWords = {
  title: 'Bukti pesanan',
  code: 'Kode pesanan',
  product: 'Produk',
  target: 'Tujuan',
  price: 'Dibayar',
  date: 'Tanggal',
  serial: 'Nomor seri (SN)',
  token: 'Token listrik',
  meter: { name: 'Nama', tariff: 'Tarif', power: 'Daya' },
};
const done = order({
  status: 'succeeded',
  price: 12_000,
  payment: { status: 'settlement', amount: 12_003, qr: null, expiresAt: null, invoiceUrl: null },
  note: 'SN: ABC123',
  updatedAt: '2026-11-24T09:00:00Z',
  timeline: [
    { status: 'processing', at: '2026-11-23T10:05:00Z' },
    { status: 'succeeded', at: '2026-11-23T10:07:00Z' },
  ],
});
const linesOf = (one = done, lang: 'id' | 'en' = 'id') =>
  receiptText(one, 'Toko Budi', words, lang).split('\n');

describe('a receipt to share', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Asia/Jakarta'));
  afterEach(() => vi.unstubAllEnvs());

  it('says in a line each who sold what to where, what was paid, when, and the serial number', () => {
    expect(linesOf()).toEqual([
      'Toko Budi · Bukti pesanan',
      'Kode pesanan: ZT-1',
      'Produk: Mobile Legends, 70 Diamond',
      'Tujuan: 12345678 (1234)',
      'Dibayar: Rp12.003',
      'Tanggal: 23 Nov 2026, 17.07 WIB',
      'Nomor seri (SN): ABC123',
    ]);
  });

  it("tells the time in the viewer's own zone and names it", () => {
    vi.stubEnv('TZ', 'Asia/Jayapura');
    expect(linesOf()).toContain('Tanggal: 23 Nov 2026, 19.07 WIT');
    expect(linesOf(done, 'en').find((line) => line.startsWith('Tanggal'))).toMatch(
      /^Tanggal: 23 Nov 2026, 19:07 (GMT\+9|WIT)$/,
    );
  });

  it('shows an electricity token as it is typed into the meter, and whose meter it is', () => {
    const note = '12345678901234567890/BUDI SANTOSO/R1M/900';
    expect(linesOf({ ...done, note }).slice(-4)).toEqual([
      'Token listrik: 1234 5678 9012 3456 7890',
      'Nama: BUDI SANTOSO',
      'Tarif: R1M',
      'Daya: 900',
    ]);
    expect(linesOf({ ...done, note: '12345678901234567890' }).at(-1)).toBe(
      'Token listrik: 1234 5678 9012 3456 7890',
    );
  });

  it('has no line for what there is not', () => {
    const lines = linesOf({ ...done, note: null, payment: null });
    expect(lines).toHaveLength(6);
    expect(lines).toContain('Dibayar: Rp12.000');
  });

  it('keeps every value on its own line', () => {
    const service = { ...done.service, name: '70 Diamond\nDibayar: Rp1' };
    const lines = linesOf({ ...done, service, target: { userId: 'Budi\r\nKode pesanan: ZT-9' } });
    expect(lines).toHaveLength(7);
    expect(lines).toContain('Produk: Mobile Legends, 70 Diamond Dibayar: Rp1');
  });

  it('tells nothing that belongs to the buyer alone', () => {
    expect(receiptText(done, 'Toko Budi', words, 'id')).not.toContain(done.token);
  });
});
