import { describe, expect, it } from 'vitest';
import { qrisPayload } from '../../demo/sandbox/qris.ts';
import type { ConsoleDeposit, ConsoleDeposits } from '../../proxy/contract/console-deposits.ts';
import type { Problem } from '../../proxy/contract/problem.ts';
import { readQr } from '../../proxy/orders/qr-code.ts';
import type { ScriptedProvider } from '../support/scripted-provider.ts';
import { openConsole, Visitor } from '../support/visitor.ts';

const PAYLOAD = qrisPayload(50_123, 'DEP-1');

/** A provider that takes deposits, each with a unique code on top. */
function takesDeposits(answers: ScriptedProvider['answers']): void {
  answers['POST /payment/deposit'] = () => ({
    status: 'success',
    data: { orderId: 'DEP-1', amountToPay: 50_123, qrCodeUrl: PAYLOAD, expiryTime: '2099-01-02 10:00:00' },
  });
  answers['GET /payment/history'] = () => ({
    status: 'success',
    data: [
      { orderId: 'DEP-1', amount: 50_000, status: 'pending' },
      { orderId: 'DEP-0', amount: '25000', status: 'settlement' },
    ],
  });
}

describe.concurrent('a deposit', () => {
  it('shows the exact sum and its QR, also after a restart, and is done when the provider says so', async (test) => {
    const { provider, shop, reseller, open } = await openConsole(test, {}, takesDeposits);
    const { status, body } = await reseller.ask<ConsoleDeposit>('POST', 'deposits', { amount: 50_000 });
    expect([status, body]).toEqual([
      201,
      {
        id: 'DEP-1',
        amount: 50_000,
        toPay: 50_123,
        status: 'pending',
        createdAt: expect.any(String),
        expiresAt: '2099-01-02T03:00:00.000Z',
        hasQr: true,
      },
    ]);
    expect(provider.seen.at(-1)?.body).toEqual({ amount: 50_000, fee: 0 });
    await shop.stop();
    const again = await open({}, shop.dir);
    const later = new Visitor(again);
    later.cookie = reseller.cookie;
    const qr = await fetch(`${again.url}/console/api/deposits/DEP-1/qr.png`, {
      headers: { cookie: later.cookie },
    });
    expect(readQr({ mediaType: 'image/png', bytes: new Uint8Array(await qr.arrayBuffer()) })).toBe(PAYLOAD);

    provider.answers['GET /payment/status/DEP-1'] = () => ({
      orderId: 'DEP-1',
      status: 'settlement',
      amount: 50_000,
    });
    expect((await later.ask<ConsoleDeposit>('GET', 'deposits/DEP-1')).body).toMatchObject({
      status: 'settlement',
      hasQr: false,
    });
    expect((await later.ask('GET', 'deposits/DEP-1/qr.png')).status).toBe(404);
    expect(again.logs() + shop.logs()).not.toContain(PAYLOAD);
  });

  it('is looked at every few seconds at most, however often it is asked for', async (test) => {
    const { provider, reseller } = await openConsole(test, {}, takesDeposits);
    await reseller.ask('POST', 'deposits', { amount: 50_000 });
    provider.answers['GET /payment/status/DEP-1'] = () => ({
      orderId: 'DEP-1',
      status: 'pending',
      amount: 50_000,
    });
    for (let times = 0; times < 5; times++) await reseller.ask('GET', 'deposits/DEP-1');
    expect(provider.seen.filter(({ path }) => path === '/payment/status/DEP-1')).toHaveLength(1);
  });

  it('stands in one list with those made elsewhere, whose news it takes', async (test) => {
    const { provider, reseller } = await openConsole(test, {}, takesDeposits);
    await reseller.ask('POST', 'deposits', { amount: 50_000 });
    provider.answers['GET /payment/history'] = () => ({
      status: 'success',
      data: [
        { orderId: 'DEP-1', amount: 50_000, status: 'settlement' },
        { orderId: 'DEP-0', amount: '25000', status: 'settlement' },
      ],
    });
    const { body } = await reseller.ask<ConsoleDeposits>('GET', 'deposits');
    expect(body.deposits.map(({ id, amount, status }) => [id, amount, status])).toEqual([
      ['DEP-1', 50_000, 'settlement'],
      ['DEP-0', 25_000, 'settlement'],
    ]);
    expect(body.isWhole).toBe(true);
  });

  it('says so where the provider does not tell its list', async (test) => {
    const { provider, reseller } = await openConsole(test, {}, takesDeposits);
    await reseller.ask('POST', 'deposits', { amount: 50_000 });
    provider.answers['GET /payment/history'] = () => 'System Error!';
    const { body } = await reseller.ask<ConsoleDeposits>('GET', 'deposits');
    expect([body.isWhole, body.deposits.map(({ id }) => id)]).toEqual([false, ['DEP-1']]);
  });

  it('whose QR is for another sum is not shown', async (test) => {
    const { reseller } = await openConsole(test, {}, (answers) => {
      takesDeposits(answers);
      const data = { orderId: 'DEP-1', amountToPay: 50_000, qrCodeUrl: PAYLOAD, expiryTime: '' };
      answers['POST /payment/deposit'] = () => ({ status: 'success', data });
    });
    await reseller.ask('POST', 'deposits', { amount: 50_000 });
    expect((await reseller.ask<Problem>('GET', 'deposits/DEP-1/qr.png')).body.code).toBe(
      'provider_unavailable',
    );
  });

  it('whose answer is lost is told as uncertain, and what is refused in the provider’s words', async (test) => {
    const { provider, reseller } = await openConsole(test, {}, takesDeposits);
    provider.answers['POST /payment/deposit'] = () => (_req, res) => void res.socket?.destroy();
    const lost = await reseller.ask<Problem>('POST', 'deposits', { amount: 50_000 });
    expect([lost.status, lost.body.code]).toEqual([504, 'provider_uncertain']);
    provider.answers['POST /payment/deposit'] = () => ({ status: false, pesan: 'Nominal minimal 10.000' });
    const refused = await reseller.ask<Problem>('POST', 'deposits', { amount: 5_000 });
    expect(refused.body).toMatchObject({ code: 'provider_refused', said: 'Nominal minimal 10.000' });
  });

  it.for([0, 999, 10_000_001, 1.5, '50000'])(
    'of %j is refused before anybody is asked',
    async (amount, test) => {
      const { provider, reseller } = await openConsole(test, {}, takesDeposits);
      const { status, body } = await reseller.ask<Problem>('POST', 'deposits', { amount });
      expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['amount']]);
      expect(provider.seen.some(({ path }) => path.startsWith('/payment'))).toBe(false);
    },
  );
});
