import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../../proxy/catalog/build.ts';
import { keptPictures, parsePictures } from '../../../../proxy/catalog/pictures.ts';
import { categorySummarySchema } from '../../../../proxy/contract/catalog.ts';
import { plainDress } from '../../../support/dress.ts';
import { service } from '../support/services.ts';
import { tempFolder } from '../support/stored.ts';

const ML = 'https://img.example/ml.png';

/** The pictures of a data folder with this file in it, and what was said about it. */
async function kept(text?: string) {
  const folder = await tempFolder();
  if (text !== undefined) writeFileSync(join(folder, 'pictures.json'), text);
  const said: string[] = [];
  return { pictureOf: keptPictures(folder, (line) => said.push(line)), said, folder };
}

describe('the pictures in the data folder', () => {
  it('are found by the id of their category', async () => {
    const { pictureOf, said } = await kept(JSON.stringify({ 'mobile-legends': ML }));
    expect(pictureOf('mobile-legends')).toBe(ML);
    expect(pictureOf('free-fire')).toBeNull();
    expect(said).toEqual([]);
  });

  it('are none without a file, and nothing is said about it', async () => {
    const { pictureOf, said } = await kept();
    expect(pictureOf('mobile-legends')).toBeNull();
    expect(said).toEqual([]);
  });

  it('lose wrong entries one by one, each named in a line of its own', async () => {
    const { pictureOf, said } = await kept(
      JSON.stringify({
        'free-fire': 'http://img.example/ff.png',
        'mobile-legends': ML,
        roblox: 7,
        dana: 'https://budi:rahasia@img.example/dana.png',
        pln: `https://img.example/${'x'.repeat(500)}`,
        ovo: null,
        axis: 'javascript:alert(1)',
      }),
    );
    expect(said).toEqual([
      'pictures.json has "free-fire", which must be an address that begins with https://',
      'pictures.json has "roblox", which must be an address that begins with https://',
      'pictures.json has "dana", which must not hold a name or password, since every visitor can read it',
      'pictures.json has "pln", which must have 500 characters or fewer',
      'pictures.json has "ovo", which must be an address that begins with https://',
      'pictures.json has "axis", which must be an address that begins with https://',
    ]);
    expect(pictureOf('mobile-legends')).toBe(ML);
    expect(pictureOf('free-fire')).toBeNull();
  });

  it.each(['', '{', '[]', 'null', '"x"', '[{"mobile-legends":"https://img.example/ml.png"}]'])(
    'are none, and an example is shown, when the file is %j',
    async (text) => {
      const { pictureOf, said } = await kept(text);
      expect(said).toEqual(['pictures.json must look like {"mobile-legends": "https://example.com/ml.png"}']);
      expect(pictureOf('mobile-legends')).toBeNull();
    },
  );

  it('may be written by the editor of Windows', async () => {
    const { pictureOf, said } = await kept(`\uFEFF${JSON.stringify({ ml: ML })}`);
    expect(pictureOf('ml')).toBe(ML);
    expect(said).toEqual([]);
  });

  it('do not keep the shop closed when they cannot be read', async () => {
    const { folder } = await kept();
    mkdirSync(join(folder, 'pictures.json'));
    const said: string[] = [];
    expect(keptPictures(folder, (line) => said.push(line))('ml')).toBeNull();
    expect(said).toEqual(['pictures.json cannot be read (EISDIR)']);
  });

  it('are no member of an object by accident', async () => {
    const { pictureOf } = await kept('{}');
    expect([pictureOf('constructor'), pictureOf('__proto__')]).toEqual([null, null]);
  });

  it('are https addresses that the wire takes, whatever stands in the file', () => {
    const values = fc.oneof(fc.webUrl(), fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values, { maxKeys: 5 }), (list) => {
        const { pictures, mistakes } = parsePictures(JSON.stringify(list));
        expect(pictures.size + mistakes.length).toBe(Object.keys(list).length);
        for (const picture of pictures.values()) categorySummarySchema.shape.picture.parse(picture);
      }),
    );
  });
});

it('a category shows its picture under the id that the shop gave it', () => {
  const markup = { percentHundredths: 0, fixedRupiah: 0 };
  const services = [service(), service({ sid: '2', category: 'Mobile Legends' })];
  const { categories } = buildCatalog(
    services,
    plainDress(markup, { pictureOf: (id) => (id === 'mobile-legends' ? ML : null) }),
  );
  expect([...categories.values()].map(({ summary }) => [summary.id, summary.picture])).toEqual([
    ['free-fire', null],
    ['mobile-legends', ML],
  ]);
});
