import type { ConsoleOverview } from '../../../proxy/contract/console.ts';
import { ask } from '../api.ts';

/** The shop at a glance. */
export function overview(): Promise<ConsoleOverview> {
  return ask('GET', 'overview');
}
