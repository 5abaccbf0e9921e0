/**
 * Benjamini and Hochberg's (1995) q-values; R's `p.adjust(p, "BH")`.
 * @param p `null` entries take no part and stay `null`.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const order = presentInOrder(p);
  const q: (number | null)[] = p.map(() => null);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1];
    smallest = Math.min(smallest, (p[index]! * order.length) / rank);
    q[index] = smallest;
  }
  return q;
}

/** Holm's (1979) adjusted p-values; R's `p.adjust(p, "holm")`. `null` entries take no part. */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const order = presentInOrder(p);
  const adjusted: (number | null)[] = p.map(() => null);
  let largest = 0;
  order.forEach((index, place) => {
    largest = Math.max(largest, Math.min(1, p[index]! * (order.length - place)));
    adjusted[index] = largest;
  });
  return adjusted;
}

function presentInOrder(p: readonly (number | null)[]): number[] {
  const present: number[] = [];
  p.forEach((value, index) => {
    if (value !== null) present.push(index);
  });
  return present.sort((a, b) => p[a]! - p[b]!);
}
