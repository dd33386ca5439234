/**
 * `npm test`: runs every check in order, lets each print as it likes, and ends with one line that counts:
 * `N passed, N failed` and, when tests were skipped, `, N skipped`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCounts,
  type Counts,
  countOwn,
  countPlaywright,
  countStatic,
  countVitest,
  failedTests,
  summary,
} from './support/counts.ts';

interface Step {
  title: string;
  script: string;
  /** Reads the runner's JSON report; a step without one is a single check. */
  count?: typeof countVitest;
  /** Set when the step is senseless after that script has failed. */
  needs?: string;
}

const STEPS: Step[] = [
  { title: 'Format and lint', script: 'lint' },
  { title: 'Types', script: 'types' },
  { title: 'Dependency rules', script: 'deps' },
  { title: 'Unused code', script: 'unused' },
  // Before the unit tests, because one of them reads the built widget.
  { title: 'Build', script: 'build' },
  { title: 'Unit tests', script: 'test:unit', count: countVitest },
  { title: 'Integration tests', script: 'test:integration', count: countVitest },
  { title: 'Kill and restart', script: 'test:faults', count: countOwn, needs: 'build' },
  { title: 'Browser tests', script: 'test:e2e', count: countPlaywright, needs: 'build' },
  { title: 'Other browsers', script: 'test:browsers', count: countOwn, needs: 'build' },
];

/** A hang must end the run with a count; the slowest step takes a fraction of this on a small machine. */
const STEP_LIMIT_MS = 20 * 60_000;

const reports = await mkdtemp(join(tmpdir(), 'zul-topup-test-'));
try {
  const results = await runAll();
  const total = addCounts(results);
  console.log(`\n${summary(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
} finally {
  await rm(reports, { recursive: true, force: true });
}

async function runAll(): Promise<Counts[]> {
  const results: Counts[] = [];
  const broken: string[] = [];
  // Named once more at the end, where a log that was cut off at its beginning still has them.
  const failures: string[] = [];
  for (const step of STEPS) {
    console.log(`\n=== ${step.title} (npm run ${step.script})`);
    if (step.needs !== undefined && broken.includes(step.needs)) {
      console.log(`Not run because \`npm run ${step.needs}\` failed.`);
      results.push(countStatic(1));
      failures.push(step.title);
      continue;
    }
    const { counts, failed } = await runStep(step);
    results.push(counts);
    if (counts.failed > 0) {
      broken.push(step.script);
      failures.push(step.title, ...failed.map((name) => `  ${name}`));
    }
  }
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
  return results;
}

async function runStep(step: Step): Promise<{ counts: Counts; failed: string[] }> {
  if (!step.count) return { counts: countStatic(await npmRun(step.script, [])), failed: [] };
  const report = join(reports, `${step.script.replace(':', '-')}.json`);
  const exitCode = await npmRun(step.script, reporters(step.count, report), {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const json = await readFile(report, 'utf8').catch(() => '');
  return { counts: step.count(json, exitCode), failed: failedTests(json) };
}

/** How a runner is told to print for people and to leave its report in a file. */
function reporters(count: NonNullable<Step['count']>, report: string): string[] {
  if (count === countVitest) return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return count === countPlaywright ? ['--reporter=list,json'] : ['--report', report];
}

function npmRun(script: string, extra: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, ...(extra.length > 0 ? ['--', ...extra] : [])], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      timeout: STEP_LIMIT_MS,
      // On Windows npm is a .cmd file, which only a shell can start.
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      console.error(`npm run ${script} could not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      if (signal) console.error(`npm run ${script} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}
