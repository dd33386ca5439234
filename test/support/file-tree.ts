import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** File contents by path, with forward slashes, relative to the tree's root. */
export type FileTree = Record<string, string>;

const made: string[] = [];

/** Writes the files into a new temporary folder and answers its path. */
export async function makeTree(files: FileTree): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'zul-topup-tree-')));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}

/** Removes every tree made so far; meant for `afterEach`. */
export async function removeTrees(): Promise<void> {
  await Promise.all(made.splice(0).map((root) => rm(root, { recursive: true, force: true })));
}
