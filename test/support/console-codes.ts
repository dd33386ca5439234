import type { ProblemCode } from '../../proxy/contract/problem.ts';

/** Codes that nobody meets but the reseller, below `/console/api`; a buyer's words and papers know nothing of them. */
export const CONSOLE_CODES: readonly ProblemCode[] = [
  'unauthorized',
  'provider_refused',
  'provider_uncertain',
  'sale_uncertain',
  'changed_elsewhere',
];
