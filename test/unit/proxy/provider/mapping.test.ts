import { describe, expect, it } from 'vitest';
import { toCreatedOrder, toSeenStatus, toServices } from '../../../../proxy/provider/mapping.ts';
import { wireCreatedSchema, wireStatusSchema } from '../../../../proxy/provider/wire.ts';

const NOW = Date.UTC(2026, 10, 23, 3, 0, 0);
const row = { sid: '1', kategori: 'Free Fire', layanan: '70 Diamond', harga: '10000', status: 'Normal' };
const created = (data: object) => toCreatedOrder(wireCreatedSchema.parse(data), 12_000, NOW);
const seen = (data: object) => toSeenStatus(wireStatusSchema.parse(data));

describe('the provider list of services', () => {
  it('becomes ours, with the group as the type', () => {
    expect(toServices({ Games: [row] })).toEqual([
      {
        sid: '1',
        type: 'Games',
        category: 'Free Fire',
        name: '70 Diamond',
        costRupiah: 10_000,
        available: true,
      },
    ]);
  });

  it.each([[null], [[]], [{}], ['no'], [{ Games: null }], [{ Games: {} }], [[row]]])(
    'is empty when it arrives as %j',
    (data) => {
      expect(toServices(data)).toEqual([]);
    },
  );

  it.each([
    ['without a sid', { sid: ' ' }],
    ['without a name', { layanan: '' }],
    ['without a price', { harga: null }],
    ['for nothing', { harga: 0 }],
    ['for less than nothing', { harga: '-1' }],
    ['that is a tool of the panel', { layanan: 'Cek Username Free Fire' }],
  ])('loses a row %s and keeps the others', (_what, over) => {
    const services = toServices({ Games: [{ ...row, ...over }, { ...row, sid: 2 }, 'broken', null] });
    expect(services.map((service) => service.sid)).toEqual(['2']);
  });

  it.each(['Normal', ' NORMAL ', 'Tersedia', 'active', 'Aktif', 'available'])(
    'sells what is %j',
    (status) => {
      expect(toServices({ G: [{ ...row, status }] })[0]?.available).toBe(true);
    },
  );

  it.each(['Gangguan', 'non active', 'nonaktif', 'kosong', '', 'normalish'])(
    'shows but does not sell what is %j',
    (status) => {
      expect(toServices({ G: [{ ...row, status }] })[0]?.available).toBe(false);
    },
  );

  it('rounds a cost with cents up, never down', () => {
    expect(toServices({ G: [{ ...row, harga: '9999.10' }] })[0]?.costRupiah).toBe(10_000);
  });

  it('takes line breaks and invisible characters out of names, and a missing category for its type', () => {
    const [service] = toServices({
      'Ga\nmes': [{ ...row, kategori: ' ', layanan: '70\u202e\n Diamond\u0000' }],
    });
    expect(service).toMatchObject({ type: 'Ga mes', category: 'Ga mes', name: '70 Diamond' });
  });
});

describe('the answer to an order', () => {
  const payment = {
    qr_url: ' https://qr.example/1 ',
    amount: '12003',
    expired_at: '2026-11-23 10:15:00',
    invoice_url: 'https://invoice.example/INV-1',
  };

  it('becomes ours: ids, money, QR and its time in Jakarta', () => {
    const data = { id: 55, invoice: 'INV-1', reseller_cost: '11200.5', reseller_profit: 799.9, payment };
    expect(created(data)).toEqual({
      providerId: '55',
      invoice: 'INV-1',
      costRupiah: 11_201,
      profitRupiah: 799,
      payment: {
        qrSource: 'https://qr.example/1',
        amountRupiah: 12_003,
        expiresAt: NOW + 15 * 60_000,
        invoiceUrl: 'https://invoice.example/INV-1',
      },
    });
  });

  it.each([{}, { id: '' }, { id: '  ' }, { id: null }, { invoice: 'INV-1', payment }])(
    'proves nothing when it names no order: %j',
    (data) => {
      expect(created(data)).toBeNull();
    },
  );

  it('has no payment without a QR', () => {
    expect(created({ id: '55' })?.payment).toBeNull();
    expect(created({ id: '55', payment: { ...payment, qr_url: ' ' } })?.payment).toBeNull();
  });

  it('asks for the sum of the answer, then the price it repeats, then ours', () => {
    const { amount: _amount, ...silent } = payment;
    expect(created({ id: '5', selling_price: 12_500, payment })?.payment?.amountRupiah).toBe(12_003);
    expect(created({ id: '5', selling_price: 12_500, payment: silent })?.payment?.amountRupiah).toBe(12_500);
    expect(created({ id: '5', payment: silent })?.payment?.amountRupiah).toBe(12_000);
  });

  it.each(['http://invoice.example/1', 'javascript:alert(1)', 'data:text/html,x', '/invoice/1', ''])(
    'passes no invoice link on but https: %j',
    (invoice_url) => {
      expect(created({ id: '5', payment: { ...payment, invoice_url } })?.payment?.invoiceUrl).toBeNull();
    },
  );

  it('keeps a negative profit, which tells of a sale at a loss, and does not invent a cost', () => {
    expect(created({ id: '5', reseller_profit: -200.5 })).toMatchObject({
      costRupiah: null,
      profitRupiah: -201,
    });
    expect(created({ id: '5' })).toMatchObject({ costRupiah: null, profitRupiah: null });
  });
});

describe('a look at an order', () => {
  it.each([
    ['success', ['Success', 'SUKSES', ' berhasil ', 'Completed']],
    ['pending', ['Pending', 'Processing', 'process', 'PROSES', 'Waiting', '']],
    ['failed', ['Error', 'Gagal', 'FAILED', 'cancel', 'Refund', 'Refunded']],
    ['partial', ['Partial']],
    ['unknown', ['Berhasil sebagian', 'constructor', '__proto__', 'ok?']],
  ])('reads %s', (delivery, spellings) => {
    for (const status of spellings) expect(seen({ status }).delivery, status).toBe(delivery);
  });

  it.each([
    ['settlement', ['settlement', 'PAID', 'completed', 'Capture']],
    ['expired', ['expired', 'EXPIRE', 'cancel']],
    ['pending', ['pending', 'unpaid', '']],
    ['unknown', ['challenge', 'toString']],
  ])('reads a payment that is %s', (payment, spellings) => {
    for (const payment_status of spellings) {
      expect(seen({ status: 'Pending', payment_status }).payment, payment_status).toBe(payment);
    }
  });

  it('looks for the payment in two places, the documented one first', () => {
    expect(seen({ status: 'Pending', payment: { status: 'settlement' } }).payment).toBe('settlement');
    const both = { status: 'Pending', payment_status: 'pending', payment: { status: 'settlement' } };
    expect(seen(both).payment).toBe('pending');
    expect(seen({ status: 'Pending' }).payment).toBeNull();
  });

  it('has the note on one line, or none', () => {
    expect(seen({ catatan: ' SN:\n ABC\u200b123 ' }).note).toBe('SN: ABC 123');
    expect(seen({ catatan: ' \n' }).note).toBeNull();
    expect(seen({}).note).toBeNull();
    expect(seen({ catatan: 'x'.repeat(999) }).note).toHaveLength(300);
  });

  it('keeps the words themselves for the reseller, cut to size', () => {
    expect(seen({ status: 'Odd', payment_status: 'stranger' }).raw).toBe('Odd/stranger');
    expect(seen({ status: 'x'.repeat(500) }).raw).toHaveLength(100);
  });
});
