import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the widget is measured beside. No dependency of ours: it would bring 250 packages along. */
export const BUY_BUTTON = '@shopify/buy-button-js@3.0.6';

const run = promisify(execFile);

/** Shopify's script as its package brings it, fetched into a temporary folder; null when it cannot be had here. */
export async function fetchBuyButton(): Promise<string | null> {
  console.log(`Fetching ${BUY_BUTTON} by \`npm pack\` into a temporary folder...`);
  const folder = await mkdtemp(join(tmpdir(), 'zul-topup-buy-button-'));
  try {
    const shell = process.platform === 'win32';
    const { stdout } = await run('npm', ['pack', BUY_BUTTON, '--silent'], {
      cwd: folder,
      timeout: 60_000,
      shell,
    });
    await run('tar', ['-xzf', stdout.trim().split('\n').at(-1) ?? ''], { cwd: folder });
    return await readFile(join(folder, 'package', 'dist', 'buybutton.min.js'), 'utf8');
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
