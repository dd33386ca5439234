import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultGroups, faultKinds } from '../../demo/sandbox/faults/kinds.ts';
import { type Sandbox, startSandbox } from '../../demo/sandbox/start-sandbox.ts';

let now: number;
let sandbox: Sandbox;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 3, 0);
  sandbox = await startSandbox({ apiKey: 'kunci', clock: () => now });
});
afterEach(() => sandbox.close());

const ask = async (path: string) =>
  (await fetch(`${sandbox.apiUrl}${path}`, { headers: { 'X-API-Key': 'kunci' } })).text();
const me = () => ask('/user/me');
const fine = expect.stringContaining('"status":true');

const control = (method: string, path = '', fields?: unknown) =>
  fetch(`${sandbox.url}/faults${path}`, {
    method,
    ...(fields !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    }),
  });

describe('a fault', () => {
  test('is shown as often as its count says, then the provider behaves again', async () => {
    sandbox.faults.add({ kind: 'system-error', count: 2 });
    expect(await me()).toBe('System Error!');
    expect(sandbox.faults.list()).toMatchObject([{ kind: 'system-error', count: 1 }]);
    expect(await me()).toBe('System Error!');
    expect(await me()).toEqual(fine);
  });

  test('is shown until it is removed when its count is Infinity', async () => {
    const id = sandbox.faults.add({ kind: 'system-error', count: Infinity });
    for (let count = 0; count < 20; count++) expect(await me()).toBe('System Error!');
    sandbox.faults.remove(id);
    expect(await me()).toEqual(fine);
  });

  test('is shown at its path alone', async () => {
    sandbox.faults.add({ kind: 'empty-body', path: '/services', count: Infinity });
    expect(await me()).toEqual(fine);
    expect(await ask('/services')).toBe('');
  });

  test('is shown to its value alone, wherever the request carries it', async () => {
    sandbox.faults.add({ kind: 'empty-body', only: 'PLN' });
    sandbox.faults.add({ kind: 'system-error', only: 'DEP-1' });
    expect(await ask('/services?tipe=Games')).toEqual(fine);
    expect(await ask('/services?tipe=PLN')).toBe('');
    expect(await ask('/payment/status/DEP-1')).toBe('System Error!');
  });

  test('that replaces the answer waits while an earlier one does; changes add up', async () => {
    sandbox.faults.add({ kind: 'system-error' });
    sandbox.faults.add({ kind: 'empty-body' });
    expect(await me()).toBe('System Error!');
    expect(await me()).toBe('');
    sandbox.faults.add({ kind: 'number-form', form: 'decimals' });
    sandbox.faults.add({ kind: 'success-envelope', mark: 'success' });
    sandbox.faults.add({ kind: 'php-warning' });
    expect(await me()).toMatch(/Warning.*\n.*"status":"success".*"balance":"500000.00"/);
  });

  test('does not hide a request from the log, nor from the limit', async () => {
    sandbox.faults.add({ kind: 'system-error', count: 60 });
    for (let count = 0; count < 60; count++) expect(await me()).toBe('System Error!');
    expect(await me()).toContain('Terlalu banyak');
    expect(sandbox.requests()).toHaveLength(61);
  });

  test('that hangs does not keep the sandbox from closing', async () => {
    sandbox.faults.add({ kind: 'hang' });
    const answer = me().catch(() => 'gone');
    await expect.poll(() => sandbox.faults.list()).toEqual([]);
    await sandbox.close();
    expect(await answer).toBe('gone');
  });

  test('must be one there is, at a path and with values it can have', () => {
    const add = (fields: object) => () => sandbox.faults.add(fields as { kind: 'hang' });
    expect(add({ kind: 'toString' })).toThrow('no fault "toString"');
    expect(add({ kind: 'flip', path: '/services' })).toThrow('seen at: /order/status');
    expect(add({ kind: 'hang', count: 0 })).toThrow('count');
    expect(add({ kind: 'hang', work: 'half' })).toThrow('work must be one of: skipped, done');
    expect(add({ kind: 'slow-work', ms: 'soon' })).toThrow('ms must be a number');
    expect(add({ kind: 'hang', ms: 1 })).toThrow('no parameter "ms"');
    expect(sandbox.faults.list()).toEqual([]);
  });
});

