import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, ROOT } from './sources.ts';

const FOLDER = join(ROOT, 'dist', 'widget');
const MAIN_FILE = join(FOLDER, 'zul-topup.js');

/**
 * The text of every script of the built widget, by file name. Builds first when the bundle is missing or
 * older than what it is made of; throws when the build fails.
 */
export function builtWidget(): Record<string, string> {
  if (isStale()) {
    // A process of its own, as `npm run build` does it: Vitest's NODE_ENV would make another bundle.
    const env = { ...process.env, NODE_ENV: 'production' };
    const run = (...command: string[]) =>
      execFileSync(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
    run(join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build');
    // The build empties the folder, and the manifest belongs there too.
    run('--import', 'tsx', join('demo', 'reference', 'write.ts'));
  }
  const scripts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  return Object.fromEntries(scripts.map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
}

function isStale(): boolean {
  if (!existsSync(MAIN_FILE)) return true;
  const builtAt = statSync(MAIN_FILE).mtimeMs;
  const sources = listFiles(/^(widget\/|vite\.config\.ts$|package-lock\.json$)/);
  return sources.some((file) => statSync(join(ROOT, file)).mtimeMs > builtAt);
}
