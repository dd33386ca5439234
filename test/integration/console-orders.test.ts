import { describe, expect, it, type TestContext } from 'vitest';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import type { ConsoleOrderDetail, ConsoleOrderPage } from '../../proxy/contract/console-orders.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { waitFor } from '../support/shop.ts';
import { openConsole } from '../support/visitor.ts';

/** A shop with this many orders, the last one for target 10000000N; each has an id of its own at the provider. */
async function openSold(test: TestContext, count: number) {
  const opened = await openConsole(test, { PROVIDER_REQUESTS_PER_MINUTE: '1000' });
  const { provider, shop } = opened;
  let made = 0;
  provider.answers['POST /order/create'] = ({ body }) => {
    made += 1;
    const price = Number(body.selling_price);
    const payment = {
      qr_url: qrisPayload(price, `ORD-${made}`),
      amount: price,
      expired_at: '2099-01-02 10:00:00',
    };
    const data = {
      id: `ORD-${made}`,
      invoice: `INV-${made}`,
      selling_price: price,
      reseller_cost: 10_153,
      payment,
    };
    return { status: true, data: { ...data, reseller_profit: price - 10_153 } };
  };
  provider.answers['GET /order/status'] = () => ({ status: false, data: { pesan: 'sebentar' } });
  const body = await shop.bodyFor();
  const codes: string[] = [];
  for (let n = 0; n < count; n++) {
    const customer = { name: n === 0 ? '=cmd|"x",1' : `Budi ${n}`, phone: `08123456${String(1000 + n)}` };
    const { order } = (await shop.order({ ...body, customer, target: { userId: `${100_000_000 + n}` } }))
      .body;
    codes.push(order.code);
  }
  const list = async (query: string) =>
    (await opened.reseller.ask<ConsoleOrderPage>('GET', `orders?${query}`)).body;
  return { ...opened, codes, list };
}

const codesIn = ({ orders }: ConsoleOrderPage) => orders.map(({ code }) => code);

describe.concurrent('the list of orders', () => {
  it('shows the newest first, page by page, each once', async (test) => {
    const { codes, list } = await openSold(test, 65);
    const pages: string[][] = [];
    let after = '';
    for (;;) {
      const page = await list(after ? `after=${after}` : '');
      pages.push(codesIn(page));
      if (page.next === null) break;
      after = page.next;
    }
    expect(pages.map((page) => page.length)).toEqual([30, 30, 5]);
    expect(pages.flat().sort()).toEqual([...codes].sort());
    expect(pages[0]?.[0]).toBe(codes.at(-1));
  });

  it('is searched by code, target, phone in any writing, and invoice', async (test) => {
    const { codes, list } = await openSold(test, 4);
    const [first = '', , third = ''] = codes;
    for (const typed of [first, first.toLowerCase(), first.slice(3), first.slice(0, 7)]) {
      expect(codesIn(await list(`search=${typed}`))).toContain(first);
    }
    expect(codesIn(await list('search=100000002'))).toEqual([third]);
    expect(codesIn(await list('search=%2B62%20812-3456-1002'))).toEqual([third]);
    expect(codesIn(await list('search=081234561002'))).toEqual([third]);
    expect(codesIn(await list('search=INV-3'))).toEqual([third]);
    expect(codesIn(await list('search=nothing-such'))).toEqual([]);
  });

  it('is narrowed by status and by day', async (test) => {
    const { list } = await openSold(test, 2);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(codesIn(await list('status=awaiting_payment'))).toHaveLength(2);
    expect(codesIn(await list('status=succeeded'))).toHaveLength(0);
    expect(codesIn(await list(`from=${today}&to=${today}`))).toHaveLength(2);
    expect(codesIn(await list('to=2020-01-01'))).toHaveLength(0);
  });

  it.for(['status=odd', 'from=yesterday', 'after=x', `search=${'x'.repeat(101)}`])(
    'refuses %s with the field named',
    async (query, test) => {
      const { reseller } = await openConsole(test);
      const { status, body } = await reseller.ask<Problem>('GET', `orders?${query}`);
      expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [query.split('=')[0]]]);
    },
  );

  it('goes out as CSV that a spreadsheet reads and does not run', async (test) => {
    const { reseller, codes } = await openSold(test, 3);
    const { text, headers } = await reseller.ask('GET', 'orders/export.csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename=orders.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff?code,created_wib,status/);
    expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual([...codes].reverse());
    expect(lines[3]).toContain(`"'=cmd|""x"",1"`);
    expect(lines[1]).toMatch(/,11000,10153,847,/);
    expect(lines).toHaveLength(5);
  });
});

describe.concurrent('one order', () => {
  it('shows its money, the provider’s words and its way, and is looked at on a wish', async (test) => {
    const { provider, reseller, codes } = await openSold(test, 1);
    const { body } = await reseller.ask<ConsoleOrderDetail>('GET', `orders/${codes[0]?.toLowerCase()}`);
    expect(body).toMatchObject({
      price: 11_000,
      cost: 10_153,
      profit: 847,
      invoice: 'INV-1',
      customerPhone: '081234561000',
    });
    expect(body.timeline.map(({ status }) => status)).toEqual(['placing', 'awaiting_payment']);
    const before = provider.seen.length;
    expect((await reseller.ask('POST', `orders/${codes[0]}/look`, {})).status).toBe(202);
    await waitFor(() => provider.seen.slice(before).some(({ path }) => path.includes('ORD-1')));
    expect((await reseller.ask('GET', 'orders/ZT-NOSUCH')).status).toBe(404);
  });

  it('keeps the reseller’s note', async (test) => {
    const { reseller, codes } = await openSold(test, 1);
    const noted = await reseller.ask<ConsoleOrderDetail>('PUT', `orders/${codes[0]}/note`, {
      note: ' sudah ditelepon ',
    });
    expect(noted.body.resellerNote).toBe('sudah ditelepon');
    const gone = await reseller.ask<ConsoleOrderDetail>('PUT', `orders/${codes[0]}/note`, { note: '' });
    expect(gone.body.resellerNote).toBeNull();
  });

  it('that is uncertain needs a look until it is dealt with, and again when that is taken back', async (test) => {
    const { provider, shop, reseller, list, codes } = await openSold(test, 1);
    provider.answers['POST /order/create'] = () => (_req, res) => void res.socket?.destroy();
    const { order } = (await shop.order({ ...(await shop.bodyFor()), target: { userId: '555555555' } })).body;
    expect(codesIn(await list('status=attention'))).toEqual([order.code]);
    const resolve = (code: string | undefined, resolution: string | null) =>
      reseller.ask<ConsoleOrderDetail>('PUT', `orders/${code}/resolution`, { resolution });
    expect((await resolve(order.code, 'not_paid')).body).toMatchObject({
      status: 'unconfirmed',
      resolution: 'not_paid',
      resolvedAt: expect.any(String),
    });
    expect(codesIn(await list('status=attention'))).toEqual([]);
    await resolve(order.code, null);
    expect(codesIn(await list('status=attention'))).toEqual([order.code]);
    expect((await resolve(codes[0], 'not_paid')).body).toHaveProperty('fields.resolution');
    expect((await resolve(order.code, 'odd')).status).toBe(422);
  });
});
