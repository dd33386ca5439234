import { setTimeout as sleep } from 'node:timers/promises';
import type { Twist } from '../twist.ts';
import type { Answer } from './answer.ts';
import type { FaultBook } from './fault-book.ts';
import type { Visit } from './fault-kind.ts';

/** Does the work of one request, or not, as the faults want it, and gives the answer they leave. */
export async function showFaults(
  faults: FaultBook,
  visit: Visit,
  work: (twist: Twist) => Answer,
): Promise<Answer> {
  const twist = faults.twist(visit);
  // Unreferenced: a sandbox that has been closed must not keep its process waiting.
  if (twist.delayMs) await sleep(twist.delayMs, undefined, { ref: false });
  const replacement = faults.replacement(visit);
  if (replacement?.skipsWork) return faults.alter(visit, replacement.answer);
  const answer = work(twist);
  return faults.alter(visit, replacement?.answer ?? answer);
}
