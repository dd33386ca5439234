import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { MANIFEST, writeReference } from './reference/write-reference.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/widget`;
/** What must be there: the widget, its manifest, and the reseller's console. */
const built = [`${folder}/zul-topup.js`, `${folder}/${MANIFEST}`, `${root}dist/console/zul-console.js`];
const configs = ['vite.config.ts', 'vite.console.config.ts'];
/** What the bundles are made from. */
const sources = ['widget', 'proxy/contract', ...configs, 'package-lock.json'];

/** Builds the widget, its manifest and the console when one is missing, or any of the sources is newer. */
export async function buildWidgetIfStale(): Promise<void> {
  const changed = Math.max(...(await Promise.all(sources.map((source) => newestChange(root + source)))));
  if (Math.min(...(await Promise.all(built.map(newestChange)))) > changed) return;
  console.log('Building the widget...');
  for (const config of configs) await build({ root, configFile: root + config, logLevel: 'warn' });
  // Last, because the build empties the folder.
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
