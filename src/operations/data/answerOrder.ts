import type { Value, Variable } from '#engine/survey/variable.ts';

/**
 * Answers in the order in which one reads them: numbers by size; words in the order of the variable's value labels
 * (the form's), then those without a label by the alphabet.
 */
export function answerOrder<V extends Value>(
  values: readonly V[],
  { type, valueLabels }: Pick<Variable, 'type' | 'valueLabels'>,
): V[] {
  const sorted = sortedValues(values);
  if (type !== 'text' || valueLabels.length === 0) return sorted;
  const place = new Map<Value, number>(valueLabels.map(({ value }, index) => [value, index]));
  const placeOf = (value: Value): number => place.get(value) ?? valueLabels.length;
  return sorted.sort((left, right) => placeOf(left) - placeOf(right));
}

/** The same on every machine, and 2 before 10. */
const alphabet = new Intl.Collator('en', { numeric: true });

export function sortedValues<V extends Value>(values: readonly V[]): V[] {
  return [...values].sort((left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : alphabet.compare(String(left), String(right)),
  );
}
