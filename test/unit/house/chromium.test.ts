import { describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium, type Machine } from '../../support/chromium.ts';

const OWN = '/cache/playwright/chrome';
const INSTALL_OWN = 'npx playwright install chromium';
const INSTALL_SYSTEM = 'apt-get install -y chromium';

/** A machine with these files, on which a command of `gives` makes its file appear and others fail. */
function machine(files: string[], gives: Record<string, string> = {}, isRoot = true) {
  const present = new Set(files);
  const ran: string[] = [];
  const fake: Machine = {
    ownPath: OWN,
    path: '/usr/local/bin:/usr/bin',
    isRoot,
    isExecutable: (file) => present.has(file),
    run: async (...words) => {
      const command = words.join(' ');
      ran.push(command);
      const file = gives[command];
      if (file !== undefined) present.add(file);
      return file !== undefined || command === 'apt-get update';
    },
  };
  return { fake, ran };
}

describe('finding a Chromium', () => {
  it('prefers the one of Playwright, then the system in order of names', () => {
    const all = [OWN, '/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(findChromium(machine(all).fake)?.executablePath).toBe(OWN);
    expect(findChromium(machine(all.slice(1)).fake)?.executablePath).toBe('/usr/bin/chromium');
    expect(findChromium(machine([]).fake)).toBeUndefined();
  });

  it('gives up the sandbox only for root, who cannot have one', () => {
    expect(findChromium(machine([OWN], {}, true).fake)?.args).toContain('--no-sandbox');
    expect(findChromium(machine([OWN], {}, false).fake)?.args).toEqual(['--disable-background-networking']);
  });
});

describe('making sure of a Chromium', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});

  it('installs nothing when there is one', async () => {
    const { fake, ran } = machine(['/usr/bin/chromium']);
    await ensureChromium(fake);
    expect(ran).toEqual([]);
  });

  it('lets Playwright install one', async () => {
    const { fake, ran } = machine([], { [INSTALL_OWN]: OWN });
    expect((await ensureChromium(fake)).executablePath).toBe(OWN);
    expect(ran).toEqual([INSTALL_OWN]);
  });

  it('asks apt when Playwright could not', async () => {
    const { fake, ran } = machine([], { [INSTALL_SYSTEM]: '/usr/bin/chromium' });
    expect((await ensureChromium(fake)).executablePath).toBe('/usr/bin/chromium');
    expect(ran).toEqual([INSTALL_OWN, 'apt-get update', INSTALL_SYSTEM]);
  });

  it('says what to do when nothing worked, and leaves apt to root', async () => {
    const { fake, ran } = machine([], { [INSTALL_SYSTEM]: '/usr/bin/chromium' }, false);
    await expect(ensureChromium(fake)).rejects.toThrow(/npx playwright install --with-deps chromium/);
    expect(ran).toEqual([INSTALL_OWN]);
  });
});
