import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptSecret } from '../../../../proxy/ops/secret.ts';
import { tempFolder } from '../support/stored.ts';

const SECRET_MODULE = new URL('../../../../proxy/ops/secret.ts', import.meta.url).href;
const STARTER = `
  const { keptSecret } = await import(process.argv[1]);
  process.stdin.once('data', () => process.stdout.write(keptSecret(process.argv[2]), () => process.exit()));
  process.stdout.write('ready');
`;

/** A process of its own that is ready to make the secret. @returns lets it, and gives what it has made. */
async function starter(folder: string): Promise<() => Promise<string>> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', STARTER, SECRET_MODULE, folder];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async () => {
    const made = once(child.stdout, 'data');
    child.stdin.write('go');
    return String((await made)[0]);
  };
}

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

  it('leaves nothing else behind, neither made nor read', async () => {
    const folder = await tempFolder();
    for (let i = 0; i < 2; i++) keptSecret(folder);
    expect(readdirSync(folder)).toEqual(['secret.key']);
  });

  it('is not the draft of a process that was killed before it gave it its name', async () => {
    const folder = await tempFolder();
    const draft = join(folder, 'secret.key.0123456789ab');
    writeFileSync(draft, 'half of a sec');
    const made = keptSecret(folder);
    expect(made).toHaveLength(43);
    expect(keptSecret(folder)).toBe(made);
    expect(readFileSync(draft, 'utf8')).toBe('half of a sec');
  });

  it('is the one that was put back from a backup', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'secret.key');
    const made = keptSecret(folder);
    renameSync(file, `${file}.backup`);
    expect(keptSecret(folder)).not.toBe(made);
    rmSync(file);
    renameSync(`${file}.backup`, file);
    expect(keptSecret(folder)).toBe(made);
  });

  it('is the same for processes that start at the same time', async () => {
    const folder = await tempFolder();
    const starters = await Promise.all(Array.from({ length: 4 }, () => starter(folder)));
    const made = await Promise.all(starters.map((start) => start()));
    expect(new Set(made)).toEqual(new Set([keptSecret(folder)]));
    expect(readdirSync(folder)).toEqual(['secret.key']);
  });

  it('cannot be kept where a file stands in the way, and says so', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'data'), '');
    expect(() => keptSecret(join(folder, 'data'))).toThrow();
    mkdirSync(join(folder, 'other', 'secret.key'), { recursive: true });
    expect(() => keptSecret(join(folder, 'other'))).toThrow();
  });
});
