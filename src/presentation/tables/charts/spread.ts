/** A text that would stand with its middle at `at`, and how high it is, in pixels. */
export interface Wanted {
  readonly at: number;
  readonly size: number;
}

/** Places near those that are wanted, in their order, so that none overlaps the next and all end above `end`. */
export function spread(wanted: readonly Wanted[], end: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a].at - wanted[b].at);
  const places = wanted.map(({ at }) => at);
  let floor = -Infinity;
  for (const index of order) {
    const half = wanted[index].size / 2;
    places[index] = Math.max(places[index], floor + half);
    floor = places[index] + half;
  }
  let ceiling = end;
  for (const index of order.toReversed()) {
    const half = wanted[index].size / 2;
    places[index] = Math.min(places[index], ceiling - half);
    ceiling = places[index] - half;
  }
  return places;
}
