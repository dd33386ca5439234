import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from './figures.ts';
import { catalogFigures } from './http-catalog.ts';
import { orderFigures } from './http-orders.ts';

const folder = await mkdtemp(join(tmpdir(), 'zul-topup-bench-'));
process.env.BENCH_DIR = folder;
try {
  console.log('catalog');
  const catalog = await catalogFigures();
  console.log('orders');
  const orders = await orderFigures();
  printTable('HTTP, against bare Express sending the same bytes in the same run (medians of 5 rounds)', [
    ...catalog,
    ...orders,
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
