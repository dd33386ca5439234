import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SetupLink } from '../../../../proxy/console/setup-link.ts';

const HOUR_MS = 60 * 60_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zul-topup-link-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the one-time link', () => {
  it('fits for a day, from any process on the same folder', () => {
    const secret = new SetupLink(folder).make(0);
    const link = new SetupLink(folder);
    expect(link.fits(secret, 24 * HOUR_MS)).toBe(true);
    expect(link.fits(secret, 24 * HOUR_MS + 1)).toBe(false);
    expect(link.fits(`${secret}x`, 0)).toBe(false);
  });

  it('is void once it is spent, or once there is another', () => {
    const link = new SetupLink(folder);
    const first = link.make();
    const second = link.make();
    expect([link.fits(first), link.fits(second)]).toEqual([false, true]);
    link.spend();
    expect(link.fits(second)).toBe(false);
  });

  it('keeps no secret, for nobody else’s eyes; a damaged file fits nothing', () => {
    const link = new SetupLink(folder);
    const secret = link.make();
    const file = join(folder, 'console-link.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    for (const text of ['', '{}', 'null', '{"hash":"x","until":9e15}']) {
      writeFileSync(file, text);
      expect(link.fits(secret)).toBe(false);
    }
  });

  it('makes the folder at the very first start', () => {
    const link = new SetupLink(join(folder, 'data'));
    expect(link.fits(link.make())).toBe(true);
  });
});
