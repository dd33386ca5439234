import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT_NAMES } from '../../../proxy/config.ts';
import { ORDER_STATUSES } from '../../../proxy/contract/order.ts';
import { PROBLEM_STATUS } from '../../../proxy/contract/problem.ts';

const README = readFileSync('README.md', 'utf8');

/** The names in the first cells of the table under a heading. */
function firstCells(heading: string): string[] {
  const [, section = ''] = README.split(heading);
  const table = section.slice(0, section.search(/\n#/) >>> 0);
  const cells = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('the README', () => {
  it('names every environment variable that the proxy reads, and no other', () => {
    expect(firstCells('### Configuration').sort()).toEqual([...ENVIRONMENT_NAMES].sort());
  });

  it('names every status of an order', () => {
    expect(firstCells('## How an order lives').sort()).toEqual([...ORDER_STATUSES].sort());
  });

  it('names every problem code with its HTTP status', () => {
    for (const [code, status] of Object.entries(PROBLEM_STATUS)) {
      expect(README).toMatch(new RegExp(`\\| \`${code}\` \\| ${status} \\|`));
    }
  });
});
