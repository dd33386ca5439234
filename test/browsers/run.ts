/**
 * `npm run test:browsers`: one purchase in each engine other than Chromium's, against the whole system. What
 * is missing is installed from Debian where we are root, else skipped with a line that says what to install.
 */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, decided, skipped } from '../support/check.ts';
import { summary } from '../support/counts.ts';
import { type Machine, thisMachine } from '../support/machine.ts';
import { ROOT } from '../support/sources.ts';
import { setStage } from '../support/stage.ts';
import type { Engine, Launch, Tab } from './engine.ts';
import { firefox } from './firefox.ts';
import { installMissing } from './install.ts';
import { within } from './limit.ts';
import { smokePurchase } from './purchase.ts';
import { webkit } from './webkit.ts';

/** For one engine, from its start to the last look. It takes ten seconds on an idle machine; a hang must end. */
const SMOKE_LIMIT_MS = 150_000;
/** Update and two installations must leave room for both purchases in what `npm test` gives a step. */
const INSTALL_LIMIT_MS = 240_000;

const { values } = parseArgs({
  options: {
    /** Where `npm test` wants the counts, as JSON. */
    report: { type: 'string' },
  },
});

const scratch = await mkdtemp(join(tmpdir(), 'zul-browsers-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, leave);

const engines = [firefox, webkit];
const machine = thisMachine(INSTALL_LIMIT_MS);
await installMissing(engines, machine);
const checks: Check[] = [];
try {
  for (const engine of engines) {
    const check = await smoke(engine, machine);
    console.log(`  ${check.outcome}: ${check.name} (${check.detail})`);
    checks.push(check);
  }
} finally {
  removeScratch();
}

const count = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length;
const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
console.log(summary(counts));
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function smoke(engine: Engine, on: Machine): Promise<Check> {
  const name = `a reader of a blog buys 70 diamonds in ${engine.name}`;
  const launch = engine.find(on);
  if (!launch)
    return skipped(
      name,
      `${engine.name} is not installed (Debian: apt-get install ${engine.packages.join(' ')})`,
    );
  try {
    return decided(name, true, await buy(engine, launch));
  } catch (error) {
    return decided(name, false, error instanceof Error ? error.message : String(error));
  }
}

/** A signal alone would leave the browsers behind: what ends them listens for `exit`. Their files go last. */
function leave(): void {
  process.once('exit', removeScratch);
  process.exit(1);
}

function removeScratch(): void {
  // A browser that was ended a moment ago may still have been writing.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** @returns which browser it was, and how long it took. */
async function buy(engine: Engine, launch: Launch): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'home-'));
  const stage = await setStage({ deliverySeconds: 1 });
  const deadline = Date.now() + SMOKE_LIMIT_MS;
  let tab: Tab | undefined;
  try {
    const [started, startSeconds] = await timed(launch(folder));
    tab = started;
    const purchase = within(deadline - Date.now(), 'the purchase', smokePurchase(tab, stage));
    const [, seconds] = await timed(purchase);
    return `${tab.version}: ${startSeconds} s to start, ${seconds} s to buy`;
  } catch (error) {
    if (tab) await keepPicture(tab, engine).catch(() => undefined);
    throw error;
  } finally {
    await tab?.close();
    await stage.strike();
  }
}

async function timed<T>(promise: Promise<T>): Promise<[value: T, seconds: string]> {
  const began = performance.now();
  const value = await promise;
  return [value, ((performance.now() - began) / 1000).toFixed(1)];
}

/** What was on the screen when it went wrong, beside the pictures of the other browser tests. */
async function keepPicture(tab: Tab, engine: Engine): Promise<void> {
  const file = join(ROOT, 'test-results', `${engine.name.toLowerCase()}.png`);
  const picture = await within(5_000, 'the picture', tab.picture());
  await mkdir(join(ROOT, 'test-results'), { recursive: true });
  await writeFile(file, picture);
  console.log(`  what was on the screen: ${file}`);
}
