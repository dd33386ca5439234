import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenKinds } from '../../demo/sandbox/faults/broken-kinds.ts';
import { connectionKinds } from '../../demo/sandbox/faults/connection-kinds.ts';
import { apiPaths } from '../../demo/sandbox/faults/fault-kind.ts';
import type { FaultRequest } from '../../demo/sandbox/faults/kinds.ts';
import { refusalKinds } from '../../demo/sandbox/faults/refusal-kinds.ts';
import { type Sandbox, startSandbox } from '../../demo/sandbox/start-sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'kunci', balance: 50_000, requestsPerMinute: 1_000 });
});
afterEach(() => sandbox.close());

/** One answer as it came over the wire; `json` is undefined when the text is none. */
async function call(path: string, body?: object, patienceMs = 5_000) {
  const response = await fetch(sandbox.apiUrl + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'X-API-Key': 'kunci', ...(body && { 'Content-Type': 'application/json' }) },
    signal: AbortSignal.timeout(patienceMs),
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}
type Seen = Awaited<ReturnType<typeof call>>;

const dropship = { layanan: '1', target: '123456789', selling_price: 12_000 };
const create = () => call('/order/create', dropship);
/** Of a caller who gives up before what is to come late has come. */
const createInHaste = () => call('/order/create', dropship, 300);

/** A fault, and what a create then answers: over HTTP 200 where nothing else is said. */
interface Case {
  readonly fault: FaultRequest;
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string | RegExp;
  readonly also?: (answer: Seen) => void;
  /** Orders the provider has afterwards. */
  readonly orders: 0 | 1;
}

const cases: readonly Case[] = [
  {
    fault: { kind: 'refusal' },
    json: { status: false, data: { pesan: 'Layanan sedang gangguan.' } },
    orders: 0,
  },
  ...(
    [
      ['pesan', { status: false, pesan: 'A' }],
      ['data', { status: false, data: 'A' }],
      ['result', { result: false, message: 'A' }],
      ['success', { success: false, message: 'A' }],
    ] as const
  ).map(
    ([envelope, json]): Case => ({ fault: { kind: 'refusal', envelope, message: 'A' }, json, orders: 0 }),
  ),
  { fault: { kind: 'refusal', work: 'done' }, json: expect.objectContaining({ status: false }), orders: 1 },
  {
    fault: { kind: 'key-refused' },
    json: { status: false, data: { pesan: 'API key tidak valid.' } },
    orders: 0,
  },
  { fault: { kind: 'key-refused', reason: 'ip', httpStatus: 403 }, status: 403, text: /IP tidak/, orders: 0 },
  { fault: { kind: 'maintenance' }, text: /maintenance/, orders: 0 },
  {
    fault: { kind: 'rate-limit', seconds: 7 },
    status: 429,
    also: ({ headers }) => expect(headers.get('Retry-After')).toBe('7'),
    orders: 0,
  },
  {
    fault: { kind: 'rate-limit', form: 'bare-429' },
    status: 429,
    also: ({ headers }) => expect(headers.has('Retry-After')).toBe(false),
    orders: 0,
  },
  { fault: { kind: 'rate-limit', form: 'message-200' }, text: /Terlalu banyak/, orders: 0 },
  {
    fault: { kind: 'success-envelope' },
    json: { data: expect.objectContaining({ mode: 'dropship' }) },
    orders: 1,
  },
  {
    fault: { kind: 'success-envelope', mark: 'success' },
    json: expect.objectContaining({ status: 'success' }),
    orders: 1,
  },
  { fault: { kind: 'php-warning' }, text: /^<br \/>\n<b>Warning.*\n\{"status":true.*\}$/, orders: 1 },
  {
    fault: { kind: 'php-warning', place: 'after' },
    text: /^\{"status":true.*\}\n<br \/>\n<b>Warning/,
    orders: 1,
  },
  {
    fault: { kind: 'system-error' },
    text: 'System Error!',
    also: ({ headers }) => expect(headers.get('Content-Type')).toContain('application/json'),
    orders: 0,
  },
  { fault: { kind: 'system-error', work: 'done' }, text: 'System Error!', orders: 1 },
  {
    fault: { kind: 'html-page', claims: 'html', httpStatus: 502 },
    status: 502,
    text: /^<!DOCTYPE html>/,
    orders: 0,
  },
  { fault: { kind: 'empty-body', work: 'done' }, text: '', orders: 1 },
  {
    fault: { kind: 'truncated-json', keepPercent: 30 },
    text: /^\{"status":true,"data":\{"id":"\d+"[^}]*$/,
    orders: 1,
  },
  {
    fault: { kind: 'cloudflare' },
    status: 403,
    text: /Just a moment/,
    also: ({ headers }) => expect(headers.get('Cf-Mitigated')).toBe('challenge'),
    orders: 0,
  },
  { fault: { kind: 'cloudflare', page: '520' }, status: 520, text: /Error code 520/, orders: 0 },
  {
    fault: { kind: 'cloudflare', page: '522', work: 'done' },
    status: 522,
    text: /Error code 522/,
    orders: 1,
  },
  { fault: { kind: 'http-error' }, status: 500, json: { status: false, message: 'Server Error' }, orders: 0 },
  {
    fault: { kind: 'wrong-http-status', httpStatus: 500 },
    status: 500,
    json: expect.objectContaining({ status: true }),
    orders: 1,
  },
  { fault: { kind: 'number-form' }, text: /"selling_price":"12000".*"amount":"12000"/, orders: 1 },
  { fault: { kind: 'number-form', form: 'decimals' }, text: /"reseller_profit":"2000.00"/, orders: 1 },
  { fault: { kind: 'number-form', form: 'number' }, text: /"id":\d+,/, orders: 1 },
];

/** A create that gets no answer at all: what the caller notices, and what the provider did. */
const silent: readonly { fault: FaultRequest; error: RegExp; orders: 0 | 1 }[] = [
  { fault: { kind: 'hang' }, error: /TimeoutError/, orders: 0 },
  { fault: { kind: 'hang', work: 'done' }, error: /TimeoutError/, orders: 1 },
  { fault: { kind: 'reset' }, error: /ECONNRESET|other side closed/, orders: 0 },
  { fault: { kind: 'reset', work: 'done' }, error: /ECONNRESET|other side closed/, orders: 1 },
  { fault: { kind: 'slow-answer', ms: 600 }, error: /TimeoutError/, orders: 1 },
  { fault: { kind: 'slow-work', ms: 600 }, error: /TimeoutError/, orders: 0 },
  { fault: { kind: 'answer-cut' }, error: /terminated/, orders: 1 },
  { fault: { kind: 'answer-stalls' }, error: /TimeoutError/, orders: 1 },
];

const named = <T extends { fault: FaultRequest }>(all: readonly T[]) =>
  all.map((one) => [JSON.stringify(one.fault), one] as const);

describe('a create answers as the fault has it, once:', () => {
  test.each(named(cases))('%s', async (_name, { fault, status = 200, json, text, also, orders }) => {
    sandbox.faults.add(fault);
    const answer = await create();
    expect(answer.status).toBe(status);
    if (json !== undefined) expect(answer.json).toEqual(json);
    if (typeof text === 'string') expect(answer.text).toBe(text);
    if (text instanceof RegExp) expect(answer.text.replaceAll(/\r/g, '')).toMatch(new RegExp(text, 's'));
    also?.(answer);
    expect(sandbox.orders()).toHaveLength(orders);

    expect(sandbox.faults.list()).toEqual([]);
    expect((await call('/order/create', { ...dropship, target: '5550001' })).json).toMatchObject({
      status: true,
    });
  });

  test.each(named(silent))('%s', async (_name, { fault, error, orders }) => {
    sandbox.faults.add(fault);
    const failure: unknown = await createInHaste().catch((thrown: unknown) => thrown);
    expect(describeError(failure)).toMatch(error);
    expect(sandbox.orders()).toHaveLength(orders);
    expect(sandbox.faults.list()).toEqual([]);
    expect((await call('/user/me')).json).toMatchObject({ status: true });
  });
});

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'no error';
  return `${error.name} ${error.message} ${error.cause ? describeError(error.cause) : ''} ${'code' in error ? error.code : ''}`;
}