describe('over HTTP', () => {
  test('faults are added, listed and cleared without a key', async () => {
    const added = await control('POST', '', { kind: 'html-page', path: '/user/me', count: null });
    expect(added.status).toBe(201);
    const { id } = (await added.json()) as { id: string };
    expect(await (await control('GET')).json()).toEqual([
      {
        id,
        kind: 'html-page',
        path: '/user/me',
        only: null,
        count: null,
        params: { claims: 'json', httpStatus: 200, work: 'skipped' },
      },
    ]);
    expect(await me()).toContain('<html>');
    expect((await control('DELETE')).status).toBe(204);
    expect(await me()).toEqual(fine);
  });

  test('one is removed by its id', async () => {
    await control('POST', '', { kind: 'hang', count: 'always' });
    await control('POST', '', { kind: 'empty-body' });
    const [first] = sandbox.faults.list();
    expect((await control('DELETE', `/${first?.id}`)).status).toBe(204);
    expect(sandbox.faults.list()).toMatchObject([{ kind: 'empty-body' }]);
  });

  test('a mistake is told and changes nothing', async () => {
    const refused = await control('POST', '', { kind: 'nonsense' });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ error: expect.stringContaining('no fault "nonsense"') });
    expect((await fetch(`${sandbox.url}/faults`, { method: 'POST' })).status).toBe(400);
    expect(sandbox.faults.list()).toEqual([]);
  });
});

describe('on the cashier page', () => {
  const page = async () => (await fetch(sandbox.url)).text();
  /** Presses the button of a form with these fields. */
  const press = (path: string, fields: Record<string, string> = {}) =>
    fetch(sandbox.url + path, { method: 'POST', body: new URLSearchParams(fields) });

  test('every fault has a switch and a line in both languages', async () => {
    const text = await page();
    const grouped = faultGroups.flatMap(({ names }) => names);
    expect([...grouped].sort()).toEqual(Object.keys(faultKinds).sort());
    for (const [name, { id, en }] of Object.entries(faultKinds)) {
      expect(text).toContain(`<input type="hidden" name="kind" value="${name}">`);
      for (const line of [id, en])
        expect(text).toContain(line.replace(/["']/g, (mark) => `&#${mark.charCodeAt(0)};`));
    }
  });

  test('every switch works as it stands, and every fault can be switched off again', async () => {
    for (const [, form = ''] of (await page()).matchAll(/<form class="switch"(.*?)<\/form>/gs)) {
      const inputs = [...form.matchAll(/<input [^>]*name="(\w+)" value="([^"]*)"/g)];
      const selects = [...form.matchAll(/<select name="(\w+)"><option value="([^"]*)"/g)];
      const fields = [...inputs, ...selects].map(([, name = '', value = '']) => [name, value]);
      expect((await press('/faults', Object.fromEntries(fields))).status).toBe(200);
    }
    const active = sandbox.faults.list();
    expect(active.map(({ kind }) => kind)).toEqual(faultGroups.flatMap(({ names }) => names));
    expect(await page()).toContain(`action="/faults/${active[0]?.id}/remove"`);
    await press(`/faults/${active[0]?.id}/remove`);
    expect(sandbox.faults.list()).toHaveLength(active.length - 1);
    await press('/faults/clear');
    expect(await page()).not.toContain('/remove"');
  });

  test('an expired order has a button to pay it while late payments are taken', async () => {
    const made = await fetch(`${sandbox.apiUrl}/order/create?apikey=kunci`, {
      method: 'POST',
      body: new URLSearchParams({ layanan: '1', target: '123456789', selling_price: '12000' }),
    });
    const { id } = ((await made.json()) as { data: { id: string } }).data;
    now += 900_000;
    expect(await page()).not.toContain(`action="/pay/${id}"`);
    sandbox.faults.add({ kind: 'late-payment' });
    expect(await page()).toContain(`action="/pay/${id}"`);
    await press(`/pay/${id}`);
    expect(sandbox.orders()[0]?.paymentStatus).toBe('settlement');
  });
});
