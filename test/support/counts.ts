/** How many tests passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; line: number; ok: boolean }[];
}

/** A step without a report of its own is one check: passed when it exits with 0. */
export function countStatic(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Counts a Vitest JSON report. A file that fails before its first test counts as one failed test. */
export function countVitest(json: string, exitCode: number): Counts {
  const report = parse<VitestReport>(json);
  if (!report) return countStatic(1);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return believeExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

/** Counts a Playwright JSON report. A flaky test is a failed one: it failed for some buyer. */
export function countPlaywright(json: string, exitCode: number): Counts {
  const report = parse<PlaywrightReport>(json);
  if (!report) return countStatic(1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return believeExitCode({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

/** Reads the counts that one of our own runners has written down as they are. */
export function countOwn(json: string, exitCode: number): Counts {
  const counts = parse<Counts>(json);
  if (!counts) return countStatic(1);
  // Ours skip only what this machine has not got, and say so: a run that could do nothing else has not failed.
  const onlySkipped = counts.skipped > 0 && counts.passed + counts.failed === 0;
  return onlySkipped && exitCode === 0 ? counts : believeExitCode(counts, exitCode);
}

/** What failed, one name each, from either runner's JSON report; nothing from a report of another shape. */
export function failedTests(json: string): string[] {
  const report = parse<Partial<VitestReport & PlaywrightReport>>(json);
  const files = (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) return failed.map((test) => `${file.name}: ${test.fullName}`);
    return file.status === 'failed' ? [file.name] : [];
  });
  return [...files, ...(report?.suites ?? []).flatMap(failedSpecs)];
}

function failedSpecs({ suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}

/** Adds up the counts of all steps. */
export function addCounts(all: Counts[]): Counts {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/** The line that ends `npm test` and `.ci/run`; other programs read it. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A runner that exits with an error, or that ran nothing at all, has failed even if no single test did. */
function believeExitCode(counts: Counts, exitCode: number): Counts {
  const ranNothing = counts.passed + counts.failed === 0;
  const failed = counts.failed === 0 && (exitCode !== 0 || ranNothing) ? 1 : counts.failed;
  return { ...counts, failed };
}

function parse<Report>(json: string): Report | undefined {
  try {
    return JSON.parse(json) as Report;
  } catch {
    return undefined;
  }
}
