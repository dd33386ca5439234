import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** A key that somebody has shortened by hand is no key. */
const SHORTEST = 16;

/**
 * The secret that signs order tokens: the one made at the first start, kept in the data folder, mode 0600.
 * It is whole and on the disk before its name appears, so that neither a kill nor a power cut in the first
 * second can leave half a key, or take one away that tokens have already been signed with.
 * @throws Error with one line for the operator when the folder cannot be used or the file is damaged.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  const kept = read(file) ?? make(dataDir, file);
  if (kept.length < SHORTEST) {
    throw new Error(
      `${file} is damaged: put its backup back, or delete it (links to old orders then stop working)`,
    );
  }
  return kept;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes one, unless another process is quicker; then that one is taken. */
function make(dataDir: string, file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(draft, randomBytes(32).toString('base64url'));
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  sync(dataDir);
  return read(file) ?? '';
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a folder's names on the disk, where the system can (Windows cannot, and need not). */
function sync(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
