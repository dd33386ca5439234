import { ProblemError } from '../contract/problem-error.ts';
import { ProviderBusy, ProviderRefused, ProviderUnavailable, ProviderUncertain } from '../provider/errors.ts';

const UNREACHABLE_RETRY_MS = 5_000;

/**
 * What the reseller is told when the provider did not do what he asked for. He may read its own words.
 * @returns the error itself when it is none of the provider's.
 */
export function asProblem(error: unknown): unknown {
  if (error instanceof ProviderBusy)
    return new ProblemError('provider_busy', { retryAfterMs: error.retryAfterMs });
  if (error instanceof ProviderUnavailable) {
    return new ProblemError('provider_unavailable', { retryAfterMs: UNREACHABLE_RETRY_MS });
  }
  if (error instanceof ProviderUncertain) return new ProblemError('provider_uncertain');
  if (error instanceof ProviderRefused)
    return new ProblemError('provider_refused', { said: error.providerText });
  return error;
}