test('slow work is done in the end, though the caller has given up', async () => {
  sandbox.faults.add({ kind: 'slow-work', ms: 400 });
  await expect(createInHaste()).rejects.toThrow();
  await expect.poll(() => sandbox.orders()).toHaveLength(1);
});

test('a slow answer is the true one', async () => {
  sandbox.faults.add({ kind: 'slow-answer', ms: 100 });
  const startedAt = performance.now();
  expect((await create()).json).toMatchObject({ status: true });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(95);
});

test('true refusals can come in another envelope; an answer that is none leaves the fault on', async () => {
  sandbox.faults.add({ kind: 'refusal-envelope', envelope: 'result' });
  expect((await create()).json).toMatchObject({ status: true });
  expect(sandbox.faults.list()).toHaveLength(1);
  expect((await create()).json).toEqual({ result: false, message: expect.stringContaining('masih pending') });
});

test('an order is not found as often as was asked for', async () => {
  sandbox.faults.add({ kind: 'order-not-found', count: 5 });
  const { id } = ((await create()).json as { data: { id: string } }).data;
  for (let count = 0; count < 5; count++) {
    expect((await call(`/order/status?id=${id}`)).json).toMatchObject({
      data: { pesan: expect.stringMatching(/tidak ditemukan/) },
    });
  }
  expect((await call(`/order/status?id=${id}`)).json).toMatchObject({ data: { status: 'Pending' } });
});

test('every path refuses in a sentence of its own', async () => {
  const sentences = new Set<unknown>();
  for (const path of apiPaths) {
    sandbox.faults.add({ kind: 'refusal', envelope: 'pesan', path });
    const sent = /create|deposit|register|login|regenerate/.test(path) ? {} : undefined;
    const { json } = await call(path === '/payment/status' ? `${path}/DEP-1` : path, sent);
    sentences.add((json as { pesan: unknown }).pesan);
  }
  expect(sentences.size).toBe(apiPaths.length);
});

test('this file shows every kind of these three tables', () => {
  const shown = new Set<string>([...cases, ...silent].map(({ fault }) => fault.kind));
  const elsewhere = ['refusal-envelope', 'order-not-found'];
  expect([...shown, ...elsewhere].sort()).toEqual(
    Object.keys({ ...refusalKinds, ...brokenKinds, ...connectionKinds }).sort(),
  );
});
