import { chromium } from 'playwright';
import { canInstall, findCommand, type Machine, thisMachine } from './machine.ts';

/** What Playwright's `launchOptions` need to start a browser found on this machine. */
export interface Browser {
  executablePath: string;
  args: string[];
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Looks for a Chromium without installing anything: Playwright's own first because its version is the one
 * Playwright is tested with, then the system's in order of PATH.
 * @param ownPath where Playwright keeps, or would keep, its own.
 */
export function findChromium(
  machine: Machine = thisMachine(),
  ownPath: string = chromium.executablePath(),
): Browser | undefined {
  const executablePath = machine.isExecutable(ownPath) ? ownPath : findCommand(machine, SYSTEM_NAMES);
  if (executablePath === undefined) return undefined;
  // Chromium's sandbox refuses to start for root, which is what most containers run as.
  const args = ['--disable-background-networking', ...(machine.isRoot ? ['--no-sandbox'] : [])];
  return { executablePath, args };
}

/**
 * Finds a Chromium, and installs one when there is none: by Playwright, else by apt when we are root.
 * Throws an error that says what to do when nothing works. May take a minute on a new machine.
 */
export async function ensureChromium(
  machine: Machine = thisMachine(),
  ownPath: string = chromium.executablePath(),
): Promise<Browser> {
  const found = findChromium(machine, ownPath);
  if (found) return found;

  console.log('No Chromium found: installing one by `npx playwright install chromium`.');
  // The answer counts less than the file: a download may succeed while its last check fails.
  await machine.run('npx', 'playwright', 'install', 'chromium');
  const own = findChromium(machine, ownPath);
  if (own) return own;

  if (await canInstall(machine)) {
    await machine.run('apt-get', 'install', '-y', 'chromium');
    const system = findChromium(machine, ownPath);
    if (system) return system;
  }
  throw new Error(
    'The browser tests need Chromium. None was found and none could be installed. ' +
      'Install it by `npx playwright install --with-deps chromium` or by your package manager ' +
      `(a command named ${SYSTEM_NAMES.join(', ')} on PATH), then run the tests again.`,
  );
}
