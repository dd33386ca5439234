import { expect, it, vi } from 'vitest';
import type { Problem } from '../../../../proxy/contract/problem.ts';
import { stage, watch } from './stage.ts';

const BLOG = { Origin: 'https://blog.example' };

it('opens with the headers that keep proxies from holding events back, and no compression', async () => {
  const { port, path, logs, token } = await stage();
  const { seen, ids } = watch(port, path, { ...BLOG, 'Accept-Encoding': 'gzip, br' });
  await vi.waitFor(() => expect(ids()).toEqual([1]));
  const [head = ''] = seen.text.split('\r\n\r\n', 1);
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  for (const header of [
    'Content-Type: text/event-stream; charset=utf-8',
    'Cache-Control: no-store, no-transform',
    'X-Accel-Buffering: no',
    'Access-Control-Allow-Origin: https://blog.example',
    'Vary: Origin',
  ]) {
    expect(head).toContain(`\r\n${header}`);
  }
  expect(head).not.toMatch(/content-encoding/i);
  expect(seen.text).toMatch(/\r\nretry: \d{4}\n\n/);
  expect(logs()).toContain('stream opened');
  expect(logs()).not.toContain(token);
});

it('gives each version once, and after a break only what was missed', async () => {
  const { port, path, change } = await stage();
  const first = watch(port, path);
  await vi.waitFor(() => expect(first.ids()).toEqual([1]));
  await change('processing');
  await vi.waitFor(() => expect(first.ids()).toEqual([1, 2]));
  first.socket.destroy();
  await change('processing', { note: 'one' });
  await change('processing', { note: 'two' });
  const second = watch(port, path, { 'Last-Event-ID': '2' });
  await vi.waitFor(() => expect(second.ids()).toEqual([3, 4]));
});

it('gives nothing again to who has the newest version, and stays open', async () => {
  const { port, path, change, streams } = await stage();
  const { ids, seen } = watch(port, path, { 'Last-Event-ID': '1' });
  await vi.waitFor(() => expect(streams.counts().open).toBe(1));
  await change('processing');
  await vi.waitFor(() => expect(ids()).toEqual([2]));
  expect(seen.closed).toBe(false);
});

it('ends with the last version, and says 204 to who comes back having it', async () => {
  const { url, path, port, change, streams } = await stage();
  const { ids, seen } = watch(port, path);
  await vi.waitFor(() => expect(ids()).toEqual([1]));
  await change('succeeded', { note: 'SN 1234' });
  await vi.waitFor(() => expect(seen.text).toMatch(/SN 1234.*\s+0\r\n\r\n$/));
  expect(streams.counts().open).toBe(0);
  const again = await fetch(url + path, { headers: { ...BLOG, 'Last-Event-ID': '2' } });
  expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([204, BLOG.Origin]);
});

it.each([
  ['a strange site', { Origin: 'https://evil.example' }, 403, 'origin_not_allowed'],
  ['a strange token', {}, 404, 'not_found'],
] as const)('refuses %s as Express does everything else', async (_who, headers, status, code) => {
  const { url, path } = await stage();
  const broken = path.replace(/.{4}\/events$/, 'AAAA/events');
  const answer = await fetch(url + broken, { headers });
  expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
});

it('refuses more streams than an address may have with 429, which its page can read', async () => {
  const { url, path, port, streams } = await stage({ caps: { perAddress: 1 } });
  const first = watch(port, path, { 'X-Forwarded-For': '203.0.113.7' });
  await vi.waitFor(() => expect(first.ids()).toEqual([1]));
  const ask = (address: string) =>
    fetch(url + path, { headers: { ...BLOG, 'X-Forwarded-For': `${address}, 203.0.113.7` } });
  const refused = await ask('198.51.100.1');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  expect(refused.headers.get('access-control-allow-origin')).toBe(BLOG.Origin);
  expect(((await refused.json()) as Problem).code).toBe('rate_limited');
  expect(streams.counts()).toMatchObject({ open: 1, refused: 1 });
  first.socket.destroy();
  await vi.waitFor(() => expect(streams.counts().open).toBe(0));
  const taken = await ask('198.51.100.1');
  expect(taken.status).toBe(200);
  await taken.body?.cancel();
});

it('counts a stream as one request of its address, and refuses it when there were too many', async () => {
  const { url, path } = await stage({ readsPerMinute: 1 });
  const first = await fetch(url + path);
  await first.body?.cancel();
  expect([first.status, (await fetch(url + path)).status]).toEqual([200, 429]);
});

it('tells tracking of a reader who is the only one, and of one address no more than its share', async () => {
  const { port, path, streams, reopened } = await stage();
  const first = watch(port, path);
  await vi.waitFor(() => expect(first.ids()).toEqual([1]));
  const beside = watch(port, path);
  await vi.waitFor(() => expect(beside.ids()).toEqual([1]));
  expect(reopened).toHaveLength(1);
  for (const { socket } of [first, beside]) socket.destroy();
  for (let visit = 0; visit < 40; visit++) {
    await vi.waitFor(() => expect(streams.counts().open).toBe(0));
    const again = watch(port, path);
    await vi.waitFor(() => expect(again.ids()).toEqual([1]));
    again.socket.destroy();
  }
  expect(reopened).toHaveLength(30);
});

it('links to what the reader called the proxy, unless it has a public address', async () => {
  const patch = { payment_status: 'pending', qr_source: 'x' } as const;
  for (const [publicUrl, expected] of [
    [undefined, 'https://shop.example/api/orders/'],
    ['https://topup.example', 'https://topup.example/api/orders/'],
  ] as const) {
    const { port, path, change, token } = await stage(publicUrl ? { publicUrl } : {});
    const { ids, seen } = watch(port, path, { 'X-Forwarded-Proto': 'https' });
    await vi.waitFor(() => expect(ids()).toEqual([1]));
    await change('awaiting_payment' as 'processing', patch);
    await vi.waitFor(() => expect(seen.text).toContain(`"qr":"${expected}${token}/qr.png"`));
  }
});

it('cuts off a reader whose backlog is over 64 kB, and has all for him when he comes back', async () => {
  const { port, path, change, streams } = await stage();
  const stuck = watch(port, path);
  await vi.waitFor(() => expect(stuck.ids()).toEqual([1]));
  stuck.socket.pause();
  // Longer than what the kernel and his socket hold for him.
  const target_fields = JSON.stringify({ userId: 'x'.repeat(2_000_000) });
  let made = 1;
  while (streams.counts().open > 0 && made < 60) {
    await change('processing', { target_fields });
    made++;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(streams.counts()).toMatchObject({ open: 0, dropped: 1 });
  await change('processing', { target_fields: '{}' });
  const again = watch(port, path, { 'Last-Event-ID': '1' });
  await vi.waitFor(() => expect(again.ids()).toHaveLength(made));
  expect(again.ids()).toEqual(Array.from({ length: made }, (_none, index) => index + 2));
});
