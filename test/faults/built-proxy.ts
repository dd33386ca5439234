import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, ROOT } from '../support/sources.ts';

/**
 * The compiled proxy, because what is killed should be what is shipped: the one in `dist/` if it is newer
 * than the sources, else one built beside it.
 * @returns the path of its `main.js`.
 * @throws Error when it cannot be compiled.
 */
export function builtProxy(): string {
  const shipped = join(ROOT, 'dist/proxy/main.js');
  const sources = listFiles(/^proxy\/.*\.(ts|json)$/).map((file) => statSync(join(ROOT, file)).mtimeMs);
  const builtAt = statSync(shipped, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > Math.max(...sources)) return shipped;
  // A folder of its own: somebody may be running, or building, what is in dist/proxy.
  const folder = join(ROOT, 'dist/faults-proxy');
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', join(ROOT, 'proxy'), '--outDir', folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the proxy cannot be compiled:\n${stdout}`);
  return join(folder, 'main.js');
}
