import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// Read from .gitignore and not asked of git: the tests must also run on an exported copy without a repository.
const IGNORED = [
  '.git/',
  ...readSource('.gitignore')
    .split('\n')
    .map((line) => line.trim()),
];

/** Every file of the project that is not ignored, as a path from the root with forward slashes. */
export function listFiles(pattern = /./): string[] {
  return walk('').filter((file) => pattern.test(file) && !file.endsWith('.log'));
}

/** The text of a file named by its path from the root. */
export function readSource(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isFile()) return [path];
    const ignored = IGNORED.includes(`${entry.name}/`) || IGNORED.includes(`/${path}/`);
    return entry.isDirectory() && !ignored ? walk(`${path}/`) : [];
  });
}
