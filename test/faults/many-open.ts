import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../proxy/store/open.ts';
import { type Check, decided } from '../support/check.ts';
import { waitFor } from '../support/shop.ts';
import { Chance } from './chance.ts';
import { LedgerProvider } from './ledger-provider.ts';
import { ProxyProcess } from './proxy-process.ts';

const OPEN_ORDERS = 10_000;
const READY_WITHIN_MS = 2_000;
/** A machine that is busy with something else may spoil one start, not all of them. */
const TRIES = 3;
const AT_ONCE = 250;

/** Starts the proxy on a file with 10,000 open orders and measures until it serves and has begun to look. */
export async function manyOpenCheck(main: string, seed: number): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'zul-topup-many-'));
  const file = join(folder, 'shop.db');
  const provider = await LedgerProvider.start(new Chance(seed));
  try {
    await seedOrders(file);
    const times: number[] = [];
    while (times.length < TRIES && Math.min(...times) > READY_WITHIN_MS) {
      times.push(await timeToReady(main, provider, file));
    }
    const detail = `ready in ${times.join(', ')} ms with ${OPEN_ORDERS} open orders`;
    return decided('ready within 2 s', Math.min(...times) <= READY_WITHIN_MS, detail);
  } finally {
    await provider.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeToReady(main: string, provider: LedgerProvider, file: string): Promise<number> {
  let looked = false;
  provider.onMoment = (moment) => {
    looked ||= moment === 'status asked';
    return 'go';
  };
  const began = performance.now();
  const proxy = new ProxyProcess(main, provider.apiUrl, file);
  try {
    const url = await proxy.listening;
    await waitFor(async () => (await fetch(`${url}/healthz`)).status === 200);
    await waitFor(() => looked);
    return Math.round(performance.now() - began);
  } finally {
    await proxy.stop();
  }
}

async function seedOrders(file: string): Promise<void> {
  const { store, close } = await openStore({ kind: 'sqlite', file });
  const at = Date.now() - 60_000;
  await store.transaction().execute(async (trx) => {
    for (let first = 0; first < OPEN_ORDERS; first += AT_ONCE) await insertSome(trx, first, at);
  });
  await close();
}

async function insertSome(store: Store, first: number, at: number): Promise<void> {
  const numbers = Array.from({ length: AT_ONCE }, (_, offset) => first + offset);
  const orders = numbers.map((number) => openOrder(number, at));
  await store.insertInto('orders').values(orders).execute();
  const events = orders.flatMap(({ id: order_id }) => [
    { order_id, version: 1, status: 'placing' as const, at },
    { order_id, version: 2, status: 'awaiting_payment' as const, payment_status: 'pending' as const, at },
  ]);
  await store.insertInto('order_events').values(events).execute();
}

/** An order as it stands while its buyer is off to pay. */
function openOrder(number: number, at: number) {
  const target = String(200_000_000 + number);
  return {
    id: `open-${String(number).padStart(11, '0')}`,
    code: `ZT-${String(number).padStart(8, '0')}`,
    status: 'awaiting_payment' as const,
    version: 2,
    idempotency_key: `key-${number}`,
    open_key: JSON.stringify(['1', target]),
    request_hash: '0'.repeat(64),
    sid: '1',
    ref: 'ref',
    service_name: '70 Diamond',
    category_id: 'free-fire',
    category_name: 'Free Fire',
    type: 'Games',
    target_fields: JSON.stringify({ userId: target }),
    target,
    customer_name: 'Budi',
    customer_phone: '081234567890',
    price: 11_000,
    listed_cost: 10_000,
    provider_id: `L${number}`,
    cost: 10_000,
    profit: 1_000,
    payment_status: 'pending' as const,
    amount: 11_000,
    qr_source: '000201',
    qr_payload: '000201',
    expires_at: at + 24 * 3_600_000,
    created_at: at,
    status_at: at,
    updated_at: at,
  };
}
