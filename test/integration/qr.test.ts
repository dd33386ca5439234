import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import { drawQr, readQr } from '../../proxy/orders/qr-code.ts';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { type Shop, startShop } from '../support/shop.ts';

const PRICE = 11_000;
const PAYLOAD = qrisPayload(PRICE, 'QR-TEST');

/** What a scanner reads in a picture that the proxy has answered. */
function read(bytes: Uint8Array): string | null {
  return readQr({ mediaType: 'image/png', bytes });
}

/** A picture of a payload as a provider would draw it. */
function draw(payload: string): Uint8Array {
  return drawQr(payload)?.bytes ?? new Uint8Array();
}

describe('the QR of an order', () => {
  let provider: ScriptedProvider;
  let shop: Shop;
  let target = 900_000_000;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    shop = await startShop(provider.apiUrl);
  });
  afterAll(async () => {
    await shop.close();
    await provider.close();
  });

  /** Orders with this `qr_url` and fetches the QR from the address the order names. */
  async function qrOf(qrUrl: string, query = '') {
    provider.answers['POST /order/create'] = ({ body }) => ({
      status: true,
      data: {
        id: `Q${target}`,
        invoice: 'INV-1',
        payment: { qr_url: qrUrl, amount: body.selling_price, expired_at: '2099-01-01 00:00:00' },
      },
    });
    target += 1;
    const body = { ...(await shop.bodyFor()), target: { userId: String(target) } };
    const { order } = (await shop.order(body)).body;
    const response = await fetch(`${order.payment?.qr}${query}`);
    return { order, response, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  it('is drawn from a raw payload as a PNG that scans', async () => {
    const { response, bytes } = await qrOf(PAYLOAD);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(read(bytes)).toBe(PAYLOAD);
  });

  it('is taken out of a data: address', async () => {
    const png = Buffer.from(draw(PAYLOAD)).toString('base64');
    const { bytes } = await qrOf(`data:image/png;base64,${png}`);
    expect(read(bytes)).toBe(PAYLOAD);
  });

  it("is fetched from the provider's own host, once, and never with the key", async () => {
    provider.answers['GET /qr/abc'] = () => (req, res) => {
      expect(req.headers['x-api-key']).toBeUndefined();
      res.writeHead(200, { 'content-type': 'text/plain' }).end(draw(PAYLOAD));
    };
    const { order, response, bytes } = await qrOf(`${provider.origin}/api/qr/abc`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(read(bytes)).toBe(PAYLOAD);
    await fetch(order.payment?.qr ?? '');
    expect(provider.seen.filter((request) => request.path === '/qr/abc')).toHaveLength(1);
  });

  it('can be saved as a file named after the order', async () => {
    const { order, response } = await qrOf(PAYLOAD, '?download=1');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename=zul-topup-${order.code}.png`,
    );
  });

  it.each([
    'http://127.0.0.1:PORT/secret',
    'https://127.0.0.1:PORT/secret',
    'https://localhost:PORT/secret',
    'https://[::1]:PORT/secret',
    'https://10.0.0.1/secret',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://example.com/qr.png',
    'not an address',
    `data:text/html,<script>alert(1)</script>`,
  ])('is not fetched from %s', async (source) => {
    let reached = 0;
    const inside = createServer((_req, res) => res.end(String(++reached)));
    inside.on('connection', () => reached++);
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const { response } = await qrOf(source.replace('PORT', String((inside.address() as AddressInfo).port)));
    inside.close();
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reached).toBe(0);
  });

  it('is relayed from the own host only when it is an image', async () => {
    provider.answers['GET /qr/html'] = () => '<html>not an image</html>';
    expect((await qrOf(`${provider.origin}/api/qr/html`)).response.status).toBe(503);
  });
});
