import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Catalog, type Category, catalogSchema, categorySchema } from '../../proxy/contract/catalog.ts';
import { Hazards } from '../../proxy/tracking/hazard.ts';
import { type ScriptedProvider, service, startScriptedProvider } from '../support/scripted-provider.ts';
import { type Shop, startShop } from '../support/shop.ts';

const PICTURE = 'https://img.example/ff.png';

describe('what helps a buyer along', () => {
  let provider: ScriptedProvider;
  let shop: Shop;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    provider.answers['GET /services'] = () => ({
      status: true,
      data: {
        Games: [service()],
        Data: [service({ sid: '2', kategori: 'Paket Data Telkomsel' })],
        'E-Money': [service({ sid: '3', kategori: 'DANA' })],
      },
    });
    provider.answers['GET /order/status'] = () => ({
      status: true,
      data: { id: 'ORD-9917', status: 'Pending', payment_status: 'settlement', catatan: '' },
    });
    const dir = await mkdtemp(join(tmpdir(), 'zul-topup-'));
    await writeFile(
      join(dir, 'pictures.json'),
      JSON.stringify({ 'free-fire': PICTURE, dana: 'http://img.example/dana.png' }),
    );
    const before = await startShop(provider.apiUrl, {}, dir);
    await before.stop();
    teach(join(dir, 'shop.db'));
    shop = await startShop(provider.apiUrl, {}, dir);
    await shop.bodyFor();
  });
  afterAll(async () => {
    await shop.close();
    await provider.close();
  });

  it("is the reseller's picture of a category, in the list and in the category", async () => {
    const { body } = await shop.get<Catalog>('/api/catalog');
    expect(catalogSchema.parse(body)).toEqual(body);
    expect(body.categories.map(({ id, picture }) => [id, picture])).toEqual([
      ['free-fire', PICTURE],
      ['paket-data-telkomsel', null],
      ['dana', null],
    ]);
    const category = (await shop.get<Category>('/api/catalog/free-fire')).body;
    expect(categorySchema.parse(category)).toEqual(category);
    expect(category.picture).toBe(PICTURE);
    expect(shop.logs()).toContain('pictures.json has \\"dana\\", which must be an address that begins with');
  });

  it("is whose number a product is for, and nothing of the kind for a wallet's", async () => {
    const field = async (id: string) => (await shop.get<Category>(`/api/catalog/${id}`)).body.fields[0];
    const data = await field('paket-data-telkomsel');
    expect(data?.operator).toBe('Telkomsel');
    expect(data?.operators).toContainEqual({ name: 'Axis', prefixes: ['0831', '0832', '0833', '0838'] });
    expect(await field('dana')).toMatchObject({ operator: null, operators: null });
  });

  it('is how long a paid order usually takes, by what the shop has seen before', async () => {
    const { order } = (await shop.order(await shop.bodyFor())).body;
    expect(order.usualSeconds).toBeNull();
    const paid = await shop.until(order.token, 'processing');
    expect(paid.usualSeconds).toBeGreaterThan(180);
    expect(paid.usualSeconds).toBeLessThan(320);
  });
});

/** Writes into the file what a shop has learnt whose Free Fire took four minutes, twenty times. */
function teach(database: string): void {
  const hazards = new Hazards();
  let learnt: ReturnType<Hazards['observe']> = [];
  for (let i = 0; i < 20; i++) learnt = hazards.observe('processing', 'free-fire', 240, true);
  const file = new SqliteDatabase(database);
  const insert = file.prepare('INSERT INTO hazards (key, counts) VALUES (?, ?)');
  for (const [key, counts] of learnt) insert.run(key, JSON.stringify(counts));
  file.close();
}
