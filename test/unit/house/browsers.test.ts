import { describe, expect, it, vi } from 'vitest';
import { findFirefox, firefox } from '../../browsers/firefox.ts';
import { installMissing } from '../../browsers/install.ts';
import { findWebKit, webkit } from '../../browsers/webkit.ts';
import { fakeMachine as machine } from '../../support/fake-machine.ts';

const FIREFOX = '/usr/bin/firefox-esr';
const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const MINI = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const APT = 'apt-get install -y --no-install-recommends';
const INSTALL_FIREFOX = `${APT} firefox-esr`;
const INSTALL_WEBKIT = `${APT} webkit2gtk-driver xvfb`;

describe('finding Firefox', () => {
  it("prefers Debian's name to one that may be a script", () => {
    expect(findFirefox(machine(['/usr/local/bin/firefox', FIREFOX]).fake)).toBe(FIREFOX);
    expect(findFirefox(machine(['/usr/local/bin/firefox']).fake)).toBe('/usr/local/bin/firefox');
    expect(findFirefox(machine([]).fake)).toBeUndefined();
  });
});

describe('finding WebKit', () => {
  it('takes the small browser from the folder of any kind of machine', () => {
    expect(findWebKit(machine([DRIVER, SCREEN, MINI]).fake)).toEqual({
      driver: DRIVER,
      browser: MINI,
      screen: SCREEN,
    });
  });

  it.each(['/usr/libexec/webkit2gtk-4.1/MiniBrowser', '/usr/lib64/webkitgtk-6.0/MiniBrowser'])(
    'takes it from %s, where other distributions put it',
    (mini) => {
      expect(findWebKit(machine([DRIVER, SCREEN, mini]).fake)?.browser).toBe(mini);
    },
  );

  it('takes the newest of several', () => {
    const older = MINI.replace('4.1', '4.0');
    expect(findWebKit(machine([DRIVER, SCREEN, older, MINI]).fake)?.browser).toBe(MINI);
  });

  it.each([
    ['driver', [SCREEN, MINI]],
    ['screen', [DRIVER, MINI]],
    ['browser', [DRIVER, SCREEN, '/usr/lib/webkit2gtk-4.1/libwebkit2gtkinjectedbundle.so']],
  ])('finds nothing where the %s is missing', (_what, files) => {
    expect(findWebKit(machine(files).fake)).toBeUndefined();
  });
});

describe('installing what is missing', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const engines = [firefox, webkit];

  it('installs nothing when all is there', async () => {
    const { fake, ran } = machine([FIREFOX, DRIVER, SCREEN, MINI]);
    await installMissing(engines, fake);
    expect(ran).toEqual([]);
  });

  it('asks apt for the missing one only', async () => {
    const { fake, ran } = machine([FIREFOX], { [INSTALL_WEBKIT]: [DRIVER, SCREEN, MINI] });
    await installMissing(engines, fake);
    expect(ran).toEqual(['apt-get update', INSTALL_WEBKIT]);
    expect(webkit.find(fake)).toBeDefined();
  });

  it('still installs the second when the first cannot be had', async () => {
    const { fake, ran } = machine([], { [INSTALL_WEBKIT]: [DRIVER, SCREEN, MINI] });
    await installMissing(engines, fake);
    expect(ran).toEqual(['apt-get update', INSTALL_FIREFOX, INSTALL_WEBKIT]);
    expect(firefox.find(fake)).toBeUndefined();
    expect(webkit.find(fake)).toBeDefined();
  });

  it('leaves apt to root', async () => {
    const { fake, ran } = machine([], { [INSTALL_FIREFOX]: [FIREFOX] }, false);
    await installMissing(engines, fake);
    expect(ran).toEqual([]);
    expect(firefox.find(fake)).toBeUndefined();
  });
});
