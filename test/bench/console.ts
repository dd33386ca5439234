/** `npm run bench:console`: the console's list, search, sums and export in a shop that has sold 100,000 orders. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleOrderPage } from '../../proxy/contract/console-orders.ts';
import { Child } from './child.ts';
import { type Figure, percentile, printTable } from './figures.ts';

const ORDERS = 100_000;
const TIMES = 60;
const GOAL_MS = 50;
const PASSWORD = 'a password of the bench';
/** What an export may add to the shop's memory at its peak: batches, buffers and what is not collected yet. */
const FLAT_MB = 40;

const folder = await mkdtemp(join(tmpdir(), 'zul-topup-bench-'));
const server = new URL('./console-server.ts', import.meta.url);
console.log(`selling ${ORDERS} orders`);
const till = new Child(server, folder);
await till.ask('fill', ORDERS);
await till.stop();
// Another process: what it took to fill the shop is not to hide what it takes to show it.
const shop = new Child(server, folder);
try {
  const url = await shop.ask<string>('start', PASSWORD);
  const cookie = await signIn(url);
  const get = (path: string) =>
    fetch(`${url}/console/api/${path}`, { headers: { cookie, 'accept-encoding': 'identity' } });
  printTable(`The console with ${ORDERS} orders on SQLite (${TIMES} requests each)`, [
    ...(await pages(get)),
    ...(await exported(get)),
  ]);
} finally {
  await shop.stop();
  await rm(folder, { recursive: true, force: true });
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/console/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ password: PASSWORD }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function pages(get: (path: string) => Promise<Response>): Promise<Figure[]> {
  const page = async (path: string) => (await (await get(path)).json()) as ConsoleOrderPage;
  const first = await page('orders');
  const sample = first.orders[7];
  let deep = first.next ?? '';
  for (let n = 0; n < 200; n++) deep = (await page(`orders?after=${deep}`)).next ?? deep;
  const today = new Date().toISOString().slice(0, 10);
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const asked: readonly (readonly [string, string])[] = [
    ['first page', 'orders'],
    ['page 201', `orders?after=${deep}`],
    ['search by code', `orders?search=${sample?.code}`],
    ['search by target', `orders?search=${sample?.target}`],
    ['search by the beginning of a target', `orders?search=${sample?.target.slice(0, 5)}`],
    ['search by phone', `orders?search=${sample?.customerPhone}`],
    ['search by invoice', 'orders?search=INV-00050000'],
    ['search that finds nothing', 'orders?search=nothing-such'],
    ['status failed', 'orders?status=failed'],
    ['status none has', 'orders?status=placing'],
    ['to be looked at', 'orders?status=attention'],
    ['one month of one status', `orders?status=succeeded&from=${monthAgo}&to=${today}`],
    ['one order', `orders/${sample?.code}`],
  ];
  const figures: Figure[] = [];
  for (const [what, path] of asked) {
    const p95 = percentile(await timed(get, path), 0.95);
    figures.push({
      what: `${what}, p95`,
      value: `${p95.toFixed(1)} ms`,
      goal: `<= ${GOAL_MS}`,
      reached: p95 <= GOAL_MS,
    });
  }
  const sums = percentile(await timed(get, `profit?from=${monthAgo}&to=${today}`), 0.95);
  return [...figures, { what: 'profit of 30 days, p95', value: `${sums.toFixed(1)} ms` }];
}

async function timed(get: (path: string) => Promise<Response>, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now();
    const answer = await get(path);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
    times.push(performance.now() - began);
  }
  return times;
}

async function exported(get: (path: string) => Promise<Response>): Promise<Figure[]> {
  const before = await shop.ask<number>('watch');
  const began = performance.now();
  const bytes = await drain(await get('orders/export.csv'));
  const seconds = (performance.now() - began) / 1000;
  const growth = ((await shop.ask<number>('peak')) - before) / 1_048_576;
  return [
    {
      what: 'export of all',
      value: `${(bytes / 1_048_576).toFixed(1)} MB in ${seconds.toFixed(1)} s`,
    },
    {
      what: 'memory it adds at its peak',
      value: `${growth.toFixed(1)} MB on ${(before / 1_048_576).toFixed(0)}`,
      goal: `<= ${FLAT_MB}`,
      reached: growth <= FLAT_MB,
    },
  ];
}

async function drain(answer: Response): Promise<number> {
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += chunk.byteLength;
  return bytes;
}
