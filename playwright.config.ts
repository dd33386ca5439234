import { defineConfig, devices } from 'playwright/test';
import { findChromium } from './test/support/chromium.ts';

// Before the first run on a new machine there may be no browser yet. The global setup installs one, and
// each worker reads this file again afterwards, so by then the path is known.
const browser = findChromium();
const launchOptions = browser ?? {};

const CONSOLE = '**/console*.test.ts';
// axe comes in as a script, which the page's own policy lets nobody bring.
const consoleUse = { ...devices['Desktop Chrome'], bypassCSP: true };

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './test/support/browser-setup.ts',
  outputDir: 'test-results',
  // Nothing here is a timed test: a hang must end, and a busy machine may take its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // There is an answer also when every test hangs.
  globalTimeout: 18 * 60_000,
  // A retry would hide the race it stumbled over.
  retries: 0,
  // Most of a journey is waiting for the provider; with four, two cores were too busy for the rest.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    screenshot: 'only-on-failure',
    // Recording costs a sixth of the time; whoever looks into a failure runs the test once more by hand.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'off',
    launchOptions,
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testIgnore: CONSOLE },
    // Once more by touch in a small window: the journeys in which that can make a difference.
    { name: 'mobile', grep: /@phone/, use: { ...devices['Pixel 7'] }, testIgnore: CONSOLE },
    // The reseller manages from his phone and from a desk: each of his journeys on both.
    {
      name: 'console phone',
      use: { ...consoleUse, viewport: { width: 320, height: 640 } },
      testMatch: CONSOLE,
    },
    {
      name: 'console desk',
      use: { ...consoleUse, viewport: { width: 1280, height: 800 } },
      testMatch: CONSOLE,
    },
  ],
});
