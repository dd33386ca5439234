import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** What Playwright's `launchOptions` need to start a browser found on this machine. */
export interface Browser {
  executablePath: string;
  args: string[];
}

/** What the search asks of the machine, so that a test can stand in for one. */
export interface Machine {
  /** Where Playwright keeps, or would keep, its own Chromium. */
  ownPath: string;
  /** The PATH variable: folders in order of preference. */
  path: string;
  isRoot: boolean;
  isExecutable: (file: string) => boolean;
  /** Runs a command to its end; true when it exits with 0. */
  run: (command: string, ...args: string[]) => Promise<boolean>;
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Looks for a Chromium without installing anything: Playwright's own first because its version is the one
 * Playwright is tested with, then the system's in order of PATH.
 */
export function findChromium(machine: Machine = thisMachine()): Browser | undefined {
  const folders = machine.path.split(delimiter).filter((folder) => folder !== '');
  const system = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [machine.ownPath, ...system].find(machine.isExecutable);
  if (executablePath === undefined) return undefined;
  // Chromium's sandbox refuses to start for root, which is what most containers run as.
  const args = ['--disable-background-networking', ...(machine.isRoot ? ['--no-sandbox'] : [])];
  return { executablePath, args };
}

/**
 * Finds a Chromium, and installs one when there is none: by Playwright, else by apt when we are root.
 * Throws an error that says what to do when nothing works. May take a minute on a new machine.
 */
export async function ensureChromium(machine: Machine = thisMachine()): Promise<Browser> {
  const found = findChromium(machine);
  if (found) return found;

  console.log('No Chromium found: installing one by `npx playwright install chromium`.');
  // The answer counts less than the file: a download may succeed while its last check fails.
  await machine.run('npx', 'playwright', 'install', 'chromium');
  const own = findChromium(machine);
  if (own) return own;

  if (machine.isRoot && (await machine.run('apt-get', 'update'))) {
    await machine.run('apt-get', 'install', '-y', 'chromium');
    const system = findChromium(machine);
    if (system) return system;
  }
  throw new Error(
    'The browser tests need Chromium. None was found and none could be installed. ' +
      'Install it by `npx playwright install --with-deps chromium` or by your package manager ' +
      `(a command named ${SYSTEM_NAMES.join(', ')} on PATH), then run the tests again.`,
  );
}

function thisMachine(): Machine {
  return {
    ownPath: chromium.executablePath(),
    path: process.env.PATH ?? '',
    isRoot: process.getuid?.() === 0,
    isExecutable,
    run,
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      // Without a network the installers retry for a long time; the next way must still get its turn.
      timeout: 3 * 60_000,
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
