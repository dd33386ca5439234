import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  resultTypes: ['violations'],
};
/**
 * What axe finds in the elements that this selector takes, a line for each node.
 * @param rules all of WCAG 2.2 AA when left out.
 */
export async function violations(page: Page, within: string, rules?: string[]): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found: AxeResults = await page.evaluate(
    ([where, options]) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(where, options),
    [within, rules ? { ...RULES, runOnly: rules } : RULES] as const,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
  );
}
