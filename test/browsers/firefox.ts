import { once } from 'node:events';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { findCommand, type Machine } from '../support/machine.ts';
import { ANSWER_LIMIT_MS, type Engine, START_LIMIT_MS, type Tab } from './engine.ts';
import { environment } from './environment.ts';
import { within } from './limit.ts';

/** Firefox, driven by WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  find(machine) {
    const program = findFirefox(machine);
    return program === undefined ? undefined : (folder) => startFirefox(program, folder);
  },
};

interface Opened {
  readonly browser: Browser;
  readonly page: Page;
}

/** The program: Debian's name first, because elsewhere `firefox` may be a script that installs one. */
export function findFirefox(machine: Machine): string | undefined {
  return findCommand(machine, ['firefox-esr', 'firefox']);
}

async function startFirefox(executablePath: string, folder: string): Promise<Tab> {
  const ending = new AbortController();
  try {
    const start = open(executablePath, folder, ending.signal);
    const { browser, page } = await within(START_LIMIT_MS, 'the start of Firefox', start);
    return await tab(browser, page, ending);
  } catch (error) {
    ending.abort();
    throw error;
  }
}

/** @param signal ends it with all its processes, also when it has stopped answering. */
async function open(executablePath: string, folder: string, signal: AbortSignal): Promise<Opened> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: join(folder, 'profile'),
    env: environment(folder),
    defaultViewport: { width: 1000, height: 900 },
    timeout: START_LIMIT_MS,
    // Its first answer is part of its start.
    protocolTimeout: START_LIMIT_MS,
    signal,
  });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(ANSWER_LIMIT_MS);
  return { browser, page };
}

async function tab(browser: Browser, page: Page, ending: AbortController): Promise<Tab> {
  return {
    version: await browser.version(),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    read: (expression) => page.evaluate(expression),
    async click(expression) {
      const element = await elementOf(page, expression);
      // What lies under the bar at the window's lower edge counts as in view, yet the bar takes the click.
      await element?.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await element?.click();
      return element !== null;
    },
    type: (text) => page.keyboard.type(text),
    picture: () => page.screenshot(),
    async close() {
      const process = browser.process();
      const ended = process && process.exitCode === null ? once(process, 'exit') : undefined;
      ending.abort();
      await ended;
    },
  };
}

async function elementOf(page: Page, expression: string): Promise<ElementHandle<Element> | null> {
  const found = await page.evaluateHandle(expression);
  return found.asElement() as ElementHandle<Element> | null;
}
