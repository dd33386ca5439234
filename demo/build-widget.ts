import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { MANIFEST, writeReference } from './reference/write-reference.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/widget`;
const bundle = `${folder}/zul-topup.js`;
/** What the bundle is made from. */
const sources = ['widget', 'proxy/contract', 'vite.config.ts', 'package-lock.json'];

/** Builds the widget and its manifest when one is missing, or any of the sources is newer. */
export async function buildWidgetIfStale(): Promise<void> {
  const changed = Math.max(...(await Promise.all(sources.map((source) => newestChange(root + source)))));
  const built = await Promise.all([bundle, `${folder}/${MANIFEST}`].map(newestChange));
  if (Math.min(...built) > changed) return;
  console.log('Building the widget...');
  await build({ root, configFile: `${root}vite.config.ts`, logLevel: 'warn' });
  // Second, because the build empties the folder.
  await writeReference(folder);
}

/** When a file, or the newest file of a folder, was last changed: Unix milliseconds, 0 when it is missing. */
async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const times = files.map(async ({ parentPath, name }) => (await stat(`${parentPath}/${name}`)).mtimeMs);
  return Math.max(0, ...(await Promise.all(times)));
}
