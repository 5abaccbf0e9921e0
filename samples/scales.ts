import type { ValueLabel } from '#engine/survey/variable.ts';

/** Value labels from words in the order of their codes. */
export function labels(first: number, ...words: readonly string[]): ValueLabel[] {
  return words.map((label, step) => ({ value: first + step, label }));
}
