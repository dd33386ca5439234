import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { QrCodes } from '../../../../proxy/orders/qr.ts';
import { drawQr, readQr } from '../../../../proxy/orders/qr-code.ts';
import type { Picture } from '../../../../proxy/provider/qr-image.ts';
import { answering } from '../support/loopback.ts';
import { qris } from '../support/qris.ts';
import { orderRow } from '../support/stored.ts';

const PAYLOAD = qris({});
const DRAWN = Buffer.from(drawQr(PAYLOAD)?.bytes ?? []);
/** A picture that is none of a QR. */
const BLANK = Buffer.from(encode({ width: 2, height: 2, data: new Uint8Array(4).fill(255), channels: 1 }));
const NOWHERE = 'http://127.0.0.1:9';

/** QR codes over a store that only remembers, and what it was told. */
function codes(providerUrl = NOWHERE) {
  const kept = new Map<string, Picture>();
  const troubles: unknown[] = [];
  const qr = new QrCodes({
    providerUrl,
    kept: {
      qrImage: async (id) => kept.get(id) ?? null,
      saveQrImage: async (id, picture) => void kept.set(id, picture as Picture),
    },
    onTrouble: (error) => troubles.push(error),
  });
  return { qr, kept, troubles };
}

const textIn = (picture: Picture | null) => picture && readQr(picture);
const dataUrl = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;

describe('reading the QR of a new order', () => {
  it('takes a raw payload for the amount to pay', async () => {
    const { qr } = codes();
    expect(await qr.read(orderRow({ qr_source: PAYLOAD }))).toEqual({ kind: 'payload', payload: PAYLOAD });
  });

  it('takes the payload out of a picture, fetched once', async () => {
    const provider = await answering(DRAWN);
    const { qr, kept } = codes(provider.url);
    const order = orderRow({ qr_source: `${provider.url}/qr` });
    expect(await qr.read(order)).toEqual({ kind: 'payload', payload: PAYLOAD });
    expect(await qr.read(order)).toEqual({ kind: 'payload', payload: PAYLOAD });
    expect(provider.received).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it.each([
    ['another amount', qris({ amount: '99999' }), 'wrong_amount'],
    ['a wrong checksum', `${PAYLOAD.slice(0, -4)}0000`, 'wrong_checksum'],
  ])('refuses one with %s', async (_what, payload, why) => {
    const { qr } = codes();
    expect(await qr.read(orderRow({ qr_source: payload }))).toEqual({ kind: 'wrong', why });
    const inPicture = orderRow({ qr_source: dataUrl(Buffer.from(drawQr(payload)?.bytes ?? [])) });
    expect(await qr.read(inPicture)).toEqual({ kind: 'wrong', why });
  });

  it('compares with the price when the answer named no amount', async () => {
    const order = orderRow({ qr_source: qris({ amount: '12000' }), amount: null, price: 12_000 });
    expect(await codes().qr.read(order)).toMatchObject({ kind: 'payload' });
  });

  it('leaves a picture it cannot read as it is', async () => {
    expect(await codes().qr.read(orderRow({ qr_source: dataUrl(BLANK) }))).toEqual({ kind: 'picture' });
  });

  it('is troubled, but does not fail, when the picture cannot be had', async () => {
    const { qr, troubles } = codes();
    expect(await qr.read(orderRow({ qr_source: `${NOWHERE}/qr` }))).toEqual({ kind: 'picture' });
    expect(troubles).toHaveLength(1);
  });
});

describe('the picture of an order', () => {
  it('is drawn anew from the payload, and nothing is asked', async () => {
    const { qr, kept } = codes();
    const order = orderRow({ qr_source: `${NOWHERE}/qr`, qr_payload: PAYLOAD });
    expect(textIn(await qr.pictureOf(order))).toBe(PAYLOAD);
    expect(kept.size).toBe(0);
  });

  it.each(['placing', 'processing', 'succeeded', 'failed', 'expired', 'rejected', 'unconfirmed'] as const)(
    'is none for an order that is %s',
    async (status) => {
      expect(await codes().qr.pictureOf(orderRow({ status, qr_payload: PAYLOAD }))).toBeNull();
    },
  );

  it('is none without a source', async () => {
    expect(await codes().qr.pictureOf(orderRow({ qr_source: null }))).toBeNull();
  });

  it('that cannot be read is relayed, and is the same after the provider has gone', async () => {
    const provider = await answering(BLANK);
    const { qr } = codes(provider.url);
    const order = orderRow({ qr_source: `${provider.url}/qr` });
    const first = await qr.pictureOf(order);
    await provider.close();
    expect(Buffer.from(first?.bytes ?? []).equals(BLANK)).toBe(true);
    expect(await qr.pictureOf(order)).toEqual(first);
  });

  it('is fetched once when many ask for it at the same time', async () => {
    const provider = await answering(DRAWN);
    const { qr } = codes(provider.url);
    const order = orderRow({ qr_source: `${provider.url}/qr` });
    const pictures = await Promise.all([qr.pictureOf(order), qr.pictureOf(order), qr.pictureOf(order)]);
    expect(pictures.map(textIn)).toEqual([PAYLOAD, PAYLOAD, PAYLOAD]);
    expect(provider.received).toHaveLength(1);
  });

  it('that could not be had is asked for again, and no failure is kept', async () => {
    const provider = await answering('<html>');
    const { qr, kept, troubles } = codes(provider.url);
    const order = orderRow({ qr_source: `${provider.url}/qr` });
    await expect(qr.pictureOf(order)).rejects.toMatchObject({ code: 'provider_unavailable' });
    const asked = provider.received.length;
    await expect(qr.pictureOf(order)).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(provider.received.length).toBeGreaterThan(asked);
    expect(kept.size).toBe(0);
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('for another amount is never shown', async () => {
    const picture = dataUrl(Buffer.from(drawQr(qris({ amount: '99999' }))?.bytes ?? []));
    await expect(codes().qr.pictureOf(orderRow({ qr_source: picture }))).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  });
});
