import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, ENVIRONMENT_NAMES, readConfig } from '../../../proxy/config.ts';

/** The lines the operator would read; none when the environment is fine. */
function complaints(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

describe('an empty environment', () => {
  it('gives the documented defaults', () => {
    expect(readConfig({})).toEqual({
      provider: {
        baseUrl: 'https://chestcloudx.my.id/api',
        apiKey: null,
        requestsPerMinute: 60,
        timeoutMs: 15_000,
      },
      http: {
        host: '0.0.0.0',
        port: 8787,
        publicUrl: null,
        allowedOrigins: [],
        trustProxy: 0,
        ordersPerMinutePerIp: 30,
      },
      consolePassword: null,
      shop: { name: 'Top Up', help: null },
      markup: { percentHundredths: 1000, fixedRupiah: 0 },
      profitFloor: 0,
      database: { kind: 'sqlite', file: resolve('data/zul-topup.db') },
      dataDir: resolve('data'),
      secretKey: null,
      logLevel: 'info',
    });
  });

  it('is the same as one of empty and blank values, as hosting panels make them', () => {
    const blank = Object.fromEntries(ENVIRONMENT_NAMES.map((name, index) => [name, index % 2 ? '' : '  ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('is not disturbed by variables of other programs', () => {
    expect(readConfig({ PATH: '/usr/bin', MARKUPS: 'x' })).toEqual(readConfig({}));
  });
});

describe('a value', () => {
  it('is taken without the blanks around it', () => {
    expect(readConfig({ PORT: ' 80 ', ZULTOPUP_API_KEY: ' key-1\n' })).toMatchObject({
      http: { port: 80 },
      provider: { apiKey: 'key-1' },
    });
  });

  it.each([
    ['MARKUP', '8%+500', { markup: { percentHundredths: 800, fixedRupiah: 500 } }],
    ['PUBLIC_URL', 'https://shop.example//', { http: { publicUrl: 'https://shop.example' } }],
    ['ZULTOPUP_BASE_URL', 'http://127.0.0.1:9/api/', { provider: { baseUrl: 'http://127.0.0.1:9/api' } }],
    ['SHOP_HELP', '+62 812-3456-7890', { shop: { help: '6281234567890' } }],
    ['SHOP_HELP', '0812 3456 7890', { shop: { help: '6281234567890' } }],
    ['TRUST_PROXY', '2', { http: { trustProxy: 2 } }],
    ['PORT', '0', { http: { port: 0 } }],
    ['PROFIT_FLOOR', '250', { profitFloor: 250 }],
    ['PROVIDER_REQUESTS_PER_MINUTE', '5', { provider: { requestsPerMinute: 5 } }],
    ['PROVIDER_TIMEOUT_MS', '100', { provider: { timeoutMs: 100 } }],
    ['ORDERS_PER_MINUTE_PER_IP', '7', { http: { ordersPerMinutePerIp: 7 } }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['SECRET_KEY', 'sixteen-letters!', { secretKey: 'sixteen-letters!' }],
    ['HOST', '127.0.0.1', { http: { host: '127.0.0.1' } }],
    ['SHOP_NAME', 'Toko Budi', { shop: { name: 'Toko Budi' } }],
  ])('of %s may be %j', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });

  it('of ALLOWED_ORIGINS is a list, in lower case, without slashes at the end and without gaps', () => {
    const ALLOWED_ORIGINS = ' https://Blog.example/ ,, https://*.shop.example,http://localhost:3000';
    expect(readConfig({ ALLOWED_ORIGINS }).http.allowedOrigins).toEqual([
      'https://blog.example',
      'https://*.shop.example',
      'http://localhost:3000',
    ]);
  });

  it.each([
    ['file:./data/a.db', { kind: 'sqlite', file: resolve('data/a.db') }],
    ['file:/var/lib/a.db', { kind: 'sqlite', file: resolve('/var/lib/a.db') }],
    ['file:///var/lib/a.db', { kind: 'sqlite', file: resolve('/var/lib/a.db') }],
    ['postgres://u:p@db/shop', { kind: 'postgres', url: 'postgres://u:p@db/shop' }],
    ['postgresql://db/shop', { kind: 'postgres', url: 'postgresql://db/shop' }],
  ])('of DATABASE_URL may be %s', (DATABASE_URL, database) => {
    expect(readConfig({ DATABASE_URL }).database).toEqual(database);
  });

  it('of DATABASE_URL says where the data folder is', () => {
    expect(readConfig({ DATABASE_URL: 'file:/var/lib/zul/a.db' }).dataDir).toBe(resolve('/var/lib/zul'));
    expect(readConfig({ DATABASE_URL: 'postgres://db/shop' }).dataDir).toBe(resolve('data'));
  });
});

describe('a mistake', () => {
  it.each([
    ['PORT', ['65536', '-1', '80.5', '8787abc', '0x50', '1e3']],
    ['TRUST_PROXY', ['true', '11']],
    ['PROFIT_FLOOR', ['-1', '5%', '10000001']],
    ['PROVIDER_REQUESTS_PER_MINUTE', ['0', '6001', 'sixty']],
    ['PROVIDER_TIMEOUT_MS', ['99', '120001', '15s']],
    ['ORDERS_PER_MINUTE_PER_IP', ['0', '10001']],
    ['MARKUP', ['8%+', '-5%', 'ten', '8.555%']],
    ['DATABASE_URL', ['mysql://db/shop', 'file:', 'data.db']],
    ['ZULTOPUP_BASE_URL', ['chestcloudx.my.id', 'ftp://x.example', 'https://x.example/?apikey=1']],
    ['PUBLIC_URL', ['shop.example', 'https://user@shop.example', 'https://shop.example/#top']],
    ['ALLOWED_ORIGINS', ['*', 'blog.example', 'https://blog.example/page', 'https://*', 'null']],
    ['SECRET_KEY', ['letters']],
    ['SHOP_HELP', ['12345', 'wa.me/62812', '0812345678901234']],
    ['SHOP_NAME', ['x'.repeat(61)]],
    ['LOG_LEVEL', ['loud', 'INFO']],
    ['ZULTOPUP_API_KEY', ['two words', 'caf\u00e9']],
  ] as [string, string[]][])('in %s gets one line that names it', (name, values) => {
    for (const value of values) {
      const lines = complaints({ [name]: value });
      expect(lines, value).toHaveLength(1);
      expect(lines[0], value).toMatch(new RegExp(`^${name} (must|has) [^\n]+$`));
    }
  });

  it('does not hide the others', () => {
    const lines = complaints({ PORT: 'x', MARKUP: 'y', LOG_LEVEL: 'z', ALLOWED_ORIGINS: 'a,b' });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'ALLOWED_ORIGINS',
      'ALLOWED_ORIGINS',
      'MARKUP',
      'LOG_LEVEL',
    ]);
  });

  it('never repeats a secret', () => {
    const lines = complaints({
      ZULTOPUP_API_KEY: 'my secret',
      SECRET_KEY: 'hush',
      DATABASE_URL: 'my://u:pw@db',
    });
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/my secret|hush|pw@/);
  });
});
