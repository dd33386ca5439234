import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findCommand, type Machine } from '../support/machine.ts';
import { waitFor } from '../support/shop.ts';
import { Child } from './child.ts';
import { ANSWER_LIMIT_MS, type Engine, START_LIMIT_MS, type Tab } from './engine.ts';
import { environment } from './environment.ts';
import { within } from './limit.ts';

/** WebKit as GTK's: the engine of Safari and of every browser on an iPhone, driven by its own WebDriver. */
export const webkit: Engine = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'],
  find(machine) {
    const programs = findWebKit(machine);
    return programs && ((folder) => startWebKit(programs, folder, machine.isRoot));
  },
};

/** The three programs it takes. */
export interface WebKitPrograms {
  readonly driver: string;
  /** WebKit's own small browser. Not on PATH: it is there for tests only. */
  readonly browser: string;
  /** A screen in memory; the browser has no headless mode. */
  readonly screen: string;
}

/** Where they are, or undefined when one is missing. */
export function findWebKit(machine: Machine): WebKitPrograms | undefined {
  const driver = findCommand(machine, ['WebKitWebDriver']);
  const screen = findCommand(machine, ['Xvfb']);
  const browser = findMiniBrowser(machine);
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** It lives beside the library, in a folder named after the library's version and, on Debian, the machine's kind. */
function findMiniBrowser({ list, isExecutable }: Machine): string | undefined {
  const roots = [
    '/usr/libexec',
    '/usr/lib',
    '/usr/lib64',
    ...list('/usr/lib').map((kind) => join('/usr/lib', kind)),
  ];
  const newestFirst = (one: string, other: string) => other.localeCompare(one, 'en', { numeric: true });
  const folders = roots.flatMap((root) =>
    list(root)
      .filter((name) => /^webkit2?gtk-\d/.test(name))
      .sort(newestFirst)
      .map((name) => join(root, name)),
  );
  return folders.map((folder) => join(folder, 'MiniBrowser')).find(isExecutable);
}

async function startWebKit(programs: WebKitPrograms, folder: string, isRoot: boolean): Promise<Tab> {
  const children: Child[] = [];
  const start = (program: string, args: readonly string[], env: Record<string, string>) => {
    const child = new Child(program, args, env);
    children.push(child);
    return child;
  };
  const close = async () => {
    // The last started first: a browser whose screen goes away complains.
    for (const child of children.reverse()) await child.stop();
  };
  try {
    const screen = start(
      programs.screen,
      ['-displayfd', '3', '-screen', '0', '1100x1000x24', '-nolisten', 'tcp'],
      environment(folder),
    );
    const display = `:${await screen.firstReport(ANSWER_LIMIT_MS)}`;
    const port = await freePort();
    const service = start(
      programs.driver,
      [`--port=${port}`, '--host=127.0.0.1'],
      environment(folder, settings(display, isRoot)),
    );
    const url = `http://127.0.0.1:${port}`;
    await waitFor(async () => {
      if (service.isOver) throw service.died();
      return (await fetch(`${url}/status`).catch(() => undefined))?.ok === true;
    }, ANSWER_LIMIT_MS);
    const driver = await within(START_LIMIT_MS, 'the start of MiniBrowser', session(url, programs.browser));
    return await tab(driver, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function settings(display: string, isRoot: boolean): Record<string, string> {
  return {
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    // No graphics card, no session bus, no screen reader.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    // Its sandbox cannot be set up by root in a container, which is what most of them run as.
    ...(isRoot ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  };
}

async function session(url: string, browser: string): Promise<WebDriver> {
  return new Builder()
    .disableEnvironmentOverrides()
    .usingServer(url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation', '--geometry=1000x900'] },
      timeouts: { script: ANSWER_LIMIT_MS, pageLoad: ANSWER_LIMIT_MS, implicit: 0 },
    })
    .build();
}

async function tab(driver: WebDriver, close: () => Promise<void>): Promise<Tab> {
  const capabilities = await driver.getCapabilities();
  const run = <T>(expression: string) => driver.executeScript<T>(`return ${expression}`);
  // By the mouse's own actions: the driver's click on an element takes a text input in a shadow tree for covered
  // and refuses, though nothing lies over it.
  const click = async (expression: string) => {
    const element = await run<WebElement | null>(expression);
    if (!element) return false;
    await driver.executeScript(
      "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
      element,
    );
    await driver.actions().move({ origin: element }).click().perform();
    return true;
  };
  return {
    version: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
    goto: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    read: run,
    click,
    type: (text) => driver.actions().sendKeys(text).perform(),
    picture: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close,
  };
}

/** The driver takes a number only, and does not choose one itself. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
