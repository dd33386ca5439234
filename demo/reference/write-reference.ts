import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Reference, readReference } from './reference.ts';
import { typeDeclarations } from './type-declarations.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const ANALYZER = require.resolve('@custom-elements-manifest/analyzer/cem.js');

/** The file other tools look for, by that name. */
export const MANIFEST = 'custom-elements.json';

/**
 * Reads the element's JSDoc and writes `custom-elements.json` and `zul-topup.d.ts` into a folder.
 * @param folder absolute, or from the project's root; made if it is missing.
 * @returns what was written, as the reference page reads it.
 */
export async function writeReference(folder: string): Promise<Reference> {
  const target = relative(ROOT, resolve(ROOT, folder));
  await promisify(execFile)(process.execPath, [ANALYZER, 'analyze', '--outdir', target], { cwd: ROOT });
  const reference = readReference(await readFile(join(ROOT, target, MANIFEST), 'utf8'));
  await writeFile(join(ROOT, target, 'zul-topup.d.ts'), typeDeclarations(reference));
  return reference;
}
