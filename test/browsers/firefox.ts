import { once } from 'node:events';
import { join } from 'node:path';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { findCommand, type Machine } from '../support/machine.ts';
import { ANSWER_LIMIT_MS, type Engine, START_LIMIT_MS, type Tab } from './engine.ts';
import { environment } from './environment.ts';

/** Firefox, driven by WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  find(machine) {
    const program = findFirefox(machine);
    return program === undefined ? undefined : (folder) => startFirefox(program, folder);
  },
};

/** The program: Debian's name first, because elsewhere `firefox` may be a script that installs one. */
export function findFirefox(machine: Machine): string | undefined {
  return findCommand(machine, ['firefox-esr', 'firefox']);
}

async function startFirefox(executablePath: string, folder: string): Promise<Tab> {
  const ending = new AbortController();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: join(folder, 'profile'),
    env: environment(folder),
    defaultViewport: { width: 1000, height: 900 },
    timeout: START_LIMIT_MS,
    protocolTimeout: ANSWER_LIMIT_MS,
    // Ends it with all its processes, also when it has stopped answering.
    signal: ending.signal,
  });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(ANSWER_LIMIT_MS);
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
      await element?.click();
      return element !== null;
    },
    async type(expression, text) {
      const element = await elementOf(page, expression);
      await element?.click();
      if (element) await page.keyboard.type(text);
      return element !== null;
    },
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
