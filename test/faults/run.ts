/**
 * `npm run test:faults`: kills the real proxy while buyers order, starts it again on the same file, and
 * compares what buyers were told with the file and with the provider's ledger.
 *
 *     npm run test:faults -- --cycles 2000 --seed 7
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Check, decided } from '../support/check.ts';
import { summary } from '../support/counts.ts';
import { builtProxy } from './built-proxy.ts';
import type { Findings } from './findings.ts';
import { fsyncCheck } from './fsync.ts';
import { killAndRestart } from './kill-and-restart.ts';
import { manyOpenCheck } from './many-open.ts';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** Where `npm test` wants the counts, as JSON. */
    report: { type: 'string' },
  },
});
const cycles = wholeNumber('cycles', values.cycles);
const seed = wholeNumber('seed', values.seed);

const main = builtProxy();
console.log(`${cycles} cycles of kill and restart, seed ${seed}`);
const began = Date.now();
const findings = await killAndRestart(main, cycles, seed);
console.log(findings.table());
const seconds = (Date.now() - began) / 1000;
console.log(
  `  ${findings.interruptedStarts} starts were killed too; ${(seconds / cycles).toFixed(2)} s a cycle`,
);

const checks = [...invariants(findings), await fsyncCheck(main, seed), await manyOpenCheck(main, seed)];
for (const { name, outcome, detail } of checks) console.log(`  ${outcome}: ${name} (${detail})`);

const total = findings.total();
const acknowledged = total.acknowledgedBefore + total.acknowledgedAfter;
console.log(
  `faults: ${total.cycles} cycles, ${acknowledged} acknowledged, ${findings.wrong('lost')} lost, ` +
    `${findings.wrong('doubled')} doubled, ${findings.wrong('stuck')} stuck in placing`,
);
const count = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length;
const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
console.log(summary(counts));
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

function invariants(found: Findings): Check[] {
  const none = (name: string, wrong: number) => decided(name, wrong === 0, `${wrong} of them`);
  const { cycles: done, reached } = found.total();
  return [
    none('no acknowledged order is lost', found.wrong('lost')),
    none('no order is doubled at the provider', found.wrong('doubled')),
    none('no order is stuck in placing', found.wrong('stuck')),
    none('no buyer is left without a certain and lasting answer', found.wrong('untold')),
    // A run that never kills where it means to would prove nothing.
    decided('the kill points are reached', reached >= done * 0.9, `${reached} of ${done} cycles`),
  ];
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  console.error(`--${name} must be a whole number from 1 up, not "${text}"`);
  process.exit(2);
}
