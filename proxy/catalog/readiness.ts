import { ProviderBusy, ProviderRefused, ProviderUnavailable } from '../provider/errors.ts';

/** Whether the shop can sell right now, and if not, why; safe to show to anybody. */
export interface Readiness {
  readonly ready: boolean;
  readonly provider: 'ok' | 'busy' | 'unreachable' | 'no_answer' | 'key_missing' | 'key_refused';
  readonly catalog: { readonly updatedAt: string | null; readonly stale: boolean };
}

/**
 * Reads readiness off the catalogue, which asks the provider regularly anyway.
 * @param lastFailure what went wrong at its last attempt, or null.
 */
export function readinessOf(
  hasKey: boolean,
  lastFailure: unknown,
  catalog: { readonly updatedAt: number; readonly stale: boolean } | null,
): Readiness {
  const provider = providerState(hasKey, lastFailure);
  return {
    ready: catalog !== null && !catalog.stale && (provider === 'ok' || provider === 'busy'),
    provider,
    catalog: {
      updatedAt: catalog ? new Date(catalog.updatedAt).toISOString() : null,
      stale: catalog?.stale ?? true,
    },
  };
}

/** How the provider stands, read off what went wrong at the catalogue's last attempt; asks nothing of anybody. */
export function providerState(hasKey: boolean, failure: unknown): Readiness['provider'] {
  if (!hasKey) return 'key_missing';
  if (failure === null) return 'ok';
  if (failure instanceof ProviderBusy) return 'busy';
  if (failure instanceof ProviderUnavailable) return 'unreachable';
  if (failure instanceof ProviderRefused && failure.reason === 'key_wrong') return 'key_refused';
  return 'no_answer';
}
