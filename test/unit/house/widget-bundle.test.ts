import { beforeAll, describe, expect, it } from 'vitest';
import { builtWidget } from '../../support/widget-bundle.ts';

/** What must not reach a buyer's browser, and how each shows in minified code. */
const FORBIDDEN: [what: string, sign: RegExp][] = [
  ['zod', /ZodError|_zod\b|\$ZodType|invalid_union/],
  ['a Node built-in', /["'`]node:|\bprocess\.(versions|stdout|argv)\b/],
  [
    'code made from strings, which a strict content policy refuses',
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]/,
  ],
  ["the provider's key header", /x-api-key/i],
  ["the provider's key parameter", /api_?key/i],
  ["the reseller's cost", /reseller_?cost|harga_?modal/i],
  ["the provider's address", /chestcloudx/i],
];

describe('the built widget', () => {
  let bundle: Record<string, string> = {};

  beforeAll(() => {
    bundle = builtWidget();
  });

  it('is there', () => {
    expect(bundle['zul-topup.js']?.length ?? 0).toBeGreaterThan(1000);
  });

  it.each(FORBIDDEN)('holds no trace of %s', (_what, sign) => {
    const found = Object.entries(bundle).flatMap(([file, text]) => {
      const at = text.search(sign);
      return at < 0 ? [] : [`${file}: …${text.slice(Math.max(0, at - 40), at + 60)}…`];
    });
    expect(found).toEqual([]);
  });
});
