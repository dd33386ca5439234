const taken = new Set<number>();

/**
 * A number for an element of the page, in the order they came: what tells the orders of two elements apart
 * when the page is loaded again. An element that is put back keeps its number if nobody has taken it.
 */
export function claimPlace(before: number | null): number {
  let place = before ?? 0;
  if (taken.has(place)) for (place = 0; taken.has(place); ) place++;
  taken.add(place);
  return place;
}

/** Gives the number back, when the element leaves the page. */
export function leavePlace(place: number | null): void {
  if (place !== null) taken.delete(place);
}
