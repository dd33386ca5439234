import { describe, expect, it } from 'vitest';
import { ProviderClient, ProviderSignIn } from '../../../../proxy/provider/client.ts';
import { ProviderRefused, ProviderUncertain } from '../../../../proxy/provider/errors.ts';
import { answering, loopback } from '../support/loopback.ts';
import { API_KEY, askAt } from '../support/provider.ts';

const NOTHING = { status: true, data: null };
const DEPOSIT = {
  status: 'success',
  data: { orderId: 'DEP-1', amountToPay: '50123', qrCodeUrl: '000201x', expiryTime: '2026-11-23 10:15:00' },
};

/** A client of a provider that answers so, and what that provider received. */
async function clientOf(answer: object) {
  const provider = await answering(answer);
  return { client: new ProviderClient(askAt(provider.url)), received: provider.received };
}

describe('the list of services', () => {
  const games = [
    { sid: '1', kategori: 'Free Fire', layanan: '70 Diamond', harga: '10000', status: 'Normal' },
  ];

  it('is read from the documented answer, all of it or one kind', async () => {
    const { client, received } = await clientOf({ status: true, data: { Games: games } });
    expect(await client.services()).toMatchObject([{ sid: '1', costRupiah: 10_000 }]);
    await client.services('E-Money & co');
    expect(received.map(({ url }) => url)).toEqual([
      '/api/services',
      '/api/services?tipe=E-Money%20%26%20co',
    ]);
  });

  it('is the same array as long as nothing has changed, however long it is', async () => {
    const many = Array.from({ length: 500 }, (_none, sid) => ({ ...games[0], sid: String(sid + 1) }));
    const answers = [many, many, many.with(7, { ...games[0], sid: '8', harga: '10001' }), many];
    const provider = await loopback((_req, res) => {
      res.end(JSON.stringify({ status: true, data: { Games: answers.shift() } }));
    });
    const client = new ProviderClient(askAt(provider.url));
    const [first, second, third, fourth] = [
      await client.services(),
      await client.services(),
      await client.services(),
      await client.services(),
    ];
    expect(second).toBe(first);
    expect(third.map(({ costRupiah }) => costRupiah).indexOf(10_001)).toBe(7);
    expect(fourth).toEqual(first);
  });

  it('is empty when nothing comes', async () => {
    expect(await (await clientOf(NOTHING)).client.services()).toEqual([]);
  });
});

describe('the account', () => {
  it('has its balance, rounded down', async () => {
    const data = { user_id: 'toko_a', balance: '50000.90', role: 'reseller' };
    const { client, received } = await clientOf({ status: true, data });
    expect(await client.account()).toEqual({ userId: 'toko_a', role: 'reseller', balanceRupiah: 50_000 });
    expect(received[0]?.url).toBe('/api/user/me');
  });

  it('is uncertain, never invented, when nothing comes', async () => {
    await expect((await clientOf(NOTHING)).client.account()).rejects.toBeInstanceOf(ProviderUncertain);
  });

  it('gets a new key, or none is known', async () => {
    const { client, received } = await clientOf({ status: true, data: { api_key: ' yyyy ' } });
    expect(await client.regenerateKey()).toBe('yyyy');
    expect(received[0]).toMatchObject({ method: 'POST', url: '/api/user/regenerate-key' });
    const empty = await clientOf({ status: true, data: { api_key: ' ' } });
    await expect(empty.client.regenerateKey()).rejects.toBeInstanceOf(ProviderUncertain);
  });
});

describe('an order paid from the balance', () => {
  const order = { sid: '1', target: '123456789', meterNumber: null };
  const created = { status: true, data: { id: 55, invoice: 'INV-1', pesan: 'Pesanan berhasil' } };

  it('is the documented body, with the meter number only where there is one', async () => {
    const { client, received } = await clientOf(created);
    expect(await client.createFromBalance(order, async () => {})).toEqual({
      providerId: '55',
      invoice: 'INV-1',
    });
    await client.createFromBalance({ ...order, meterNumber: '14234567890' }, async () => {});
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      { layanan: '1', target: '123456789' },
      { layanan: '1', target: '123456789', nometer: '14234567890' },
    ]);
  });

  it('stays uncertain when the answer names no order', async () => {
    const { client } = await clientOf({ status: true, data: { pesan: 'Pesanan berhasil' } });
    await expect(client.createFromBalance(order, async () => {})).rejects.toBeInstanceOf(ProviderUncertain);
  });
});

