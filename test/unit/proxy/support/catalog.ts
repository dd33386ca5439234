import { CatalogService } from '../../../../proxy/catalog/catalog.ts';
import type { ProviderService } from '../../../../proxy/provider/mapping.ts';
import type { StoredLesson } from '../../../../proxy/store/lessons.ts';
import { plainDress, TEN_PERCENT } from '../../../support/dress.ts';

/** What the provider answers when it is asked for its list. */
export type Answer = readonly ProviderService[] | Error;

/** A catalogue over a provider that gives these answers in turn, the last one for ever. */
export function shop(
  answers: Answer[],
  kept: { services: string | null; takenAt: number } | null = null,
  lessons: StoredLesson[] = [],
  keep: () => Promise<void> = async () => undefined,
) {
  const log = {
    asked: 0,
    saved: [] as { services: string | null; takenAt: number }[],
    failures: [] as unknown[],
    learnt: [] as StoredLesson[],
  };
  const catalog = new CatalogService({
    provider: {
      services: async () => {
        const answer = answers[Math.min(log.asked++, answers.length - 1)] ?? [];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    load: async () => kept && { ...kept, services: kept.services ?? '[]' },
    save: (services, takenAt) => {
      log.saved.push({ services, takenAt });
      return keep();
    },
    loadLessons: async () => lessons,
    saveLessons: async (learnt) => void log.learnt.push(...learnt),
    rules: () => plainDress(TEN_PERCENT).rules,
    looks: () => plainDress(TEN_PERCENT).looks,
    onFailure: (error) => log.failures.push(error),
  });
  return { catalog, log };
}
