import { expectedCost, type Lessons } from '../pricing/lessons.ts';
import type { ProviderService } from '../provider/mapping.ts';
import { fingerprint, groupKey } from './build.ts';

/** A product of the provider's list and what it is expected to cost, whole rupiah. */
export interface CostedService {
  readonly service: ProviderService;
  readonly ref: string;
  readonly cost: number;
}

/** Each product of a list once, the first of its sid, with what it is expected to cost. Thousands of fingerprints: to be kept. */
export function costsOf(services: readonly ProviderService[], lessons: Lessons): CostedService[] {
  const seen = new Set<string>();
  return services.flatMap((service) => {
    if (seen.has(service.sid)) return [];
    seen.add(service.sid);
    const ref = fingerprint(service);
    return [{ service, ref, cost: expectedCost(service.costRupiah, ref, groupKey(service), lessons) }];
  });
}
