import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { builtProxy } from '../faults/built-proxy.ts';
import { type Offer, offersOf } from '../faults/offers.ts';
import { ProxyProcess } from '../faults/proxy-process.ts';
import { Child } from './child.ts';
import { type Figure, percentile } from './figures.ts';
import { startWireProvider, WireBuyer, type WireProvider } from './wire-provider.ts';

/** A minute's; a shop's process runs for days. */
const WARM_UP = 300;
const ORDERS = 400;
/** Five times what the provider allows. Every order is looked at, found delivered and moved on meanwhile. */
const PER_SECOND = 5;
/** The slots of a minute stand in the database: no more of them than are used, as in life. */
const PROVIDER_LIMIT = 4 * 60 * PER_SECOND;
const COMMITS = 1_000;
/** Memory that looks like a disk, on Linux: a commit costs nothing there. */
const MEMORY = '/dev/shm';

/** Own times of orders, ms; those that asked for the list of services on their way again by themselves. */
interface Times {
  readonly all: number[];
  readonly withList: number[];
}

/**
 * Places orders with the compiled proxy, in a process of its own, whose provider has 5,000 services and answers
 * at once, and tells what the answers took without the provider's part; on the disk, and in memory to see what is the disk's part.
 */
export async function orderFigures(): Promise<Figure[]> {
  const folder = process.env.BENCH_DIR ?? tmpdir();
  const onDisk = await ownTimes(folder);
  const commits = await commitTimes(await mkdtemp(join(folder, 'commits-')));
  const least = await leastTimes(folder);
  const p99 = percentile(onDisk.all, 0.99);
  const both = (times: readonly number[], digits: number) =>
    `${percentile(times, 0.5).toFixed(digits)}, ${percentile(times, 0.99).toFixed(digits)} ms`;
  const figures: Figure[] = [
    {
      what: `placing an order, ${PER_SECOND}/s, own time: p50, p99`,
      value: both(onDisk.all, 1),
      goal: 'p99 <= 10 ms',
      reached: p99 <= 10,
    },
    {
      what: `of these, the ${onDisk.withList.length} that asked for the list of 5,000 services: longest`,
      value: `${Math.max(...onDisk.withList).toFixed(1)} ms`,
    },
    { what: 'the least of bare Express that loses no order: p50, p99', value: both(least.all, 1) },
    { what: 'one SQLite commit, synchronous=FULL, this disk: p50, p99', value: both(commits, 2) },
  ];
  if (!existsSync(MEMORY)) return figures;
  const memory = await mkdtemp(join(MEMORY, 'zul-topup-bench-'));
  try {
    figures.push({
      what: 'placing an order, database in memory: p50, p99',
      value: both((await ownTimes(memory)).all, 1),
    });
  } finally {
    await rm(memory, { recursive: true, force: true });
  }
  return figures;
}

/** What ours takes, at the usual pace. */
async function ownTimes(parent: string): Promise<Times> {
  const provider = await startWireProvider();
  const folder = await mkdtemp(join(parent, 'orders-'));
  const proxy = new ProxyProcess(builtProxy(), provider.apiUrl, join(folder, 'shop.db'), {
    env: { PROVIDER_REQUESTS_PER_MINUTE: String(PROVIDER_LIMIT) },
  });
  try {
    const url = await proxy.listening;
    const [offer] = await offersOf(url);
    return await timesAt(url, offer, provider);
  } finally {
    await proxy.stop();
    await provider.close();
  }
}

/** What the least takes that could be called placing an order. */
async function leastTimes(parent: string): Promise<Times> {
  const provider = await startWireProvider();
  const folder = await mkdtemp(join(parent, 'least-'));
  const child = new Child(new URL('./http-forward.ts', import.meta.url));
  try {
    const place = { providerUrl: provider.apiUrl, file: join(folder, 'least.db') };
    const port = await child.ask<number>('listen', place);
    return await timesAt(`http://127.0.0.1:${port}`, { sid: '1', ref: 'r', price: 11_000 }, provider);
  } finally {
    await child.stop();
    await provider.close();
  }
}

async function timesAt(url: string, offer: Offer, provider: WireProvider): Promise<Times> {
  const buyer = new WireBuyer(url);
  const times: Times = { all: [], withList: [] };
  for (let order = 0; order < WARM_UP + ORDERS; order++) {
    const target = { userId: String(100_000_000 + order) };
    const customer = { name: 'Budi', phone: '081234567890' };
    provider.takeWork();
    const took = await buyer.place(JSON.stringify({ ...offer, target, customer }));
    const { heldMs, lists } = provider.takeWork();
    if (order >= WARM_UP) times.all.push(took - heldMs);
    if (order >= WARM_UP && lists > 0) times.withList.push(took - heldMs);
    await sleep(1_000 / PER_SECOND - took);
  }
  buyer.close();
  return times;
}

/** What the disk takes for a commit, without anything of ours, as far apart as in a shop, ms. */
async function commitTimes(folder: string): Promise<number[]> {
  const database = new SqliteDatabase(join(folder, 'commits.db'));
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('CREATE TABLE notes (text TEXT)');
    const insert = database.prepare('INSERT INTO notes VALUES (?)');
    const times: number[] = [];
    while (times.length < COMMITS) {
      const began = performance.now();
      insert.run('x'.repeat(500));
      times.push(performance.now() - began);
      await sleep(10);
    }
    return times;
  } finally {
    database.close();
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
