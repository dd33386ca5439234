import { describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium } from '../../support/chromium.ts';
import { fakeMachine as machine } from '../../support/fake-machine.ts';

const OWN = '/cache/playwright/chrome';
const INSTALL_OWN = 'npx playwright install chromium';
const INSTALL_SYSTEM = 'apt-get install -y chromium';

describe('finding a Chromium', () => {
  it('prefers the one of Playwright, then the system in order of names', () => {
    const all = [OWN, '/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(findChromium(machine(all).fake, OWN)?.executablePath).toBe(OWN);
    expect(findChromium(machine(all.slice(1)).fake, OWN)?.executablePath).toBe('/usr/bin/chromium');
    expect(findChromium(machine([]).fake, OWN)).toBeUndefined();
  });

  it('gives up the sandbox only for root, who cannot have one', () => {
    expect(findChromium(machine([OWN], {}, true).fake, OWN)?.args).toContain('--no-sandbox');
    expect(findChromium(machine([OWN], {}, false).fake, OWN)?.args).toEqual([
      '--disable-background-networking',
    ]);
  });
});

describe('making sure of a Chromium', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});

  it('installs nothing when there is one', async () => {
    const { fake, ran } = machine(['/usr/bin/chromium']);
    await ensureChromium(fake, OWN);
    expect(ran).toEqual([]);
  });

  it('lets Playwright install one', async () => {
    const { fake, ran } = machine([], { [INSTALL_OWN]: [OWN] });
    expect((await ensureChromium(fake, OWN)).executablePath).toBe(OWN);
    expect(ran).toEqual([INSTALL_OWN]);
  });

  it('asks apt when Playwright could not', async () => {
    const { fake, ran } = machine([], { [INSTALL_SYSTEM]: ['/usr/bin/chromium'] });
    expect((await ensureChromium(fake, OWN)).executablePath).toBe('/usr/bin/chromium');
    expect(ran).toEqual([INSTALL_OWN, 'apt-get update', INSTALL_SYSTEM]);
  });

  it('says what to do when nothing worked, and leaves apt to root', async () => {
    const { fake, ran } = machine([], { [INSTALL_SYSTEM]: ['/usr/bin/chromium'] }, false);
    await expect(ensureChromium(fake, OWN)).rejects.toThrow(/npx playwright install --with-deps chromium/);
    expect(ran).toEqual([INSTALL_OWN]);
  });
});