describe('a deposit', () => {
  it('asks for a QR and shows the exact amount of the answer', async () => {
    const { client, received } = await clientOf(DEPOSIT);
    expect(await client.createDeposit(50_000)).toEqual({
      depositId: 'DEP-1',
      amountRupiah: 50_123,
      qrSource: '000201x',
      expiresAt: Date.UTC(2026, 10, 23, 3, 15),
    });
    expect(received[0]).toMatchObject({ method: 'POST', url: '/api/payment/deposit' });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({ amount: 50_000, fee: 0 });
  });

  it.each([{ orderId: '' }, { qrCodeUrl: ' ' }])('is uncertain with %j', async (over) => {
    const { client } = await clientOf({ ...DEPOSIT, data: { ...DEPOSIT.data, ...over } });
    await expect(client.createDeposit(50_000)).rejects.toBeInstanceOf(ProviderUncertain);
  });

  it.each([
    ['settlement', 'settlement'],
    ['PAID', 'settlement'],
    ['pending', 'pending'],
    ['expire', 'expired'],
    ['challenge', 'unknown'],
  ])('that is %s, in an answer without an envelope, is %s', async (status, payment) => {
    const { client, received } = await clientOf({ orderId: 'DEP/1', status, amount: 50_000 });
    expect(await client.depositState('DEP/1')).toEqual({ depositId: 'DEP/1', amountRupiah: 50_000, payment });
    expect(received[0]?.url).toBe('/api/payment/status/DEP%2F1');
  });

  it("does not believe another deposit's status", async () => {
    const { client } = await clientOf({ orderId: 'DEP-2', status: 'settlement', amount: 50_000 });
    await expect(client.depositState('DEP-1')).rejects.toBeInstanceOf(ProviderUncertain);
  });

  it('stands in the history, whose broken rows are left out', async () => {
    const rows = [{ orderId: 'DEP-1', amount: '50000', status: 'settlement' }, { amount: 1 }, 'x', null];
    const { client } = await clientOf({ status: 'success', data: rows });
    expect(await client.depositHistory()).toEqual([
      { depositId: 'DEP-1', amountRupiah: 50_000, payment: 'settlement' },
    ]);
    expect(await (await clientOf(NOTHING)).client.depositHistory()).toEqual([]);
  });
});

describe('signing in and up', () => {
  const account = { username: 'toko_a', name: 'Toko A', email: 'a@x.example', password: 'rahasia' };

  it('gives the key, sends none, and puts no password into an address', async () => {
    const provider = await answering({ status: true, data: { api_key: 'xxxx', balance: 0 } });
    const signIn = new ProviderSignIn(askAt(provider.url, { apiKey: null }));
    expect(await signIn.register(account)).toBe('xxxx');
    expect(await signIn.login('toko_a', 'rahasia')).toBe('xxxx');
    const [register, login] = provider.received;
    expect([register?.url, login?.url]).toEqual(['/api/auth/register', '/api/auth/login']);
    expect(JSON.parse(register?.body ?? '')).toEqual(account);
    expect(JSON.parse(login?.body ?? '')).toEqual({ user_id: 'toko_a', password: 'rahasia' });
    for (const { headers } of provider.received) {
      expect(headers).not.toHaveProperty('x-api-key');
      expect(JSON.stringify(headers)).not.toContain(API_KEY);
    }
  });

  it('is refused as the provider says', async () => {
    const provider = await answering({ status: false, data: { pesan: 'Password salah' } });
    const login = new ProviderSignIn(askAt(provider.url, { apiKey: null })).login('a', 'b');
    await expect(login).rejects.toBeInstanceOf(ProviderRefused);
  });
});
