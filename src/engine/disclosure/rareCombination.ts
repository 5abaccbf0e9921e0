/**
 * Whether any combination of what respondents of a group chose is that of 1 to minimum − 1 of them. Where none is,
 * nothing that is told of items and of unions of them can be put together to the number of so few: it is a sum of
 * combinations.
 *
 * @param items for each item and row 1 chosen, else not.
 * @param groups for each row its group, −1 outside.
 * @param weights rows of weight 0 are nobody.
 */
export function hasRareCombination(
  items: readonly Uint8Array[],
  groups: Int32Array,
  weights: ArrayLike<number>,
  minimum: number,
): boolean {
  const counts = new Map<string, number>();
  groups.forEach((group, row) => {
    if (group < 0 || weights[row] === 0) return;
    const combination = `${group} ${items.map((item) => Number(item[row] === 1)).join('')}`;
    counts.set(combination, (counts.get(combination) ?? 0) + 1);
  });
  return [...counts.values()].some((count) => count < minimum);
}
