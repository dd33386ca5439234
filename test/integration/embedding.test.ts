import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScriptedProvider, startScriptedProvider } from '../support/scripted-provider.ts';
import { type Shop, startShop } from '../support/shop.ts';

describe('embedding on other sites', () => {
  let provider: ScriptedProvider;
  let shop: Shop;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    shop = await startShop(provider.apiUrl, {
      ALLOWED_ORIGINS: 'https://blog.example.com, https://*.toko.example',
      SHOP_NAME: 'Toko <Budi> & "Anak"',
      SHOP_HELP: '0812-3456-7890',
      ORDERS_PER_MINUTE_PER_IP: '3',
    });
    await shop.bodyFor();
  });
  afterAll(async () => {
    await shop.close();
    await provider.close();
  });

  it.each(['https://blog.example.com', 'https://a.toko.example', 'https://a.b.toko.example'])(
    'answers pages of %s',
    async (origin) => {
      const { status, headers } = await shop.get('/api/catalog', { origin });
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('vary')).toMatch(/origin/i);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    },
  );

  it.each([
    'https://evil.example',
    'http://blog.example.com',
    'https://toko.example',
    'https://eviltoko.example',
    'null',
  ])('refuses pages of %s and tells them nothing', async (origin) => {
    const { status, headers, body } = await shop.get<{ code: string }>('/api/catalog', { origin });
    expect([status, body.code]).toEqual([403, 'origin_not_allowed']);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers its own shop page, whatever the scheme a reverse proxy hides', async () => {
    const { host } = new URL(shop.url);
    expect((await shop.get('/api/catalog', { origin: `https://${host}` })).status).toBe(200);
  });

  it('answers the preflight of an order', async () => {
    const response = await fetch(`${shop.url}/api/orders`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://blog.example.com',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key');
  });

  it('gives the shop its name and help number', async () => {
    const { body } = await shop.get<object>('/api/catalog');
    expect(body).toMatchObject({ shop: { name: 'Toko <Budi> & "Anak"', help: '6281234567890' } });
  });

  it('hosts a shop page that runs one script under a strict policy', async () => {
    const { headers, body } = await shop.get<string>('/');
    expect(body).toContain('<h1>Toko &lt;Budi&gt; &amp; &quot;Anak&quot;</h1>');
    expect(body).toContain('<zul-topup>');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('lets any site load the widget, fresh under its plain name and for ever under its hash', async () => {
    const plain = await shop.get<string>('/zul-topup.js');
    expect(plain.status).toBe(200);
    expect(plain.headers.get('content-type')).toMatch(/javascript/);
    expect(plain.headers.get('access-control-allow-origin')).toBe('*');
    expect(plain.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const manifest = await shop.get<{ file: string; integrity: string }>('/manifest.json');
    const hashed = await shop.get<string>(`/${manifest.body.file}`);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(hashed.body));
    expect(manifest.body.integrity).toBe(`sha384-${Buffer.from(digest).toString('base64')}`);
    // But for the names of what they load later, which comes with each of them.
    const version = manifest.body.file.replace(/^zul-topup/, '');
    expect(hashed.body.replaceAll(version, '.js')).toBe(plain.body);
  });

  it('answers 304 to who has the catalog already', async () => {
    const etag = (await shop.get('/api/catalog')).headers.get('etag') ?? '';
    // Not fetch: it adds `Cache-Control: no-cache` to a request with a condition of its own.
    const status = await new Promise((resolve, reject) => {
      get(`${shop.url}/api/catalog`, { headers: { 'if-none-match': etag } }, (res) => {
        res.resume();
        resolve(res.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(304);
  });

  it('stops a flood of orders from one address with an honest Retry-After', async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await shop.order({}));
    expect(answers.map((answer) => answer.body.code)).toEqual([
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'rate_limited',
    ]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
