import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptSecret } from '../../../../proxy/ops/secret.ts';
import { tempFolder } from '../support/stored.ts';

describe('the kept secret', () => {
  it('is made once and stays the same', async () => {
    const folder = await tempFolder();
    const made = keptSecret(folder);
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(keptSecret(folder)).toBe(made);
    expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(made);
  });

  it('is another one in every folder, which is made when it is not there', async () => {
    const folder = await tempFolder();
    expect(keptSecret(join(folder, 'a', 'b'))).not.toBe(keptSecret(join(folder, 'c')));
  });

  it.skipIf(process.platform === 'win32')('can be read by nobody else', async () => {
    const folder = await tempFolder();
    keptSecret(folder);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('may be one the operator wrote, with a line break at its end', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'secret.key'), 'sixteen-letters!\n');
    expect(keptSecret(folder)).toBe('sixteen-letters!');
  });

  it.each(['', '\n', 'fifteen-letters'])('is not %j, and is not silently made anew', async (text) => {
    const folder = await tempFolder();
    const file = join(folder, 'secret.key');
    writeFileSync(file, text);
    chmodSync(file, 0o600);
    expect(() => keptSecret(folder)).toThrow(/secret\.key is damaged: .*backup/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('cannot be kept where a file stands in the way, and says so', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'data'), '');
    expect(() => keptSecret(join(folder, 'data'))).toThrow();
    mkdirSync(join(folder, 'other', 'secret.key'), { recursive: true });
    expect(() => keptSecret(join(folder, 'other'))).toThrow();
  });
});
