/**
 * What orders have taught about the difference between a product's listed cost and what it really cost
 * (the provider's own example lists 10,000 and charges 11,200). A product's own lesson counts; where it has
 * none, its category's does, as a share of the listed cost.
 */
export interface Lessons {
  /** Extra whole rupiah, by the product's fingerprint. */
  readonly byService: ReadonlyMap<string, number>;
  /** Extra in hundredths of a percent, by category. */
  readonly byCategory: ReadonlyMap<string, number>;
}

/** What to learn from one order whose true cost was above the listed one. Whole rupiah both. */
export function lessonOf(
  listedCost: number,
  trueCost: number,
): { extraRupiah: number; extraHundredths: number } {
  const extraRupiah = Math.max(0, trueCost - listedCost);
  return { extraRupiah, extraHundredths: ceilDivide(extraRupiah * 10_000, listedCost) };
}

/** The cost to price from: the listed one and what experience adds to it. Whole rupiah, rounded up. */
export function expectedCost(listedCost: number, ref: string, category: string, lessons: Lessons): number {
  const own = lessons.byService.get(ref);
  if (own !== undefined) return listedCost + own;
  return listedCost + ceilDivide(listedCost * (lessons.byCategory.get(category) ?? 0), 10_000);
}

/** Division of whole numbers, rounded up, without a float in between. */
export function ceilDivide(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  return (dividend - remainder) / divisor + (remainder > 0 ? 1 : 0);
}
