import type { ProviderService } from '../../../../proxy/provider/mapping.ts';

/** One product as the provider's mapping gives it. */
export function service(over: Partial<ProviderService> = {}): ProviderService {
  return {
    sid: '1',
    type: 'Games',
    category: 'Free Fire',
    name: '70 Diamond',
    costRupiah: 10_000,
    available: true,
    ...over,
  };
}
