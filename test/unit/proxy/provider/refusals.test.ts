import { describe, expect, it } from 'vitest';
import { classifyRefusal, isRateLimitText } from '../../../../proxy/provider/refusals.ts';

describe('the sentence of a refusal', () => {
  it.each([
    ['key_wrong', ['API key tidak valid', 'Invalid apikey', 'Unauthorized', 'IP anda belum terdaftar']],
    ['balance_too_low', ['Saldo tidak cukup', 'Saldo anda kurang', 'Insufficient balance']],
    ['duplicate', ['Masih ada pesanan pending dengan target yang sama', 'Pesanan yang sama masih diproses']],
    ['price_too_low', ['selling_price harus >= harga reseller', 'Harga jual terlalu rendah']],
    ['maintenance', ['Server sedang maintenance', 'Sistem dalam perbaikan']],
    ['service_unavailable', ['Layanan tidak ditemukan', 'Layanan sedang gangguan', 'Stok kosong']],
    ['bad_target', ['Nomor tujuan salah', 'User ID tidak ditemukan', 'Target tidak valid']],
    ['not_found', ['Pesanan tidak ditemukan', 'Order not found']],
    ['unknown', ['', 'Hubungi admin']],
  ])('means %s', (reason, sentences) => {
    for (const sentence of sentences) expect(classifyRefusal(sentence), sentence).toBe(reason);
  });

  it('is known when it speaks of the rate limit', () => {
    for (const text of ['Too Many Requests', 'Rate limit exceeded', 'Terlalu banyak permintaan']) {
      expect(isRateLimitText(text), text).toBe(true);
    }
    expect(isRateLimitText('Saldo tidak cukup')).toBe(false);
  });
});
