import { describe, expect, it } from 'vitest';
import { toCreatedOrder } from '../../../../proxy/provider/mapping.ts';
import { pictureFromDataUrl } from '../../../../proxy/provider/qr-image.ts';
import { parseProviderTime } from '../../../../proxy/provider/time.ts';
import {
  looseJson,
  openEnvelope,
  wireCreatedSchema,
  wireServiceSchema,
} from '../../../../proxy/provider/wire.ts';

const NOW = Date.UTC(2026, 10, 23);

describe('an answer that is odd in a way that could lose money', () => {
  it('a payment without a time of expiry is still a payment', () => {
    const wire = wireCreatedSchema.parse({ id: '5', payment: { qr_url: '000201', amount: 5_000 } });
    expect(toCreatedOrder(wire, 5_000, NOW)?.payment).toMatchObject({ qrSource: '000201', expiresAt: null });
  });

  it.each([
    '{"status":true,"data":{"id":"55","status":"Pending","payment":{"status":"success"}',
    '{"status":true,"data":[{"id":"1","status":"Success"}',
    'Warning: x\n{"status":true,"data":{"status":"Success"}',
  ])('an object inside a broken-off answer is not taken for the answer: %s', (body) => {
    expect(looseJson(body)).toBeUndefined();
  });

  it.each([
    { status: false, id: '55', message: 'no' },
    { status: 'false', id: '55', message: 'no' },
    { success: false, id: null, message: 'no' },
    { result: false, orderId: 'DEP-1', message: 'no' },
  ])('a clear no stays one, whatever else it carries: %j', (answer) => {
    expect(openEnvelope(answer)).toEqual({ ok: false, message: 'no' });
  });

  it('a bare order whose own status is an error is no refusal of the request', () => {
    const bare = { id: '55', status: 'Error', catatan: '' };
    expect(openEnvelope(bare)).toEqual({ ok: true, data: bare });
  });

  it.each(['10.000', '1.250.000', '10,000', 'Rp 10000'])('a price of %s is not guessed at', (harga) => {
    expect(wireServiceSchema.parse({ sid: '1', harga }).harga).toBeNull();
  });

  it.each([
    '0000-00-00 00:00:00',
    '2026-13-45 10:00:00',
    '2026-02-30 10:00:00',
    '0',
    0,
    '99999999999999999999',
    1e16,
  ])('the impossible time %s is none', (time) => {
    expect(parseProviderTime(time, NOW)).toBeNull();
  });

  it('a picture in a percent-encoded data: address is read byte by byte', () => {
    const head = '%89PNG%0D%0A%1A%0A%FF%00';
    expect(pictureFromDataUrl(`data:image/png,${head}`)).toMatchObject({ mediaType: 'image/png' });
  });
});
