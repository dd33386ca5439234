import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, decided, skipped } from '../support/check.ts';
import { waitFor } from '../support/shop.ts';
import { Buyer } from './buyer.ts';
import { Chance } from './chance.ts';
import { LedgerProvider } from './ledger-provider.ts';
import { offersOf } from './offers.ts';
import { ProxyProcess } from './proxy-process.ts';

const NAME = 'an accepted order is on the disk';
const ORDERS = 200;
const AT_ONCE = 4;
/** -D makes strace the grandchild and leaves the traced program our own child, to be stopped as ever. */
const STRACE = ['strace', '-D', '-f', '-y'] as const;

/** Counts how often the proxy has the kernel write its database to the disk while it accepts 200 orders. */
export async function fsyncCheck(main: string, seed: number): Promise<Check> {
  const why = cannotTrace();
  if (why !== null) return skipped(NAME, why);
  const folder = await mkdtemp(join(tmpdir(), 'zul-topup-fsync-'));
  const provider = await LedgerProvider.start(new Chance(seed));
  const trace = join(folder, 'trace');
  const wrapper = [...STRACE, '-ttt', '-e', 'trace=fsync,fdatasync', '-o', trace];
  const proxy = new ProxyProcess(main, provider.apiUrl, join(folder, 'shop.db'), { wrapper });
  try {
    const url = await proxy.listening;
    const began = Date.now();
    const accepted = await placeOrders(url);
    const ended = Date.now();
    await proxy.stop();
    await waitFor(async () => /\+\+\+ exited with \d+ \+\+\+\s*$/.test(await readFile(trace, 'utf8')));
    const writes = countWrites(await readFile(trace, 'utf8'), began, ended);
    const detail = `${writes} fsync calls on the database for ${accepted} accepted orders`;
    return decided(NAME, accepted === ORDERS && writes >= accepted, detail);
  } finally {
    proxy.kill();
    await provider.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Why no trace can be made here; null when it can. */
function cannotTrace(): string | null {
  const [program, ...options] = STRACE;
  const { error, status } = spawnSync(program, [...options, '-o', '/dev/null', process.execPath, '-v']);
  if (error) return 'strace is not installed (Debian: apt-get install strace)';
  return status === 0 ? null : 'strace is not allowed to trace here';
}

async function placeOrders(url: string): Promise<number> {
  const offers = await offersOf(url);
  let accepted = 0;
  for (let first = 0; first < ORDERS; first += AT_ONCE) {
    const buyers = Array.from(
      { length: AT_ONCE },
      (_, at) => new Buyer(first + at, offers[at % offers.length] ?? offers[0], false),
    );
    await Promise.all(buyers.map((buyer) => buyer.order(url)));
    accepted += buyers.filter(({ told }) => told?.kind === 'acknowledged').length;
  }
  return accepted;
}

/** Calls that succeeded on the database or its log, between two times (epoch ms). */
function countWrites(trace: string, from: number, to: number): number {
  const calls = trace.matchAll(/^\d+ +(\d+\.\d+) f(?:data)?sync\(\d+<[^>]*shop\.db(?:-wal)?>.*= 0$/gm);
  return [...calls].filter(([, seconds]) => {
    const at = Number(seconds) * 1000;
    return at >= from && at <= to;
  }).length;
}
