import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildCatalog } from '../../../../proxy/catalog/build.ts';
import type { CatalogState } from '../../../../proxy/catalog/catalog.ts';
import { plainDress, TEN_PERCENT } from '../../../support/dress.ts';
import { service } from '../support/services.ts';
import { stage } from './stage.ts';

/** An offer of one category with services of these costs, whole rupiah. */
function offer(costs: readonly number[], over: Partial<CatalogState> = {}): CatalogState {
  const services = costs.map((costRupiah, index) =>
    service({ sid: String(index + 1), name: `${index + 1} Diamond`, costRupiah }),
  );
  const catalog = buildCatalog(services, plainDress(TEN_PERCENT));
  return { catalog, updatedAt: 1_000_000, stale: false, ...over };
}

/** Asks without a client that unpacks or caches anything. */
async function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const req = request({ port, host: '127.0.0.1', path, method, headers }, async (res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of res) chunks.push(chunk as Buffer);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) });
      });
      req.on('error', reject).end();
    },
  );
}

const CATEGORY = '/api/catalog/free-fire';

it.each([
  ['identity', {}, (body: Buffer) => body],
  ['gzip', { 'Accept-Encoding': 'deflate, gzip' }, gunzipSync],
  ['br', { 'Accept-Encoding': 'gzip, deflate, BR;q=0.5' }, brotliDecompressSync],
  ['gzip', { 'Accept-Encoding': 'br;q=0, gzip' }, gunzipSync],
] as const)('is served as %s to who asks with %j', async (encoding, headers, decoded) => {
  const { port } = await stage({ catalog: () => offer([10_000, 20_000]) });
  for (const path of ['/api/catalog', CATEGORY]) {
    const answer = await ask(port, path, { ...headers, Origin: 'https://blog.example' });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(answer.body.length),
      'cache-control': 'public, max-age=15, stale-while-revalidate=60',
      vary: 'Accept-Encoding, Origin',
      'access-control-allow-origin': 'https://blog.example',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    });
    expect(answer.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
    expect(JSON.parse(decoded(answer.body).toString())).toBeTypeOf('object');
  }
});

it('gives every form a strong tag of its own, and 304 to who has one of them', async () => {
  const { port } = await stage({ catalog: () => offer([10_000]) });
  const tags = await Promise.all(
    ['identity', 'gzip', 'br'].map(async (encoding) => {
      const { headers } = await ask(port, CATEGORY, { 'Accept-Encoding': encoding });
      return String(headers.etag);
    }),
  );
  expect(new Set(tags).size).toBe(3);
  for (const tag of tags) {
    expect(tag).toMatch(/^"[\w-]+"$/);
    const answer = await ask(port, CATEGORY, {
      'If-None-Match': `"other", W/${tag}`,
      'Accept-Encoding': 'br',
    });
    expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, tag]);
    expect(answer.headers).toMatchObject({ vary: 'Accept-Encoding, Origin' });
  }
  const other = await ask(port, CATEGORY, { 'If-None-Match': '"other"' });
  expect(other.status).toBe(200);
});

it('follows the offer: new prices are new bytes, the same prices seen later keep their tag', async () => {
  let current = offer([10_000]);
  const { port } = await stage({ catalog: () => current });
  const tagOf = async (path: string) => (await ask(port, path)).headers.etag;
  const [list, category] = [await tagOf('/api/catalog'), await tagOf(CATEGORY)];
  current = offer([10_000], { updatedAt: 2_000_000 });
  expect(await tagOf(CATEGORY)).toBe(category);
  expect(await tagOf('/api/catalog')).not.toBe(list);
  current = offer([11_000], { updatedAt: 3_000_000 });
  expect(await tagOf(CATEGORY)).not.toBe(category);
  expect((await ask(port, CATEGORY, { 'If-None-Match': String(category) })).status).toBe(200);
});

it('answers the same however the address is written, and HEAD without a body', async () => {
  const { port } = await stage({ catalog: () => offer([10_000]) });
  const usual = await ask(port, CATEGORY);
  for (const path of [`${CATEGORY}?x=1`, `${CATEGORY}/`, '/API/catalog/free%2Dfire']) {
    const { status, headers, body } = await ask(port, path);
    expect([status, headers.etag, body.toString()]).toEqual([200, usual.headers.etag, usual.body.toString()]);
  }
  const head = await ask(port, CATEGORY, {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    String(usual.body.length),
    0,
  ]);
});

it.each([
  ['an unknown category', '/api/catalog/nothing', {}, offer([10_000]), 404],
  ['a strange site', CATEGORY, { Origin: 'https://evil.example' }, offer([10_000]), 403],
  ['anybody before the first list was seen', CATEGORY, {}, null, 503],
] as const)('refuses %s with a problem, and logs it once', async (_who, path, headers, state, status) => {
  const { port, logs } = await stage({ catalog: () => state });
  const answer = await ask(port, path, headers);
  expect([answer.status, answer.headers['content-type']]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(logs().match(/"responseTime"/g)).toHaveLength(1);
});

it('stops a flood from one address, with when to come back', async () => {
  const { port } = await stage({ catalog: () => offer([10_000]), readsPerMinute: 2 });
  const answers = [];
  for (const path of [CATEGORY, `${CATEGORY}?x=1`, CATEGORY, `${CATEGORY}?x=1`]) {
    answers.push(await ask(port, path, { 'X-Forwarded-For': '203.0.113.7' }));
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(50);
  expect((await ask(port, CATEGORY, { 'X-Forwarded-For': '203.0.113.8' })).status).toBe(200);
});
