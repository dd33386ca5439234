import { createHash } from 'node:crypto';
import type { CategorySummary, Service, TargetField } from '../contract/catalog.ts';
import { expectedCost, type Lessons } from '../pricing/lessons.ts';
import type { PriceRules } from '../pricing/rules.ts';
import type { ProviderService } from '../provider/mapping.ts';
import type { TargetDefinition } from '../targets/definitions.ts';
import { definitionOf, fieldsFor } from '../targets/targets.ts';
import type { OfferLooks } from './looks.ts';
import type { PictureOf } from './pictures.ts';

/** A category with its services priced, cheapest first. */
interface PricedCategory {
  /** What its buyers type, and how that becomes the provider's target. */
  readonly definition: TargetDefinition;
  /** The same fields as this very category shows them. */
  readonly fields: readonly TargetField[];
  readonly summary: CategorySummary;
  readonly services: readonly Service[];
}

/** A service with what belongs to it; `listedCost` never leaves the proxy. */
export interface PricedService {
  readonly service: Service;
  readonly category: PricedCategory;
  /** The provider's `harga`, whole rupiah. */
  readonly listedCost: number;
}

/** The shop's whole offer, with ways in by category and by service. */
export interface PricedCatalog {
  readonly categories: ReadonlyMap<string, PricedCategory>;
  readonly bySid: ReadonlyMap<string, PricedService>;
}

/** What is made of the provider's list. */
export interface Dress {
  readonly rules: PriceRules;
  readonly lessons: Lessons;
  readonly looks: OfferLooks;
  readonly pictureOf: PictureOf;
}

/** What most buyers come for stands first; kinds the provider adds later follow in its own order. */
const TYPE_ORDER = ['games', 'pulsa', 'data', 'e-money', 'pln'];

/**
 * The provider's list to the shop's: grouped by type and category, marked up, fingerprinted.
 * Of rows with the same sid the first one counts, since an order can name only the sid.
 * @param dress what is made of it: prices, looks, and the reseller's picture of a category by its id.
 */
export function buildCatalog(services: readonly ProviderService[], dress: Dress): PricedCatalog {
  const groups = new Map<string, ProviderService[]>();
  const costs = new Map<string, number>();
  for (const service of services) {
    if (costs.has(service.sid)) continue;
    costs.set(service.sid, service.costRupiah);
    const key = groupKey(service);
    if (dress.looks.category(service.type, service.category)?.isHidden) continue;
    if (dress.looks.service(fingerprint(service))?.isHidden) continue;
    const group = groups.get(key);
    if (group) group.push(service);
    else groups.set(key, [service]);
  }
  const ids = categoryIds([...groups.values()]);
  const categories = [...groups.entries()]
    .map(([key, group]) => {
      const id = ids.get(key) ?? key;
      return priceCategory(id, group, dress);
    })
    .sort((a, b) => rank(a.summary.type) - rank(b.summary.type));
  return {
    categories: new Map(categories.map((category) => [category.summary.id, category])),
    bySid: new Map(
      categories.flatMap((category) =>
        category.services.map(
          (service) =>
            [
              service.sid,
              { service, category, listedCost: costs.get(service.sid) ?? service.price },
            ] as const,
        ),
      ),
    ),
  };
}

/** Short fingerprint of a product, so that a renumbered sid can never sell the wrong one (72 bits). */
export function fingerprint(service: Pick<ProviderService, 'category' | 'name' | 'sid'>): string {
  return createHash('sha256')
    .update(JSON.stringify([service.category, service.name, service.sid]))
    .digest('base64url')
    .slice(0, 12);
}

/** "Free Fire" -> "free-fire"; the same name in two types ("Telkomsel" in Pulsa and Data) takes its type along. */
function categoryIds(groups: ReadonlyArray<readonly ProviderService[]>): Map<string, string> {
  const heads = groups.flatMap((group) => group.slice(0, 1));
  const slugs = heads.map((head) => slug(head.category));
  const used = new Set<string>();
  return new Map(
    heads.map((head, index) => {
      const own = slugs[index] ?? '';
      const shared = slugs.filter((other) => other === own).length > 1;
      let id = shared ? `${own}-${slug(head.type)}` : own;
      while (used.has(id)) id += '-2';
      used.add(id);
      return [groupKey(head), id] as const;
    }),
  );
}

function priceCategory(
  id: string,
  group: readonly ProviderService[],
  { rules, lessons, looks, pictureOf }: Dress,
): PricedCategory {
  const services = group
    .map((service) => {
      const ref = fingerprint(service);
      const cost = expectedCost(service.costRupiah, ref, groupKey(service), lessons);
      const { price } = rules.price(cost, { ref, type: service.type, category: service.category });
      return {
        sid: service.sid,
        name: looks.service(ref)?.name ?? service.name,
        price,
        available: service.available,
        ref,
      };
    })
    .sort((a, b) => a.price - b.price);
  const [head] = group;
  const look = head && looks.category(head.type, head.category);
  const definition = definitionOf(head?.type ?? '', head?.category ?? id, look?.target ?? null);
  const cheapest = services.find((service) => service.available) ?? services[0];
  return {
    definition,
    fields: fieldsFor(definition, head?.category ?? id),
    summary: {
      id,
      name: look?.name ?? head?.category ?? id,
      type: head?.type ?? '',
      from: cheapest?.price ?? 0,
      services: services.length,
      available: services.some((service) => service.available),
      picture: look?.picture ?? pictureOf(id),
    },
    services,
  };
}

/** Names a category within the provider's list; what is learnt about a category is kept under it. */
export function groupKey(service: Pick<ProviderService, 'type' | 'category'>): string {
  return JSON.stringify([service.type, service.category]);
}

function rank(type: string): number {
  const index = TYPE_ORDER.indexOf(type.toLowerCase());
  return index === -1 ? TYPE_ORDER.length : index;
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain || `k-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
