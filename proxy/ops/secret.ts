import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A power cut between making the file and filling it leaves less than this. */
const SHORTEST = 16;

/**
 * The secret that signs order tokens: the one made at the first start, kept in the data folder, mode 0600.
 * @throws Error with one line for the operator when the folder cannot be used or the file is damaged.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) {
    throw new Error(
      `${file} is damaged: put its backup back, or delete it (links to old orders then stop working)`,
    );
  }
  return secret;
}
